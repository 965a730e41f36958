/** Sorts what was found and puts it into groups: the group with the best hit comes first. */
import type { Hit } from './hits.ts';
import { type Findable, findable, matchedParts } from './match.ts';
import type { HitKind, Query } from './query.ts';

export interface Group {
  readonly kind: HitKind;
  readonly title: string;
  readonly hits: readonly Hit[];
  /** How many more fit. */
  readonly more: number;
}

/** The groups of the hits. `order`: of services, for what is equal in all else. */
export function groupsOf(
  hits: readonly Hit[],
  { kind, words }: Pick<Query, 'kind' | 'words'>,
  order: ReadonlyMap<string, number>,
): readonly Group[] {
  const compare = (a: Hit, b: Hit): number =>
    a.rank - b.rank ||
    a.order - b.order ||
    Number(b.isMine) - Number(a.isMine) ||
    b.uses - a.uses ||
    a.name.length - b.name.length ||
    byText(a.name, b.name) ||
    (order.get(a.service) ?? 0) - (order.get(b.service) ?? 0);
  return kinds
    .flatMap(({ of, title, most }) => {
      const sorted = withoutTwins(hits.filter((hit) => hit.kind === of).sort(compare));
      const room = kind === of ? mostOfOne : most;
      const shown = sorted.slice(0, room).map((hit) => ({ ...hit, marks: marksOf(findable(hit.name), words) }));
      return shown.length === 0 ? [] : [{ kind: of, title, hits: shown, more: sorted.length - shown.length }];
    })
    .sort((a, b) => (a.hits[0]?.rank ?? 0) - (b.hits[0]?.rank ?? 0));
}

function marksOf(name: Findable, words: readonly string[]): Hit['marks'] {
  return matchedParts(name, words);
}

/** What a service and all services have in common is found twice. */
function withoutTwins(hits: readonly Hit[]): readonly Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ name, address }) => {
    const key = `${name} ${address}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const kinds = [
  { of: 'service', title: 'Services', most: 4 },
  { of: 'operation', title: 'Operations', most: 8 },
  { of: 'field', title: 'Fields', most: 12 },
  { of: 'value', title: 'Values', most: 8 },
  { of: 'shape', title: 'Shapes', most: 6 },
] as const satisfies readonly { readonly of: HitKind; readonly title: string; readonly most: number }[];

/** Where one kind is asked for. */
const mostOfOne = 60;
