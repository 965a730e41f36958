/** The places of a card, by operation. */
import type { ToldCard } from '../../diff/net.ts';

/** The operations that one card lists, with a limited number of places. */
export function groupPlaces({ places }: { readonly places: readonly Omit<ToldCard['places'][number], 'severity'>[] }): {
  readonly operations: readonly { readonly name: string; readonly paths: readonly string[] }[];
  readonly count: number;
  /** The places that are left out. */
  readonly more: number;
} {
  const placed = places.slice(0, maxPlaces).filter(({ operation }) => operation !== null);
  const byOperation = Map.groupBy(placed, ({ operation }) => operation ?? '');
  return {
    operations: [...byOperation].map(([name, own]) => ({
      name,
      paths: own.flatMap(({ direction, path }) => [direction, path].filter(Boolean).join('.') || []),
    })),
    count: placed.length,
    more: Math.max(places.length - maxPlaces, 0),
  };
}

/** The most places on one card. */
const maxPlaces = 200;
