/** The facts of one field besides its name and type: description, limits, values, deprecation. */
import {
  type Constraints,
  type Deprecation,
  hasMembers,
  isLess,
  type Limit,
  type Prose,
  type Shape,
} from '../../model/index.ts';
import type { OperationState, StoreReader } from '../../store/types.ts';
import { proseText } from '../prose/prose-text.ts';
import type { PartNames } from '../search/part-names.ts';
import type { Memory } from '../site/memory.ts';
import type { ProseWriter } from '../site/site.ts';
import { fieldAnchor, fragment } from '../site/urls.ts';
import { counted, jsonText } from '../site/words.ts';
import type { Ages } from './field-age.ts';
import { isLongEnum, type PlannedField, type Saving } from './field-plan.ts';
import { type ValuesView, valuesView } from './field-values.ts';
import { fieldLabel } from './type-label.ts';

/** The facts of a field, or of the items, keys or values inside it. */
export interface FactsView {
  /** The first paragraphs of the description; all of it where it is short. */
  readonly docs: string;
  /** The other paragraphs, folded on the page. */
  readonly rest: string;
  /** A heavy page prints a description once. This links to the field that carries it. */
  readonly twin: { readonly label: string; readonly url: string } | null;
  readonly values: ValuesView | null;
  /** A long list of values is printed once on a page. This links to the field that carries it. */
  readonly sameValues: { readonly label: string; readonly url: string } | null;
  /** `1 to 50 characters`, `matches …`. */
  readonly constraints: readonly string[];
  readonly pattern: string | null;
  readonly defaultValue: string | null;
  readonly deprecated: string | null;
  readonly notes: readonly string[];
}

/** The context that all fields of one page share. */
export interface FieldContext {
  readonly memory: Memory;
  /** Reads a description. */
  readonly read: StoreReader['read'];
  readonly write: ProseWriter;
  readonly state: OperationState;
  readonly root: string;
  readonly ages: Ages;
  readonly saving: Saving;
  /** The address of a part that has its own page. */
  partUrl(field: PlannedField): string;
  /** The address of a structure in the shape lists of the service; null where no list has it. */
  shapeUrl(field: PlannedField): string | null;
  /** The long enums that the page has printed so far, with the anchor of their field. */
  readonly longEnums: Map<Shape, { readonly name: string; readonly anchor: string }>;
  /** The field names of each part that has its own page. They are printed where the part comes first. */
  readonly partNames: PartNames;
  /** The anchor or address of the page's root, for fields that repeat the root. */
  readonly rootUrl: string;
}

/** Collects the facts of a field. */
export function factsView(context: FieldContext, field: PlannedField): FactsView {
  const { member, shape } = field;
  const deprecated = member.deprecated ?? shape.deprecated;
  const prose = member.documentation ?? (hasMembers(shape) ? undefined : shape.documentation);
  return {
    ...docsOf(context, field, prose),
    ...valueViews(context, field),
    constraints: constraintWords(shape.constraints, shape.kind),
    pattern: patternOf(shape.constraints?.pattern),
    defaultValue: member.default === undefined ? null : jsonText(member.default),
    deprecated: deprecated === undefined ? null : deprecationLabel(deprecated),
    notes: [
      ...(member.idempotencyToken === true ? ['Idempotency token: the SDK fills it in when it is left out.'] : []),
      ...(member.sensitive === true || shape.sensitive === true ? ['Sensitive: kept out of logs.'] : []),
    ],
  };
}

/** Whether there is any fact to print. */
export function saysSomething(facts: FactsView): boolean {
  return (
    facts.docs !== '' ||
    facts.twin !== null ||
    facts.values !== null ||
    facts.sameValues !== null ||
    facts.constraints.length > 0 ||
    facts.pattern !== null ||
    facts.deprecated !== null ||
    facts.notes.length > 0
  );
}

/** The words for a deprecation. */
export function deprecationLabel({ message, since }: Deprecation): string {
  const when = since === undefined ? '' : ` since ${since}`;
  return message === undefined ? `Deprecated${when}.` : `Deprecated${when}: ${message}`;
}

/** Splits a description into its first paragraphs and the rest. */
export function foldedDocs(
  prose: Prose | undefined,
  memory: Memory,
  write: ProseWriter,
): { readonly docs: string; readonly rest: string } {
  if (prose === undefined) return { docs: '', rest: '' };
  const [, second] = prose;
  // A few words between paragraphs are a heading of the text below, so they belong to the rest.
  const isText = second?.type === 'paragraph' && (prose.length === 2 || proseText([second]).length > title);
  const shown = isText && prose[0]?.type === 'paragraph' ? 2 : 1;
  const rest = prose.slice(shown);
  if (rest.length === 0 || proseText(rest).length <= shortRest) return { docs: write(prose, { memory }), rest: '' };
  return { docs: write(prose.slice(0, shown)), rest: write(rest) };
}

function docsOf(context: FieldContext, { twin }: PlannedField, prose: Prose | undefined) {
  if (context.saving !== 'repeats' || twin === null || prose === undefined)
    return { ...foldedDocs(context.read(prose), context.memory, context.write), twin: null };
  return { docs: '', rest: '', twin: { label: twin.path, url: fragment(fieldAnchor(twin.root, twin.path)) } };
}

function valueViews(context: FieldContext, field: PlannedField): Pick<FactsView, 'values' | 'sameValues'> {
  const { root, ages, longEnums, saving } = context;
  const { shape, path } = field;
  const values = 'enum' in shape && shape.enum !== undefined ? shape.enum : [];
  if (isLongEnum(values, saving)) {
    const first = longEnums.get(shape);
    if (first !== undefined) {
      const label = `the same ${counted(values.length, 'value')} as ${first.name}`;
      return { values: null, sameValues: { label, url: fragment(first.anchor) } };
    }
    longEnums.set(shape, { name: fieldLabel(field), anchor: fieldAnchor(root, path) });
  }
  const own = ages.field(root, path)?.since ?? null;
  return { values: valuesView(values, { ages, root, path, own, anchors: saving === 'nothing' }), sameValues: null };
}

function constraintWords(constraints: Constraints | undefined, kind: string): readonly string[] {
  const unit = units[kind];
  const { max } = constraints ?? {};
  // No length is less than 0.
  const min = unit !== undefined && constraints?.min === 0 ? undefined : constraints?.min;
  if (min === undefined && max === undefined) return [];
  const amount = (count: Limit) =>
    unit === undefined ? digits(count) : `${digits(count)} ${count === 1 ? unit[0] : unit[1]}`;
  if (min === undefined) return [`at most ${amount(max ?? 0)}`];
  if (max === undefined) return [`at least ${amount(min)}`];
  if (isLess(max, min)) return [`at least ${amount(min)} and at most ${amount(max)}: nothing fits`];
  return [min === max ? `exactly ${amount(min)}` : `${digits(min)} to ${amount(max)}`];
}

/** A limit as sentences write it: `10,000`, `12,345.5`. */
function digits(limit: Limit): string {
  return String(limit).replace(/^-?\d+(?=\.|$)/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));
}

/** A pattern that accepts every text tells nothing. */
function patternOf(pattern: string | undefined): string | null {
  return pattern === undefined || anyText.test(pattern) ? null : pattern;
}

const anyText = /^\^?(?:\.\*|\[\\s\\S\]\*|\(\.\*\)|\(\[\\s\\S\]\*\))\$?$/;

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  list: ['entry', 'entries'],
  map: ['entry', 'entries'],
  blob: ['byte', 'bytes'],
};

const title = 50;

/** A shorter rest is not folded: it is not worth a click. */
const shortRest = 160;
