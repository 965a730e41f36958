/** The page of what broke callers: the newest first, up to a size, and the months of the rest. */
import { expect, test } from 'vitest';
import { breakingPage } from '../../../src/view/pages/releases/breaking-page.ts';
import { releaseYearPage, releaseYearPaths } from '../../../src/view/pages/releases/release-year-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';
import { releaseOf, serviceRelease } from '../../feed/feeds-by-hand.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite('/docs/');
const counts = { breaking: 1, dangerous: 0, safe: 0, docs: 0, wire: 0 };

/** A site whose releases, a day each, break callers of services in so many ways, each by fields that `fieldOf` names. */
function broken(
  days: readonly string[],
  ways: number,
  services: readonly string[] = ['elbv2'],
  fieldOf: (service: string) => string = () => 'Strength',
) {
  const releases = days.map((day, at) => releaseOf(`1.${500 - at} ${day}`));
  const changes = (service: string) =>
    Array.from({ length: ways }, (_, at) =>
      changeOf('type-changed', 'integer>string', {
        ...{ severity: 'breaking', key: `key${at}`, before: 'integer', after: 'string' },
        places: [placeOf(`Brew${at}`, `${fieldOf(service)}${at}`, { severity: 'breaking' })],
      }),
    );
  const store = {
    ...site.store,
    releases: () => releases,
    serviceReleases: () =>
      releases.flatMap((release) => services.map((id) => ({ ...serviceRelease(release, id), counts, notes: [] }))),
    changes: (service: string) => [...changes(service), changeOf('operation-added', 'Grind')],
  };
  return { ...site, store, memory: new Memory() };
}

const releasesOf = ({ months }: ReturnType<typeof breakingPage>) => months.flatMap(({ releases }) => releases);

test('every release that broke callers is told with its sentences, the newest first', () => {
  const page = breakingPage(broken(['2025-02-03', '2025-01-02'], 10));
  expect(releasesOf(page).map(({ release, date }) => [release, date])).toEqual([
    ['1.500', '2025-02-03'],
    ['1.499', '2025-01-02'],
  ]);
  const [service] = releasesOf(page)[0]?.services ?? [];
  expect([service?.lines.length, service?.more]).toEqual([8, 2]);
  expect(service?.lines[0]?.url).toMatch(/^\/docs\/releases\/1\.500\/elbv2\/#key\d$/);
  expect(service?.lines.every(({ lead }) => lead.severity === 'breaking')).toBe(true);
  expect(page.summary).toBe('1 service in 2 releases, 2 Jan 2025 to 3 Feb 2025');
  expect(page.older).toEqual([]);
});

test('what has no room is linked by its months, which show only what breaks', () => {
  const days = Array.from({ length: 400 }, (_, at) => new Date(Date.UTC(2025, 11, 31 - at)).toISOString().slice(0, 10));
  const page = breakingPage(broken(days, 8));
  expect(releasesOf(page).length).toBeGreaterThan(10);
  expect(releasesOf(page).length).toBeLessThan(400);
  expect(JSON.stringify(page.months).length).toBeLessThan(1_000_000);
  expect(page.older.at(-1)).toEqual({ label: 'November 2024', url: '/docs/releases/2024/11/?sev=breaking' });
  // A month that stands here in part has the rest on its own page.
  const last = releasesOf(page).at(-1)?.date ?? '';
  expect(page.older[0]?.url).toBe(`/docs/releases/${last.slice(0, 7).replace('-', '/')}/?sev=breaking`);
});

test('a release that is larger than a page stands alone on it', () => {
  const services = Array.from({ length: 120 }, (_, at) => `s${at}`);
  const days = ['2025-02-03', '2025-01-02', '2025-01-01'];
  const page = breakingPage(broken(days, 8, services, (service) => `Field of ${service} `));
  expect(releasesOf(page).map(({ date, services: own }) => [date, own.length])).toEqual([['2025-02-03', 120]]);
  expect(page.older.map(({ label }) => label)).toEqual(['January 2025']);
});

test('what many services share is told once', () => {
  const services = Array.from({ length: 25 }, (_, at) => `s${at}`);
  const [release] = releasesOf(breakingPage(broken(['2025-02-03'], 1, services)));
  expect(release?.common.map((line) => line.services.length)).toEqual([25]);
  expect(release?.services).toEqual([]);
});

test('months below many lines are folded, and each says how much it holds', () => {
  const days = ['2025-04-02', '2025-03-02', '2025-03-01', '2025-02-02', '2025-01-02', '2025-01-01'];
  const told = (ways: number) =>
    breakingPage(broken(days, ways)).months.map(({ title, words, open }) => [title, words, open]);
  expect(told(8)).toEqual([
    ['April 2025', '1 service in 1 release', true],
    ['March 2025', '1 service in 2 releases', true],
    ['February 2025', '1 service in 1 release', true],
    ['January 2025', '1 service in 2 releases', false],
  ]);
  expect(told(1).every(([, , open]) => open)).toBe(true);
});

test('where nothing broke, it says so', () => {
  const page = breakingPage(broken([], 1));
  expect(page).toMatchObject({ summary: 'Nothing that is known here broke callers.', months: [], older: [] });
});

test('a year has its months, and leads to its neighbours', () => {
  const of = broken(['2026-01-03', '2025-12-02', '2025-12-01', '2025-03-01', '2023-05-05'], 1);
  expect(releaseYearPaths(of).map(({ params }) => params.year)).toEqual(['2026', '2025', '2023']);
  expect(releaseYearPaths(of, { unit: { kind: 'month', id: '2025-12' } })).toEqual([]);
  const page = releaseYearPage(of, '2025');
  expect(page.months.map(({ label, url, releases, services }) => [label, url, releases, services])).toEqual([
    ['December', '/docs/releases/2025/12/', '2 releases', '1 service'],
    ['March', '/docs/releases/2025/03/', '1 release', '1 service'],
  ]);
  expect(page.counts.map(({ count }) => count)).toEqual([3]);
  expect([page.newer?.url, page.older?.url]).toEqual(['/docs/releases/2026/', '/docs/releases/2023/']);
});
