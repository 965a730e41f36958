/** What sentences are made of: who, which field, in which direction, of one change or of several that are told together. */
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

/** A change, or several of one kind, seen by a sentence. */
export interface Telling {
  /** The first of the changes. */
  readonly change: Change;
  /** The values of all of them, in their order. */
  readonly values: readonly string[];
  /** The last names of all their paths, the most frequent of each change first. */
  readonly fields: readonly string[];
  /** The operations where they are as bad as the change as a whole, in their order: the others hardly notice. */
  readonly operations: readonly string[];
  /** For each of `fields`: `keys of`, `values of` or `entries of`, where they are about what is in it; else empty. */
  readonly parts: readonly string[];
  /** Where they are seen; `null` for what has no direction. */
  readonly direction: 'request' | 'response' | 'both' | null;
}

/** Looks at changes of one kind as one. */
export function tellingOf(changes: readonly [Change, ...Change[]]): Telling {
  const [change] = changes;
  const directions = new Set(change.places.map(({ direction }) => direction));
  const both = directions.has('request') && directions.has('response');
  // One key for a name with its part: a list and the entries of another of its name are two things to say.
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

/** `` `CreateX` ``, or `` `CreateX` and 5 more ``; the service for what has no operation. */
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
  // Those without such words come first: behind "entries of" the next name would be taken for a list too.
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

/** Whether it is about a field, and not about an operation or the service. */
function isPlaced({ change }: Telling): boolean {
  return change.places[0]?.path !== '';
}

/** The field, or the operation or service for what has no path. */
export function subject(telling: Telling): string {
  return isPlaced(telling) ? fields(telling) : who(telling);
}

/** `` in `ByoipCidr` ``: the structure that a field below the top stands in; empty at the top. A shape that only wraps a message is never named. */
export function inside({ change }: Telling): string {
  const [parent] = byFrequency(
    change.places.map((place) => nameAt(change.service, { ...place, path: parentPath(place.path) })),
  );
  if (parent === undefined) return '';
  return ` in ${code(namedShape(change) ?? parent)}`;
}

/** The fields with the structure that they stand in: `` `A` and `B` in `C` ``, `` 12 fields of `C` (`A`, `B`, `D` and 9 more) ``. */
export function fieldsInside(telling: Telling): string {
  const where = inside(telling);
  if (where === '' || !isCut(telling)) return `${fields(telling)}${where}`;
  return `${count(telling.fields.length)} fields of${where.replace(/^ in/, '')} (${fields(telling)})`;
}

/** Whether there are more fields than are listed. */
export function isCut({ fields: all }: Telling): boolean {
  return all.length > maxListedNames;
}

/** The name that people use for the type of the change: its own where the source has a good one, else that of its fields. */
export function typeName(telling: Telling): string {
  const named = namedShape(telling.change);
  return named === undefined ? subject(telling) : code(named);
}

/** ` in requests`, ` in responses`, ` in requests and responses`. */
export function inDirection({ direction }: Telling): string {
  if (direction === null) return '';
  return direction === 'both' ? ' in requests and responses' : ` in ${direction}s`;
}

/** `: Use another.`, the first sentence of what is said of a deprecation; else ` since 2024-05-01`; else nothing. */
export function deprecationWords(deprecation: Json | undefined): string {
  if (typeof deprecation !== 'object' || deprecation === null) return '';
  const { message, since } = deprecation as { readonly message?: Json; readonly since?: Json };
  const when = typeof since === 'string' ? ` since ${since}` : '';
  const what = typeof message === 'string' ? firstSentence(message) : '';
  return what === '' ? when : `${when}: ${what}`;
}

/** ` (deprecated since 2024-05-01)` of something that is gone, where its source said so. */
export function deprecatedBefore({ change: { before } }: Telling): string {
  if (typeof before !== 'object' || before === null || !('deprecated' in before)) return '';
  const { since } = before.deprecated as { readonly since?: Json };
  return ` (deprecated${typeof since === 'string' ? ` since ${since}` : ''})`;
}

/** The first sentence of a text, without marks of Markdown and HTML, cut where it is long. */
export function firstSentence(text: string): string {
  const plain = text.replace(elements, '').replace(/`/g, '').replace(/\s+/g, ' ').trim();
  const end = /(?<!\b(?:[Ee]\.g|[Ii]\.e|vs|etc|cf|incl|approx))[.!?](?= [A-Z]|$)/.exec(plain);
  const sentence = (end === null ? plain : plain.slice(0, end.index)).replace(/[.:]$/, '').trimEnd();
  return sentence.length <= maxQuote ? sentence : `${sentence.slice(0, sentence.lastIndexOf(' ', maxQuote))}…`;
}

/** The elements of HTML that models write their words in; what else stands in angle brackets is a name to be filled in. */
const elements =
  /<\/?(?:a|b|br|code|div|em|fullname|i|important|li|note|ol|p|q|span|strong|ul)(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*\s*\/?>/gi;

/** Quoted text up to here: it stands behind a dash, in a line of a list. */
const maxQuote = 90;

/** A text detail of the change, by its name; empty where it is not there. */
export function detail({ change }: Telling, name: string): string {
  const value = change.details?.[name];
  return typeof value === 'string' ? value : '';
}

/** `X`, `X or Y`: the values as code. */
export function valuesOr(telling: Telling): string {
  return telling.values.length <= 3 ? listed(telling.values.map(code), 'or') : names(telling.values);
}

/** A shape's name that says something: not a hash, not the wrapper of a message, not a type that stands for any text. */
function namedShape({ shape, places, details }: Change): string | undefined {
  if (details?.message === true) return undefined;
  if (shape === undefined || !/^\w+$/.test(shape) || plainTypes.test(shape) || wrappers.test(shape)) return undefined;
  return places.some(({ operation, path }) => operation === shape || path === '') ? undefined : shape;
}

const wrappers = /(?:Request|Input|Response|Output|Result)$/;
const plainTypes = /^_|^(?:string|integer|boolean|long|double|float|timestamp|blob)\d*$/i;

/** The operations at the worst places; all where none is the worst, as a project may say. */
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

/** The names that a change is about, each behind its part: its fields, or for what has no path its operation or service. */
function fieldsOf({ places, service }: Change): readonly string[] {
  const all = byFrequency(
    places.map((place) => {
      const name = nameAt(service, place);
      return name === '' ? '' : `${partOf(place)}\n${name}`;
    }),
  );
  return all.length === 0 ? [`\n${places[0]?.operation ?? service}`] : all;
}

/** The last name of a path as a caller of the SDK writes it; empty where there is none. */
function nameAt(service: string, place: Place): string {
  return shownName(service, place) ?? lastName(place.path) ?? '';
}

/** Names, the most frequent first; of equally frequent ones the shortest. Empty names are none; what is before a line break is not counted. */
function byFrequency(all: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of all) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  const length = (name: string) => name.length - name.indexOf('\n');
  const sorted = [...counts].sort(([a, often], [b, more]) => more - often || length(a) - length(b) || (a < b ? -1 : 1));
  return sorted.map(([name]) => name);
}

function unique(all: readonly string[]): readonly string[] {
  return [...new Set(all)];
}
