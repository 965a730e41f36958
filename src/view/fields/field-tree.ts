/**
 * The fields as a page prints them. Lists and maps are folded into their field, because readers look for members, not
 * for the steps between them.
 */
import { hasMembers } from '../../model/index.ts';
import type { Since } from '../../store/types.ts';
import { fieldAnchor, fragment } from '../site/urls.ts';
import { counted } from '../site/words.ts';
import type { AgeView } from './field-age.ts';
import { type FactsView, type FieldContext, factsView, saysSomething } from './field-facts.ts';
import type { PlannedField } from './field-plan.ts';
import { isNamed } from './reference-plan.ts';
import { fieldLabel, insideLabels, shapeName, type TypePiece, typePieces } from './type-label.ts';

/** The items of a list, or the keys or values of a map, where they have facts to print. */
export interface InsideView extends FactsView {
  readonly label: string;
  readonly anchor: string;
}

/** One field. */
export interface FieldView {
  readonly name: string;
  readonly anchor: string;
  readonly type: readonly { readonly text: string; readonly anchor?: string }[];
  readonly shape: { readonly name: string; readonly url: string | null } | null;
  /** Every request must have it. */
  readonly required: boolean;
  /** Every response has it. */
  readonly always: boolean;
  readonly facts: FactsView;
  /** Null where it is as old as the part around it. */
  readonly age: AgeView | null;
  readonly inside: readonly InsideView[];
  readonly children: readonly FieldView[];
  /** The label above the children: `4 fields`, `one of 3`. */
  readonly childrenLabel: string;
  readonly open: boolean;
  /**
   * Link to the parent that this field repeats, or to the page that has its fields. `names`: the names of these fields,
   * unless the page has printed them before.
   */
  readonly more: { readonly label: string; readonly url: string | null; readonly names?: string } | null;
}

/** The fields of one root as the page shows them, required ones first. `since` is the age of the part around them. */
export function fieldViews(
  context: FieldContext,
  fields: readonly PlannedField[],
  since: Since | null,
): readonly FieldView[] {
  const isFirst = ({ member }: PlannedField) => context.root !== 'response' && member.required === true;
  const ordered = [...fields.filter(isFirst), ...fields.filter((field) => !isFirst(field))];
  return ordered.map((field) => fieldView(context, field, since, fields.length === 1));
}

function fieldView(context: FieldContext, field: PlannedField, since: Since | null, isAlone: boolean): FieldView {
  const { root, ages } = context;
  const chain = insideOf(field);
  const members = [field, ...chain].filter(({ shape }) => hasMembers(shape));
  const owner = members.at(-1) ?? chain.at(-1) ?? field;
  const children = owner.children.filter(() => hasMembers(owner.shape));
  const inside = chain.map((part) => insideView(context, part)).filter(saysSomething);
  const required = field.member.required === true;
  const own = ages.field(root, field.path);
  const name = shapeName(owner);
  return {
    name: fieldLabel(field),
    anchor: fieldAnchor(root, field.path),
    type: typePieces(field).map((piece) => anchoredPiece(context, inside, piece)),
    shape: name === null ? null : { name, url: context.shapeUrl(owner) },
    required: required && root !== 'response',
    always: required && root === 'response',
    facts: factsView(context, field),
    age: ages.newer(own, since),
    inside,
    children: fieldViews(context, children, own?.since ?? since),
    childrenLabel: childrenLabel(owner, children.length),
    open: isOpen(field, required || isAlone, children.length) && context.saving !== 'repeats',
    more: moreOf(context, [field, ...chain]),
  };
}

/** The nameless parts below a field: items, keys and values, down to the first shape with members or a scalar. */
function insideOf(field: PlannedField): readonly PlannedField[] {
  if (hasMembers(field.shape) || field.state !== 'here') return [];
  return field.children.flatMap((child) => [child, ...insideOf(child)]);
}

function insideView(context: FieldContext, part: PlannedField): InsideView {
  return {
    ...factsView(context, part),
    label: insideLabels[part.step] ?? part.member.name,
    anchor: fieldAnchor(context.root, part.path),
  };
}

function moreOf(context: FieldContext, chain: readonly PlannedField[]): FieldView['more'] {
  const end = chain.find((field) => field.state !== 'here');
  if (end === undefined) return null;
  if (end.state === 'elsewhere') {
    const count = hasMembers(end.shape) ? end.shape.members.length : 0;
    return {
      label: `${counted(count, 'field')} on a page of their own`,
      url: context.partUrl(end),
      names: context.partNames(end.target),
    };
  }
  for (let above = end.parent; above !== null; above = above.parent) {
    if (above.target !== end.target) continue;
    return { label: `the same as ${fieldLabel(above)} above`, url: fragment(fieldAnchor(context.root, above.path)) };
  }
  // A nameless shape repeats only in documentation. A named one ends here because it is too deep.
  if (end.shape.kind === 'recursive')
    return {
      label: isNamed(end.target) ? 'goes deeper than is read' : 'repeats one of the structures around it',
      url: null,
    };
  return { label: 'the same as the whole of it', url: context.rootUrl };
}

function childrenLabel(owner: PlannedField, count: number): string {
  if (owner.shape.kind === 'union') return `exactly one of ${count}`;
  if (owner.shape.kind === 'eventstream') return counted(count, 'event');
  return counted(count, 'field');
}

/** A nameless part without its own block gets its anchor where its type is printed. */
function anchoredPiece(
  { root }: FieldContext,
  inside: readonly InsideView[],
  piece: TypePiece,
): FieldView['type'][number] {
  if (piece.path === undefined) return { text: piece.text };
  const anchor = fieldAnchor(root, piece.path);
  return inside.some((view) => view.anchor === anchor) ? { text: piece.text } : { text: piece.text, anchor };
}

/**
 * What a reader cannot do without starts open: a part that every call must have, or the only one there is. With all
 * others open, a page had twice as many screens, and its required fields were lost among optional ones.
 */
function isOpen({ depth }: PlannedField, isNeeded: boolean, children: number): boolean {
  return depth === 1 && isNeeded && children <= openAtMost;
}

/** Longer lists of children start closed, even at the first level. */
const openAtMost = 8;
