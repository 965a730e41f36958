/** The parts of sentences: subject, field and direction, for one change or for several changes in one sentence. */
import {
  type Change,
  itemStep,
  type Json,
  keyStep,
  lastName,
  lastStep,
  type Place,
  parentPath,
  valueStep,
} from '../../model/index.ts';
import { shownName } from '../customizations/shown-names.ts';
import { code, count, firstOf, listed, maxListedNames, names } from './code.ts';

/** One change, or several of one kind, with everything that a sentence needs. */
export interface Telling {
  /** The first of the changes. */
  readonly change: Change;
  /** The values of all of them, in their order. */
  readonly values: readonly string[];
  /** The last names of all their paths, the most frequent of each change first. */
  readonly fields: readonly string[];
  /**
   * The operations at which they are as bad as the whole change, in their order: the other operations hardly notice.
   */
  readonly operations: readonly string[];
  /** For each of `fields`: `keys of`, `values of` or `entries of`, if the change is about its content; else empty. */
  readonly parts: readonly string[];
  /** The direction in which they are visible; `null` if they have no direction. */
  readonly direction: 'request' | 'response' | 'both' | null;
}

/** Joins changes of one kind to one telling. */
export function tellingOf(changes: readonly [Change, ...Change[]]): Telling {
  const [change] = changes;
  const directions = new Set(change.places.map(({ direction }) => direction));
  const both = directions.has('request') && directions.has('response');
  // The part belongs to the key: a list and the entries of another list of the same name are two fields.
  const told = unique(changes.flatMap(fieldsOf)).map((key) => key.split('\n') as [part: string, field: string]);
  return {
    change,
    values: unique(changes.map(({ value }) => value)),
    fields: told.map(([, field]) => field),
    operations: operationsOf(change),
    parts: told.map(([part]) => part),
    direction: both ? 'both' : directions.has('request') ? 'request' : directions.has('response') ? 'response' : null,
  };
}

/**
 * What sets each of several changes apart, in Markdown: their values; where all have the same value, the fields or the
 * operation that each is about.
 */
export function namesOfChanges(changes: readonly Change[]): readonly string[] {
  const isByValue = new Set(changes.map(({ value }) => value)).size > 1;
  return changes.map((change) => (isByValue ? code(change.value) : fields(tellingOf([change]))));
}

/** `` `CreateX` ``, or `` `CreateX` and 5 more ``; the service if there is no operation. */
export function who({ change, operations }: Telling): string {
  const [first] = operations;
  if (first === undefined) return code(change.service);
  return operations.length === 1 ? code(first) : `${code(first)} and ${count(operations.length - 1)} more`;
}

/** The form of a verb that fits `who`: `takes`, or `take` for several. */
export function verb({ operations }: Telling, one: string, several: string): string {
  return operations.length > 1 ? several : one;
}

/** The fields as code: `` `A` ``, `` `A`, `B` and `C` ``, `` keys of `A` and `B` ``, `` `A` and keys of `B` ``. */
export function fields({ parts, fields: all }: Telling): string {
  const [part = ''] = parts;
  if (parts.every((other) => other === part)) return `${part}${names(all)}`;
  const items = all.map((name, index) => `${parts[index] ?? ''}${code(name)}`);
  // Fields without such words come first: after "entries of" the next name would be read as a list too.
  const shown = items.slice(0, maxListedNames);
  const plain = shown.filter((item) => item.startsWith('`'));
  return firstOf([...plain, ...shown.filter((item) => !plain.includes(item)), ...items.slice(maxListedNames)]);
}

/** The form of a verb that fits `fields`: `is`, or `are` for several. */
export function areOrIs({ parts, fields: all }: Telling): string {
  return all.length > 1 || parts.some((part) => part !== '') ? 'are' : 'is';
}

/** The form of another verb that fits `fields`: `moves`, or `move` for several. */
export function fieldsVerb(telling: Telling, one: string, several: string): string {
  return areOrIs(telling) === 'are' ? several : one;
}

/** The form of a verb that fits `subject`. */
export function subjectVerb(telling: Telling, one: string, several: string): string {
  return isPlaced(telling) ? fieldsVerb(telling, one, several) : verb(telling, one, several);
}

/** The form of a verb that fits `typeName`: a type is one thing. */
export function typeVerb(telling: Telling, one: string, several: string): string {
  return namedShape(telling.change) === undefined ? subjectVerb(telling, one, several) : one;
}

/** Whether it is about a field, not about an operation or the service. */
function isPlaced({ change }: Telling): boolean {
  return change.places[0]?.path !== '';
}

/** The field; the operation or the service if there is no path. */
export function subject(telling: Telling): string {
  return isPlaced(telling) ? fields(telling) : who(telling);
}

/**
 * `` in `ByoipCidr` ``: the structure of a field below the top; empty at the top. A shape that only wraps a message is
 * never named.
 */
export function inside({ change }: Telling): string {
  const [parent] = byFrequency(
    change.places.map((place) => nameAt(change.service, { ...place, path: parentPath(place.path) })),
  );
  if (parent === undefined) return '';
  return ` in ${code(namedShape(change) ?? parent)}`;
}

/** The fields with their structure: `` `A` and `B` in `C` ``, `` 12 fields of `C` (`A`, `B`, `D` and 9 more) ``. */
export function fieldsInside(telling: Telling): string {
  const where = inside(telling);
  if (where === '' || !isCut(telling)) return `${fields(telling)}${where}`;
  return `${count(telling.fields.length)} fields of${where.replace(/^ in/, '')} (${fields(telling)})`;
}

/** Whether there are more fields than are listed. */
export function isCut({ fields: all }: Telling): boolean {
  return all.length > maxListedNames;
}

/**
 * The name that people use for the type of the change: its own name if the source has a good one, else the name of its
 * fields.
 */
export function typeName(telling: Telling): string {
  const named = namedShape(telling.change);
  return named === undefined ? subject(telling) : code(named);
}

/** ` in requests`, ` in responses`, ` in requests and responses`. */
export function inDirection({ direction }: Telling): string {
  if (direction === null) return '';
  return direction === 'both' ? ' in requests and responses' : ` in ${direction}s`;
}

/** `: Use another.`, the first sentence of a deprecation's message; else ` since 2024-05-01`; else empty. */
export function deprecationWords(deprecation: Json | undefined): string {
  if (typeof deprecation !== 'object' || deprecation === null) return '';
  const { message, since } = deprecation as { readonly message?: Json; readonly since?: Json };
  const when = typeof since === 'string' ? ` since ${since}` : '';
  const what = typeof message === 'string' ? firstSentence(message) : '';
  return what === '' ? when : `${when}: ${what}`;
}

/** ` (deprecated since 2024-05-01)` for something removed, if its source said so. */
export function deprecatedBefore({ change: { before } }: Telling): string {
  if (typeof before !== 'object' || before === null || !('deprecated' in before)) return '';
  const { since } = before.deprecated as { readonly since?: Json };
  return ` (deprecated${typeof since === 'string' ? ` since ${since}` : ''})`;
}

/** The first sentence of a text, without marks of Markdown and HTML; a long one is cut. */
export function firstSentence(text: string): string {
  const plain = text.replace(elements, '').replace(/`/g, '').replace(/\s+/g, ' ').trim();
  const end = /(?<!\b(?:[Ee]\.g|[Ii]\.e|vs|etc|cf|incl|approx))[.!?](?= [A-Z]|$)/.exec(plain);
  const sentence = (end === null ? plain : plain.slice(0, end.index)).replace(/[.:]$/, '').trimEnd();
  return sentence.length <= maxQuote ? sentence : `${sentence.slice(0, sentence.lastIndexOf(' ', maxQuote))}…`;
}

/** The HTML elements that models use; other words in angle brackets are names for the reader to replace. */
const elements =
  /<\/?(?:a|b|br|code|div|em|fullname|i|important|li|note|ol|p|q|span|strong|ul)(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*\s*\/?>/gi;

/** The most characters of quoted text: it stands after a dash, in a line of a list. */
const maxQuote = 90;

/** A text detail of the change, by its name; empty if absent. */
export function detail({ change }: Telling, name: string): string {
  const value = change.details?.[name];
  return typeof value === 'string' ? value : '';
}

/** `X`, `X or Y`: the values as code. */
export function valuesOr(telling: Telling): string {
  return telling.values.length <= 3 ? listed(telling.values.map(code), 'or') : names(telling.values);
}

/** The name of a shape if it is useful: not a hash, not a wrapper of a message, not a type for any text. */
function namedShape({ shape, places, details }: Change): string | undefined {
  if (details?.message === true) return undefined;
  if (shape === undefined || !/^\w+$/.test(shape) || plainTypes.test(shape) || wrappers.test(shape)) return undefined;
  return places.some(({ operation, path }) => operation === shape || path === '') ? undefined : shape;
}

const wrappers = /(?:Request|Input|Response|Output|Result)$/;
const plainTypes = /^_|^(?:string|integer|boolean|long|double|float|timestamp|blob)\d*$/i;

/** The operations at the worst places; all operations if no place is as bad, because a project set the severity. */
function operationsOf({ places, severity }: Change): readonly string[] {
  const worst = places.filter((place) => place.severity === severity);
  return unique((worst.length === 0 ? places : worst).flatMap(({ operation }) => operation ?? []));
}

const parts = [
  [keyStep, 'keys of '],
  [valueStep, 'values of '],
  [itemStep, 'entries of '],
] as const;

function partOf({ path }: Place): string {
  const last = lastStep(path);
  return parts.find(([step]) => last === step)?.[1] ?? '';
}

/**
 * The names that a change is about, each after its part: the names of its fields; without a path, the operation or the
 * service.
 */
function fieldsOf({ places, service }: Change): readonly string[] {
  const all = byFrequency(
    places.map((place) => {
      const name = nameAt(service, place);
      return name === undefined ? undefined : `${partOf(place)}\n${name}`;
    }),
  );
  return all.length === 0 ? [`\n${places[0]?.operation ?? service}`] : all;
}

/** The last name of a path as a caller of the SDK writes it, which may be empty; undefined if there is none. */
function nameAt(service: string, place: Place): string | undefined {
  return shownName(service, place) ?? lastName(place.path);
}

/**
 * Names, the most frequent first; of equally frequent names the shortest first. The length counts only the text after
 * the line break.
 */
function byFrequency(all: readonly (string | undefined)[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of all) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  const length = (name: string) => name.length - name.indexOf('\n');
  const sorted = [...counts].sort(([a, often], [b, more]) => more - often || length(a) - length(b) || (a < b ? -1 : 1));
  return sorted.map(([name]) => name);
}

function unique(all: readonly string[]): readonly string[] {
  return [...new Set(all)];
}
