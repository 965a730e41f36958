/** Migrations: many changes of few kinds, shown as a table by kind rather than one by one. */
import type { Severity } from '../../model/index.ts';
import { cardTitle } from './card-sentence.ts';
import type { Card } from './cards.ts';

/** One kind of a migration, with examples. */
export interface MigrationRow {
  readonly kind: string;
  readonly severity: Severity;
  readonly count: number;
  /** The titles of its first cards. */
  readonly examples: readonly string[];
}

/** Nobody reads more cards than this one by one; cards of more kinds are not a migration. */
const minCards = 100;
const maxKinds = 5;
const maxExamples = 3;
/** A release with these kinds has its own changes, and is not only a migration. */
const ownKinds = new Set([
  'operation-added',
  'operation-removed',
  'field-added',
  'field-removed',
  'required-field-added',
]);

/**
 * The table of a migration, most frequent kind first; null if the cards are not a migration. Cards that break callers
 * are in no row: all of them are listed, whatever their number.
 */
export function migrationOf(cards: readonly Card[]): readonly MigrationRow[] | null {
  const own = cards.filter(({ audience }) => audience === 'sdk');
  const kinds = new Set(own.map(({ kind }) => kind));
  if (own.length <= minCards || kinds.size > maxKinds || own.some(({ kind }) => ownKinds.has(kind))) return null;
  const rest = own.filter(({ severity }) => severity !== 'breaking');
  const groups = Map.groupBy(rest, ({ kind, severity }) => `${kind} ${severity}`);
  return [...groups.values()]
    .map((group): MigrationRow => {
      // A group has the card that began it.
      const [{ kind, severity }] = group as [Card];
      return { kind, severity, count: group.length, examples: group.slice(0, maxExamples).map(cardTitle) };
    })
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}
