/** Fields as a page prints them: lists and maps folded into their field, so that readers see members, not steps. */
import {
  type Constraints,
  type Deprecation,
  hasMembers,
  itemStep,
  keyStep,
  type Shape,
  valueStep,
} from '../../model/index.ts';
import type { OperationState, StoreReader } from '../../store/types.ts';
import { proseHtml } from '../prose/prose-html.ts';
import type { Memory } from '../site/memory.ts';
import { fieldAnchor, valueAnchor } from '../site/urls.ts';
import { counted, jsonText } from '../site/words.ts';
import type { PlannedField } from './field-plan.ts';
import { isNamed } from './reference-plan.ts';
import type { FieldSince, SinceView } from './since-view.ts';
import { shapeName, type TypePiece, typePieces } from './type-label.ts';

/** A value of an enum. */
export interface ValueView {
  readonly value: string;
  readonly anchor: string;
  /** Null where the value is as old as its field. */
  readonly since: SinceView | null;
}

/** What can be said of a field, or of the items, keys or values inside it. */
export interface FactsView {
  readonly docs: string;
  readonly values: readonly ValueView[];
  /** A long list that already stands on the page is not printed again. */
  readonly sameValues: { readonly label: string; readonly url: string } | null;
  /** `1 to 50 characters`, `matches …`. */
  readonly constraints: readonly string[];
  readonly pattern: string | null;
  readonly defaultValue: string | null;
  readonly deprecated: string | null;
  readonly notes: readonly string[];
}

/** The items of a list, or the keys or values of a map, where there is something to say about them. */
export interface InsideView extends FactsView {
  readonly label: string;
  readonly anchor: string;
}

/** One field. */
export interface FieldView {
  readonly name: string;
  readonly anchor: string;
  readonly type: readonly { readonly text: string; readonly anchor?: string }[];
  readonly shape: string | null;
  readonly required: boolean;
  readonly optional: boolean;
  readonly facts: FactsView;
  readonly since: SinceView | null;
  readonly inside: readonly InsideView[];
  readonly children: readonly FieldView[];
  /** How the children are announced: `4 fields`, `one of 3`. */
  readonly childrenLabel: string;
  readonly open: boolean;
  /** The parent that this field repeats, or the page that has its fields. */
  readonly more: { readonly label: string; readonly url: string | null } | null;
}

/** What the fields of one page share. */
export interface FieldContext {
  readonly memory: Memory;
  /** Reads a description. */
  readonly read: StoreReader['read'];
  readonly state: OperationState;
  readonly root: string;
  readonly since: FieldSince;
  /** The address of a part on a page of its own. */
  partUrl(field: PlannedField): string;
  /** The long enums that stand on the page, with the anchor of their field; filled on the way. */
  readonly longEnums: Map<Shape, { readonly name: string; readonly anchor: string }>;
  /** The anchor, or address, of the whole that a field repeats when it is the page's root. */
  readonly rootUrl: string;
}

/** The fields of one root, as the page shows them. */
export function fieldViews(context: FieldContext, fields: readonly PlannedField[]): readonly FieldView[] {
  return fields.map((field) => fieldView(context, field));
}

function fieldView(context: FieldContext, field: PlannedField): FieldView {
  const { root, state } = context;
  const chain = insideOf(field);
  const members = [field, ...chain].filter(({ shape }) => hasMembers(shape));
  const owner = members.at(-1) ?? chain.at(-1) ?? field;
  const children = owner.children.filter(() => hasMembers(owner.shape));
  const inside = chain.map((part) => insideView(context, part)).filter(hasSomethingToSay);
  const knowsRequired = state.facts.includes(root === 'response' ? 'response-required' : 'required');
  return {
    name: fieldLabel(field),
    anchor: fieldAnchor(root, field.path),
    type: typePieces(field).map((piece) => anchoredPiece(context, inside, piece)),
    shape: shapeName(owner),
    required: field.member.required === true,
    optional: knowsRequired && field.member.required === false,
    facts: factsView(context, field),
    since: context.since.field(root, field.path),
    inside,
    children: fieldViews(context, children),
    childrenLabel: childrenLabel(owner, children.length),
    open: field.depth === 1 && children.length <= openAtMost,
    more: moreOf(context, [field, ...chain]),
  };
}

/** The nameless parts below a field, until something with members or a scalar: items, keys, values, and theirs. */
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

function hasSomethingToSay(view: InsideView): boolean {
  return (
    view.docs !== '' ||
    view.values.length > 0 ||
    view.sameValues !== null ||
    view.constraints.length > 0 ||
    view.pattern !== null ||
    view.deprecated !== null ||
    view.notes.length > 0
  );
}

function factsView(context: FieldContext, field: PlannedField): FactsView {
  const { member, shape } = field;
  const deprecated = member.deprecated ?? shape.deprecated;
  return {
    docs: proseHtml(context.read(member.documentation ?? (hasMembers(shape) ? undefined : shape.documentation)), {
      memory: context.memory,
    }),
    ...valueViews(context, field),
    constraints: constraintWords(shape.constraints, shape.kind),
    pattern: shape.constraints?.pattern ?? null,
    defaultValue: member.default === undefined ? null : jsonText(member.default),
    deprecated: deprecated === undefined ? null : deprecationWords(deprecated),
    notes: [
      ...(member.idempotencyToken === true ? ['Idempotency token: the SDK fills it in when it is left out.'] : []),
      ...(shape.sensitive === true ? ['Sensitive: kept out of logs.'] : []),
    ],
  };
}

function valueViews(context: FieldContext, field: PlannedField): Pick<FactsView, 'values' | 'sameValues'> {
  const { root, since, longEnums } = context;
  const { shape, path } = field;
  const values = 'enum' in shape && shape.enum !== undefined ? shape.enum : [];
  if (values.length > longEnum) {
    const first = longEnums.get(shape);
    if (first !== undefined) {
      const label = `the same ${counted(values.length, 'value')} as ${first.name}`;
      return { values: [], sameValues: { label, url: `#${first.anchor}` } };
    }
    longEnums.set(shape, { name: fieldLabel(field), anchor: fieldAnchor(root, path) });
  }
  const own = since.field(root, path);
  const views = values.map((value) => {
    const valueSince = since.value(root, path, value);
    return { value, anchor: valueAnchor(root, path, value), since: valueSince === own ? null : valueSince };
  });
  return { values: views, sameValues: null };
}

function moreOf(context: FieldContext, chain: readonly PlannedField[]): FieldView['more'] {
  const end = chain.find((field) => field.state !== 'here');
  if (end === undefined) return null;
  if (end.state === 'elsewhere') {
    const count = hasMembers(end.shape) ? end.shape.members.length : 0;
    return { label: `${counted(count, 'field')} on a page of their own`, url: context.partUrl(end) };
  }
  for (let above = end.parent; above !== null; above = above.parent) {
    if (above.target !== end.target) continue;
    return { label: `the same as ${fieldLabel(above)} above`, url: `#${fieldAnchor(context.root, above.path)}` };
  }
  // Only documentation has shapes that repeat without a name; one with a name was too deep to be read.
  if (end.shape.kind === 'recursive')
    return {
      label: isNamed(end.target) ? 'goes deeper than is read' : 'repeats one of the structures around it',
      url: null,
    };
  return { label: 'the same as the whole of it', url: context.rootUrl };
}

/** The words for a deprecation. */
export function deprecationWords({ message, since }: Deprecation): string {
  const when = since === undefined ? '' : ` since ${since}`;
  return message === undefined ? `Deprecated${when}.` : `Deprecated${when}: ${message}`;
}

function constraintWords(constraints: Constraints | undefined, kind: string): readonly string[] {
  const { min, max } = constraints ?? {};
  if (min === undefined && max === undefined) return [];
  const unit =
    kind === 'string'
      ? ' characters'
      : kind === 'list' || kind === 'map'
        ? ' entries'
        : kind === 'blob'
          ? ' bytes'
          : '';
  if (min === undefined) return [`at most ${max}${unit}`];
  if (max === undefined) return [`at least ${min}${unit}`];
  return [min === max ? `exactly ${min}${unit}` : `${min} to ${max}${unit}`];
}

function childrenLabel(owner: PlannedField, count: number): string {
  if (owner.shape.kind === 'union') return `exactly one of ${count}`;
  if (owner.shape.kind === 'eventstream') return counted(count, 'event');
  return counted(count, 'field');
}

/** A field's own name; of an item or value, the name of what it is in. */
function fieldLabel(field: PlannedField): string {
  for (let at: PlannedField | null = field; at !== null; at = at.parent)
    if (at.member.name !== '') return at.member.name;
  return insideLabels[field.step] ?? field.path;
}

/** A nameless part that has no block of its own is anchored where its type stands. */
function anchoredPiece(
  { root }: FieldContext,
  inside: readonly InsideView[],
  piece: TypePiece,
): FieldView['type'][number] {
  if (piece.path === undefined) return { text: piece.text };
  const anchor = fieldAnchor(root, piece.path);
  return inside.some((view) => view.anchor === anchor) ? { text: piece.text } : { text: piece.text, anchor };
}

const insideLabels: Readonly<Record<string, string>> = {
  [itemStep]: 'Each item',
  [keyStep]: 'Each key',
  [valueStep]: 'Each value',
};

/** More children than this start closed, even at the first level. */
const openAtMost = 40;

/** Longer enums are printed once a page: those of EC2 have a thousand values. */
const longEnum = 50;
