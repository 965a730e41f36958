/** The months of a list of releases. */
import { expect, test } from 'vitest';
import { byMonth } from '../../../src/view/changes/release-lines.ts';

test('a list by months has each month once, and releases without a date last', () => {
  const dates = ['2026-08-04', null, '2026-08-01', '2026-07-31', null, '2026-08'];
  expect(byMonth(dates.map((date, at) => ({ date, at })))).toEqual([
    {
      title: 'August 2026',
      releases: [
        { date: '2026-08-04', at: 0 },
        { date: '2026-08-01', at: 2 },
        { date: '2026-08', at: 5 },
      ],
    },
    { title: 'July 2026', releases: [{ date: '2026-07-31', at: 3 }] },
    {
      title: 'Date unknown',
      releases: [
        { date: null, at: 1 },
        { date: null, at: 4 },
      ],
    },
  ]);
});
