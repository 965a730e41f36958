/** Sorts the results into groups. The group with the best result comes first. */
import type { Fit, Shown } from './hits.ts';
import { matchedParts } from './match.ts';
import type { HitKind, Query } from './query.ts';

/** The content of one row. */
export interface Hit extends Shown {
  readonly kind: HitKind;
  readonly name: string;
  readonly isMine: boolean;
  /** The parts of the name that match the text. */
  readonly marks: readonly (readonly [number, number])[];
}

export interface Group {
  readonly kind: HitKind;
  readonly title: string;
  readonly hits: readonly Hit[];
  /** The number of further results. */
  readonly more: number;
  /** Whether all places of one name are listed. */
  readonly isEveryPlace: boolean;
}

export interface Groups {
  readonly groups: readonly Group[];
  /** All results of a kind, best first. */
  all(kind: HitKind): readonly Hit[];
}

/** The groups of the results. `order` is that of services, to sort results that are equal otherwise. */
export function groupsOf(
  fits: readonly Fit[],
  { kind, words, isLong = false }: Pick<Query, 'kind' | 'words'> & { readonly isLong?: boolean },
  order: ReadonlyMap<string, number>,
): Groups {
  const compare = (a: Fit, b: Fit): number =>
    a.rank - b.rank ||
    a.order - b.order ||
    Number(b.isMine) - Number(a.isMine) ||
    b.uses - a.uses ||
    a.found.name.length - b.found.name.length ||
    byText(a.found.name, b.found.name) ||
    (order.get(a.service) ?? 0) - (order.get(b.service) ?? 0);
  const fitsOf = (of: HitKind): readonly Fit[] => fits.filter((fit) => fit.kind === of);
  const hitOf = (fit: Fit): Hit => ({
    ...{ kind: fit.kind, name: fit.found.name, isMine: fit.isMine, ...fit.shown() },
    marks: matchedParts(fit.found, words),
  });
  const groups = kinds
    .flatMap(({ of, title, max }) => {
      const all = fitsOf(of);
      const isEveryPlace = all.some((fit) => fit.isEveryPlace === true);
      const room = kind === of || isEveryPlace ? maxOfOne : isLong ? max * longer : max;
      const best = bestOf(all, 2 * room, compare);
      const [first, ...rest] = withoutTwins(best);
      if (first === undefined) return [];
      const twins = best.length - rest.length - 1;
      const hits = [first, ...rest].slice(0, room).map(hitOf);
      const more = all.length - twins - hits.length;
      return [{ best: placeOf(first), group: { kind: of, title, hits, more, isEveryPlace } }];
    })
    .sort((a, b) => a.best - b.best)
    .map(({ group }) => group);
  return { groups, all: (of) => withoutTwins(fitsOf(of).toSorted(compare)).map(hitOf) };
}

/**
 * Where the group of a result stands, smaller is earlier: by its rank, but a service is before everything that is not
 * called exactly so. Whoever types the beginning of its name looks for it.
 */
function placeOf({ kind, rank }: Fit): number {
  return kind === 'service' ? Math.min(rank, 0.5) : rank;
}

/** The first results of the sorted list. Of thousands of results, only those that can be among the first are sorted. */
function bestOf(fits: readonly Fit[], max: number, compare: (a: Fit, b: Fit) => number): readonly Fit[] {
  const counts = new Map<number, number>();
  for (const { rank } of fits) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  let enough = 0;
  let worst = 0;
  for (const [rank, count] of [...counts].sort(([a], [b]) => a - b)) {
    if (enough >= max) break;
    enough += count;
    worst = rank;
  }
  return fits
    .filter(({ rank }) => rank <= worst)
    .sort(compare)
    .slice(0, max);
}

/** A name may come from the file of a service and from that of all services: only the better result stays. */
function withoutTwins(fits: readonly Fit[]): readonly Fit[] {
  const seen = new Set<string>();
  return fits.filter(({ found, service, at }) => {
    const key = `${found.name}\n${service}\n${at}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const kinds = [
  { of: 'service', title: 'Services', max: 3 },
  { of: 'operation', title: 'Operations', max: 5 },
  { of: 'field', title: 'Fields', max: 6 },
  { of: 'value', title: 'Values', max: 3 },
  { of: 'shape', title: 'Shapes', max: 2 },
] as const satisfies readonly { readonly of: HitKind; readonly title: string; readonly max: number }[];

/** How many times as many rows the page of search has as the dialog. */
const longer = 3;

/** The most rows if only one kind is searched. */
const maxOfOne = 24;
