/** How many results of each kind are rows: a few in the dialog, more on the page of search, most where one kind is asked for. */
import { expect, test } from 'vitest';
import { groupsOf } from '../../../src/components/client/search/groups.ts';
import type { Fit } from '../../../src/components/client/search/hits.ts';
import { findable } from '../../../src/components/client/search/match.ts';
import type { HitKind } from '../../../src/components/client/search/query.ts';

const fits = (['service', 'operation', 'field', 'value', 'shape'] as const).flatMap((kind) =>
  Array.from({ length: 40 }, (_, at): Fit => {
    const name = `Port${kind}${at}`;
    return {
      ...{ kind, found: findable(name), rank: 1, order: 1, isMine: false, uses: 0, service: `s${at}`, at: '' },
      shown: () => ({ way: [], address: '', since: null, aside: null, others: [] }),
    };
  }),
);
const rows = (kind: HitKind | null, isLong: boolean) =>
  groupsOf(fits, { kind, words: ['port'], isLong }, new Map()).groups.map(({ kind: of, hits, more }) => [
    of,
    hits.length,
    more,
  ]);

test.each<readonly [HitKind | null, boolean, readonly number[]]>([
  [null, false, [3, 5, 6, 3, 2]],
  [null, true, [9, 15, 18, 9, 6]],
  ['field', false, [3, 5, 24, 3, 2]],
  ['field', true, [9, 15, 24, 9, 6]],
])('kind %s, on a page of its own: %s', (kind, isLong, counts) => {
  expect(rows(kind, isLong)).toEqual(
    ['service', 'operation', 'field', 'value', 'shape'].map((of, at) => [of, counts[at], 40 - (counts[at] ?? 0)]),
  );
});
