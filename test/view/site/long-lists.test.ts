/** The years of a long list, and whether a filter of its rows helps. */
import { expect, test } from 'vitest';
import { byYear, needsFilter } from '../../../src/view/site/long-lists.ts';

const groupsOf = (...dates: readonly (string | null)[]) =>
  byYear(dates.map((date) => ({ date }))).map(({ year, anchor, rows }) => [year, anchor, rows.length]);

test('two years are not divided, three are', () => {
  expect(groupsOf()).toEqual([]);
  expect(groupsOf('2026-01-01', '2025-03-02', '2025-01-01')).toEqual([[null, null, 3]]);
  expect(groupsOf('2026-01-01', '2025-03-02', '2025-01-01', '2019-01-01')).toEqual([
    ['2026', 'y2026', 1],
    ['2025', 'y2025', 2],
    ['2019', 'y2019', 1],
  ]);
});

test('the order stays, and a year that comes again has no second anchor', () => {
  expect(groupsOf('2026-01-01', '2025-03-02', '2026-02-01', '2024-01-01').map(([, anchor]) => anchor)).toEqual([
    ...['y2026', 'y2025', null, 'y2024'],
  ]);
});

test('the newest years are open as long as few rows stand above; the others are folded', () => {
  const rows = (year: number, count: number) => Array.from({ length: count }, () => ({ date: `${year}-05-01` }));
  const openOf = (...counts: readonly number[]) =>
    byYear(counts.flatMap((count, at) => rows(2026 - at, count))).map(({ open }) => open);
  expect(openOf(100, 1, 1)).toEqual([true, false, false]);
  expect(openOf(10, 10, 10, 10)).toEqual([true, true, true, false]);
  expect(openOf(1, 2, 3)).toEqual([true, true, true]);
});

test('what has no date belongs to the row before it, or to the first year', () => {
  expect(groupsOf(null, '2026-01-01', null, '2025-03-02', '2019-01-01', null)).toEqual([
    ['2026', 'y2026', 3],
    ['2025', 'y2025', 1],
    ['2019', 'y2019', 2],
  ]);
});

test('a filter needs many rows that differ', () => {
  const six = <T>(row: T): T[] => Array.from({ length: 6 }, () => row);
  expect(needsFilter([...six(['new']).slice(1), ['breaks']])).toBe(true);
  expect(needsFilter([['new'], ['breaks'], ['new'], ['new'], ['new']])).toBe(false);
  expect(needsFilter(six(['new', 'breaks']))).toBe(false);
  expect(needsFilter([...six(['new', 'breaks']), []])).toBe(true);
  expect(needsFilter(six([]))).toBe(false);
});
