/** What a change, or several alike, come to in one line. */
import { type Change, lastName, type Place, type Severity } from '../../model/index.ts';
import { isNamed } from '../fields/reference-plan.ts';
import { codeSpan, counted, listed, type Span, spans } from '../site/words.ts';
import { sentenceOf } from './rule-book.ts';

/** Changes that are told together: values that came or went at the same places. */
export interface AlikeChanges {
  readonly first: Change;
  readonly group: readonly Change[];
  /** In Markdown with code spans. */
  readonly title: string;
}

/** A line of a list. */
export interface Headline {
  readonly severity: Severity;
  readonly title: readonly Span[];
  /** `6 operations, 14 places`, or the operation of its only place; null where the title says it. */
  readonly where: string | null;
  /** The key of its first change: its anchor on the page of the release. */
  readonly key: string;
}

/** Finds what is told together, in the order of the changes. */
export function alikeChanges(changes: readonly Change[]): readonly AlikeChanges[] {
  const alike = Map.groupBy(changes, (change) =>
    valueVerbs[change.kind] === undefined
      ? change.key
      : [change.kind, change.shape, change.severity, change.audience, ...change.places.map(placeKey)].join('\n'),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ first, group, title: groupTitle(first, group) ?? sentenceOf(first) }];
  });
}

/** One line for each card that the changes would make. */
export function headlines(changes: readonly Change[]): readonly Headline[] {
  return alikeChanges(changes).map(({ first, title }) => ({
    severity: first.severity,
    title: spans(title),
    where: reachWords(first) ?? onlyOperation(first),
    key: first.key,
  }));
}

/** In a list under a common title the value alone says enough. */
export function shortSentence(change: Change): string {
  return change.value === '' ? sentenceOf(change) : codeSpan(change.value);
}

/** How far a change reaches; null where it has one place. */
export function reachWords(change: Change): string | null {
  const places = change.places.length + (change.unlisted ?? 0);
  if (places < 2) return null;
  const operations = new Set(change.places.map(({ operation }) => operation)).size;
  const unlisted = change.unlisted === undefined ? '' : `, ${change.unlisted.toLocaleString('en')} of them not listed`;
  return `${counted(operations, 'operation')}, ${counted(places, 'place')}${unlisted}`;
}

function onlyOperation({ places: [place] }: Change): string | null {
  return place === undefined || place.path === '' ? null : place.operation;
}

function groupTitle(first: Change, group: readonly Change[]): string | null {
  const verb = valueVerbs[first.kind];
  const shape = shapeOf(first);
  if (verb === undefined || (group.length === 1 && shape === null)) return null;
  return `${shape === null ? subjectOf(first.places) : codeSpan(shape)} ${verb} ${listed(group.map(({ value }) => codeSpan(value)))}`;
}

/** A shape's name, where it is one that people use. */
function shapeOf({ shape }: Change): string | null {
  return shape !== undefined && isNamed(shape) ? shape : null;
}

/** The names of the fields, where they are few; the operations for what has no path. */
function subjectOf(places: readonly Place[]): string {
  const names = new Set(places.map(({ path, operation }) => lastName(path) ?? operation ?? 'the service'));
  return names.size > 3 ? counted(names.size, 'field') : listed([...names].map(codeSpan));
}

function placeKey({ operation, direction, path, severity }: Place): string {
  return `${operation} ${direction} ${path} ${severity}`;
}

const valueVerbs: Readonly<Record<string, string>> = {
  'enum-value-added': 'gained',
  'enum-value-removed': 'lost',
  'error-added': 'can now fail with',
  'error-removed': 'no longer fails with',
};
