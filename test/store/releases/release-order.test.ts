/** Tests the order of releases: versions by version, and releases that are only a day among them. */
import { expect, test } from 'vitest';
import { botocoreReleases } from '../../../src/parse/dialects/service-model/releases.ts';
import { estimatedDay, orderReleases } from '../../../src/store/releases/release-order.ts';
import type { Release } from '../../../src/store/types.ts';
import { forSeeds } from '../../generate/random.ts';

/** `1.2.0`, `1.2.0 2025-01-01`, `2025-01-01`, or a name that is neither. */
function releaseOf(text: string): Release {
  const [id = '', date] = text.split(' ');
  if (/^\d{4}-/.test(id)) return { id, version: null, date: id };
  if (!/^\d/.test(id)) return { id, version: null, date: null };
  return { id, version: id, date: date ?? null };
}

const ordered = (...texts: readonly string[]) => orderReleases(texts.map(releaseOf)).map(({ id }) => id);

test('versions keep their order, whatever their days say', () => {
  expect(ordered('1.10.0', '1.9.0', '1.2.3')).toEqual(['1.2.3', '1.9.0', '1.10.0']);
  expect(ordered('9.2.0 2020-01-01', '9.1.0 2021-01-01')).toEqual(['9.1.0', '9.2.0']);
});

test('a day stands before the first version that came out later, and behind one of the same day', () => {
  const versions = ['9.1.0 2025-01-10', '9.2.0 2025-02-10'];
  expect(ordered(...versions, '2025-01-09')).toEqual(['2025-01-09', '9.1.0', '9.2.0']);
  expect(ordered(...versions, '2025-01-10')).toEqual(['9.1.0', '2025-01-10', '9.2.0']);
  expect(ordered(...versions, '2025-01-11', '2025-01-31')).toEqual(['9.1.0', '2025-01-11', '2025-01-31', '9.2.0']);
  expect(ordered(...versions, '2025-02-10', '2025-03-01')).toEqual(['9.1.0', '9.2.0', '2025-02-10', '2025-03-01']);
});

test('days alone stand by day, and what has neither day nor version before all', () => {
  expect(ordered('2025-02-01', 'unknown', '2025-01-01', 'another', '1.0.0')).toEqual([
    ...['another', 'unknown', '1.0.0', '2025-01-01', '2025-02-01'],
  ]);
});

test('a version without a day stands about where it came out', () => {
  expect(ordered('2025-11-13', '1.40.0', '1.40.72', '1.40.73', '1.41.0')).toEqual([
    ...['1.40.0', '1.40.72', '2025-11-13', '1.40.73', '1.41.0'],
  ]);
  expect(ordered('2025-07-30', '1.40.0')).toEqual(['2025-07-30', '1.40.0']);
});

test.each([
  ['1.40.0', '2025-07-31'],
  ['1.40.1', '2025-08-01'],
  ['1.40.10', '2025-08-15'],
  // Never later than the next minor version.
  ['1.40.500', '2025-11-19'],
  ['1.41.0', '2025-11-19'],
  ['1.43.10', '2026-05-14'],
  ['1.5.0', '2017-01-16'],
  // A version between two of the table goes on from the older one.
  ['0.7.0', '2013-01-25'],
  ['1.99.0', '2026-04-29'],
  ['0.4.0', undefined],
])('%s came out about %s', (version, day) => {
  expect(estimatedDay(version)).toBe(day);
});

test('the order does not depend on the order in which releases come', () => {
  const texts = ['1.0.0', '1.1.0 2020-02-02', '1.2.0', '2015-01-01', '2020-02-02', '2020-02-03', 'x', 'y'];
  const expected = ordered(...texts);
  forSeeds(20, (random) => expect(ordered(...random.some(texts, texts.length))).toEqual(expected));
});

test('the table of minor versions is in order, and leaves none out', () => {
  const { minorReleases } = botocoreReleases;
  const days = minorReleases.map(([, day]) => day);
  expect(days).toEqual(days.toSorted());
  for (const day of days) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
  const versions = minorReleases.map(([version]) => version);
  const expected = [
    ...['0.5.0', ...Array.from({ length: 10 }, (_, index) => `0.${(index + 1) * 10}.0`)],
    ...Array.from({ length: versions.length - 11 }, (_, index) => `1.${index}.0`),
  ];
  expect(versions).toEqual(expected);
});
