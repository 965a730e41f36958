/** Changes as readers count them: a card joins changes that share one sentence, and has the anchors of all of them. */
import {
  type Audience,
  type Change,
  canonicalJson,
  type Place,
  parentPath,
  type Severity,
  severities,
} from '../../model/index.ts';
import { inReadingOrder } from './reading-order.ts';

/** One change to a reader: a single change, or several of a kind that say the same about one thing. */
export interface Card {
  /** The key of the change that was found first: its anchor, and the `group` of machine rows. */
  readonly key: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly audience: Audience;
  /** In reading order, and so are the names in its sentence. */
  readonly changes: readonly [Change, ...Change[]];
  /** The places of all its changes, each once. */
  readonly places: readonly Place[];
  /** The number of other places. */
  readonly unlisted: number;
}

/** Puts changes on cards. Cards, and the changes of each, are in reading order, whatever the order of the changes. */
export function cardsOf(changes: readonly Change[]): readonly Card[] {
  const groups = Map.groupBy(changes, groupOf);
  // A group has the change that began it.
  const cards = [...groups.values()].map((group) => cardOf(group as [Change, ...Change[]]));
  return inReadingOrder(cards, ({ changes: [first] }) => first);
}

/**
 * Worst first. Deprecations come before other changes of their severity, because people plan by them; then what is the
 * greater news. Otherwise the order stays.
 */
export function worstFirst(cards: readonly Card[]): readonly Card[] {
  return [...cards].sort((a, b) => rank(a) - rank(b) || newsRank(a) - newsRank(b));
}

/** The number of cards of each severity, for callers through an SDK. */
export function countCards(cards: readonly Card[]): Readonly<Record<Severity, number>> {
  const counts = { breaking: 0, dangerous: 0, safe: 0, docs: 0 };
  for (const { severity, audience } of cards) if (audience === 'sdk') counts[severity]++;
  return counts;
}

/** Whether a kind says that something should not be used any more. */
export function isDeprecation(kind: string): boolean {
  return kind.endsWith('-deprecated');
}

function rank({ severity, kind }: Card): number {
  return severities.indexOf(severity) * 2 + (isDeprecation(kind) ? 0 : 1);
}

/** A list has room for one or a few sentences: a new operation is told before a new value of an error's field. */
function newsRank({ kind }: Card): number {
  const at = subjectsByNews.findIndex((subject) => kind.startsWith(subject));
  if (kind.startsWith('error-')) return subjectsByNews.length + 1;
  return at < 0 ? subjectsByNews.length : at;
}

/** The beginnings of kinds, the greatest news first. Errors come last, after all that is not listed. */
const subjectsByNews = ['service-', 'operation-', 'required-', 'field-', 'enum-'];

/** Kinds whose values at equal places share one list. */
const byValue = new Set(['enum-value-added', 'enum-value-removed', 'error-added', 'error-removed']);
/** Kinds whose names in one structure share one list. */
const byName = new Set([
  'field-added',
  'field-removed',
  'required-field-added',
  'required-added',
  'required-removed',
  'error-field-added',
  'error-field-removed',
]);
/** Kinds with one card for a service, whatever their number. */
const byKind = new Set([
  'operation-added',
  'operation-removed',
  'paginator-added',
  'paginator-removed',
  'waiter-added',
  'waiter-removed',
  'readonly-added',
  'readonly-removed',
  'idempotent-added',
  'idempotent-removed',
  'sensitive-added',
  'sensitive-removed',
]);

/** The group of a change: changes with equal groups share one card. */
function groupOf(change: Change): string {
  const { kind, severity, audience, shape, places, value, details } = change;
  const common = `${kind}\n${severity}\n${audience}`;
  if (byKind.has(kind)) return `${common}\n${isOnePlanned(change)}`;
  if (byValue.has(kind)) return `${common}\n${shape}\n${places.map(placeKey).join('\n')}`;
  if (byName.has(kind))
    return `${common}\n${value}\n${canonicalJson(details ?? null)}\n${hadDeprecation(change)}\n${places.map(structureKey).join('\n')}`;
  // Each unknown trait has its own card; one trait of many things is one line.
  if (kind.startsWith('trait-')) return `${common}\n${value}`;
  return change.key;
}

/** Something that was deprecated before its removal has its own card. */
function isOnePlanned(change: Change): string {
  return change.kind === 'operation-removed' && hadDeprecation(change) !== '' ? change.key : '';
}

function hadDeprecation({ before }: Change): string {
  return typeof before === 'object' && before !== null && 'deprecated' in before ? canonicalJson(before) : '';
}

function placeKey({ operation, direction, path, severity }: Place): string {
  return `${operation} ${direction} ${path} ${severity}`;
}

function structureKey({ operation, direction, path, severity }: Place): string {
  return `${operation} ${direction} ${parentPath(path)} ${severity}`;
}

function cardOf(found: readonly [Change, ...Change[]]): Card {
  const [{ key }] = found;
  // It has as many changes as were found.
  const changes = inReadingOrder(found, (change) => change) as Card['changes'];
  const [{ kind, severity, audience, places }] = changes;
  const isOne = changes.length === 1 || byValue.has(kind);
  return {
    key,
    kind,
    severity,
    audience,
    changes,
    places: isOne ? places : everyPlace(changes),
    unlisted: isOne ? (changes[0].unlisted ?? 0) : changes.reduce((sum, one) => sum + (one.unlisted ?? 0), 0),
  };
}

function everyPlace(changes: readonly Change[]): readonly Place[] {
  const all = changes.flatMap(({ places }) => places);
  return [...new Map(all.map((place) => [placeKey(place), place])).values()];
}
