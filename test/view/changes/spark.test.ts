/** The picture of a year: all services share one scale, and what changed words only is left out. */
import { expect, test } from 'vitest';
import type { ServiceRelease } from '../../../src/store/types.ts';
import { sparkOf } from '../../../src/view/changes/spark.ts';
import { fixtureSite } from '../../fixture-site.ts';

const none = { breaking: 0, dangerous: 0, safe: 0, docs: 0, wire: 0 };

function siteOf(entries: readonly ServiceRelease[]) {
  const site = fixtureSite();
  return { ...site, store: { ...site.store, serviceReleases: () => entries } };
}

function entry(service: string, date: string, counts: Partial<ServiceRelease['counts']>): ServiceRelease {
  const release = { id: `${service} ${date}`, version: null, date };
  // Only these are asked.
  const made = { service, release, counts: { ...none, ...counts }, notes: [{ text: [] }], status: 'changed' };
  return made as unknown as ServiceRelease;
}

const days = (month: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);

/** The heights of the bars. */
const heights = (path = ''): readonly number[] => [...path.matchAll(/V(\d+)/g)].map(([, top]) => 20 - Number(top));

test('a service that changed once in a month has a lower bar than one that changed often', () => {
  const site = siteOf([
    ...days('2026-08', 20).map((day) => entry('busy', day, { safe: 1 })),
    entry('calm', '2026-08-03', { dangerous: 2 }),
  ]);
  expect(heights(sparkOf(site, 'busy')?.path)).toEqual([19]);
  const [calm = 0] = heights(sparkOf(site, 'calm')?.path);
  expect(calm).toBeGreaterThanOrEqual(5);
  expect(calm).toBeLessThan(10);
});

test('a release of words only is no bar, and not counted', () => {
  const site = siteOf([
    entry('s', '2026-08-03', { safe: 1 }),
    entry('s', '2026-07-03', { docs: 4 }),
    entry('w', '2026-07-03', { docs: 1 }),
  ]);
  expect(heights(sparkOf(site, 's')?.path)).toHaveLength(1);
  expect(sparkOf(site, 's')?.words).toBe('1 release in 12 months that changed more than words');
  expect(sparkOf(site, 'w')).toBeNull();
});

test('twelve months have a place each, the newest at the right, and what is older or has no day has none', () => {
  const dates = ['2026-08-31', '2026-07-01', '2025-09-01', '2025-08-31'];
  const site = siteOf([...dates, ''].map((date) => entry('s', date, { breaking: 1 })));
  const undated = site.store.serviceReleases().map(({ release, ...rest }) => ({
    ...{ ...rest, release: { ...release, date: release.date === '' ? null : release.date } },
  }));
  const spark = sparkOf({ ...site, store: { ...site.store, serviceReleases: () => undated } }, 's');
  expect(spark?.path.match(/M\d+/g)).toEqual(['M2', 'M42', 'M46']);
  expect(spark?.words).toMatch(/^3 releases /);
});

test('one release beside a thousand is still seen, and a service that came or went has a bar without other changes', () => {
  const often = Array.from({ length: 1000 }, (_, at) => entry('busy', `2026-08-${String((at % 31) + 1)}`, { safe: 1 }));
  const [came, went] = (['added', 'removed'] as const).map((status) => ({
    ...{ ...entry(status, '2026-08-01', {}), status },
  }));
  const site = siteOf([...often, ...[came, went].flatMap((one) => one ?? [])]);
  for (const name of ['added', 'removed']) expect(heights(sparkOf(site, name)?.path)).toEqual([5]);
});
