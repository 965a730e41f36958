/** Tests where lists of pages are cut, what they count, and how months and neighbours are found. */
import { expect, test } from 'vitest';
import type { Change } from '../../../src/model/index.ts';
import type { Counts, Release, RemovedPart, ServiceRelease } from '../../../src/store/types.ts';
import { glyphs, severityGlyph } from '../../../src/view/changes/glyph.ts';
import { headlines } from '../../../src/view/changes/headline.ts';
import { releaseEntry } from '../../../src/view/changes/release-entry.ts';
import { type ReleaseLine, releaseLines, releaseMonths, releaseRuns } from '../../../src/view/changes/release-lines.ts';
import { removedPartViews } from '../../../src/view/fields/history/removed-parts.ts';
import { operationNav } from '../../../src/view/fields/operation-nav.ts';
import { homePage } from '../../../src/view/pages/home-page.ts';
import { releasePage } from '../../../src/view/pages/release-page.ts';
import { releaseMonthPage, releasesPage } from '../../../src/view/pages/releases-page.ts';
import { servicePage } from '../../../src/view/pages/service-page.ts';
import { countWords, serviceReleasePage } from '../../../src/view/pages/service-release-page.ts';
import type { Site } from '../../../src/view/site/site.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';
import { fixtureSite } from '../../fixture-site.ts';

const base = fixtureSite();
const none = { breaking: 0, dangerous: 0, safe: 0, docs: 0, wire: 0 };

/** A site with so many releases, one a day back from the end of 2025; each changes so many services. */
function siteOf(count: number, services = 1): Site {
  const releases = Array.from({ length: count }, (_, index): Release => {
    const date = new Date(Date.UTC(2025, 11, 31 - index)).toISOString().slice(0, 10);
    return { id: `1.${count - index}.0`, version: `1.${count - index}.0`, date };
  });
  const entries = releases.flatMap((release) =>
    Array.from({ length: services }, (_, index): ServiceRelease => {
      const counts = { ...none, safe: 1, breaking: index };
      return {
        release,
        service: `s${index}`,
        title: `S${index}`,
        status: 'changed',
        counts,
        notes: [],
        sources: ['x'],
      };
    }),
  );
  const serviceReleases: Site['store']['serviceReleases'] = (filter = {}) =>
    entries.filter(
      ({ service, release }) =>
        (filter.service ?? service) === service && (filter.release ?? release.id) === release.id,
    );
  const store: Site['store'] = { ...base.store, releases: () => releases, serviceReleases, generalNotes: () => [] };
  return { ...base, store };
}

test('150 releases stand on one page, more of them by month', () => {
  const whole = releasesPage(siteOf(150));
  expect(whole.years).toEqual([]);
  expect(whole.months.flatMap(({ releases }) => releases)).toHaveLength(150);
  const long = releasesPage(siteOf(151));
  expect(long.months.flatMap(({ releases }) => releases)).toHaveLength(75);
  expect(long.years.map(({ year, months }) => `${year}: ${months.map(({ label }) => label).join(' ')}`)).toEqual([
    '2025: August September October November December',
  ]);
  expect(long.years[0]?.months.at(-1)).toEqual({ label: 'December', id: 'December 2025', url: '/releases/2025/12/' });
});

test('a month leads to the months around it', () => {
  const page = releaseMonthPage(siteOf(100), '2025-11');
  expect(page.month.title).toBe('November 2025');
  expect(page.month.releases).toHaveLength(30);
  expect([page.newer?.id, page.older?.id]).toEqual(['December 2025', 'October 2025']);
  expect(releaseMonthPage(siteOf(40), '2025-12').newer).toBeNull();
  expect(releaseMonthPage(siteOf(40), '2025-11').older).toBeNull();
});

test('a release leads to the releases around it, and says how many services it changed', () => {
  const site = siteOf(3, 2);
  const middle = releasePage(site, '1.2.0');
  expect([middle.newer, middle.older]).toEqual([
    { id: '1.3.0', url: '/releases/1.3.0/' },
    { id: '1.1.0', url: '/releases/1.1.0/' },
  ]);
  expect(middle.entriesTitle).toBe('2 services');
  expect(middle.counts).toEqual([
    { glyph: glyphs.breaks, words: 'breaks callers', count: 1 },
    { glyph: glyphs.new, words: 'new or looser', count: 2 },
  ]);
  expect([releasePage(site, '1.3.0').newer, releasePage(site, '1.1.0').older]).toEqual([null, null]);
  const own = serviceReleasePage(site, '1.2.0', 's1');
  expect([own.newer?.id, own.older?.id]).toEqual(['1.3.0', '1.1.0']);
  expect(own.total).toBe('2 changes');
});

test('the first page has the newest fourteen days, and says what is newest', () => {
  const days = (count: number) => homePage(siteOf(count)).days.length;
  expect([days(13), days(14), days(15)]).toEqual([13, 14, 14]);
  const page = homePage(siteOf(31));
  expect(page.summary).toEqual([
    '2 services',
    expect.stringMatching(/^newest botocore 1\.31\.0, \d+ \w+ 2025$/),
    expect.stringMatching(/^14 releases from \d+ \w+ 2025 to \d+ \w+ 2025$/),
  ]);
  expect(page.archive[0]?.url).toMatch(/^\/releases\/2025\/\d\d\/$/);
});

test('the page of a month says in sentences all that broke, a month of long ago only where', () => {
  const site = fixtureSite();
  const told = releaseMonths(site).flatMap((month) => releaseMonthPage(site, month).month.releases);
  const broken = told.flatMap((line) => line.broken.map((one) => ({ ...one, line })));
  expect(broken.length).toBeGreaterThan(0);
  for (const { service, lines, more, url, line } of broken) {
    const all = headlines(site.store.changes(service, line.id)).filter(({ severity }) => severity === 'breaking');
    expect(lines.length + more).toBe(all.length);
    expect(url).toBe(`/releases/${line.id}/${service}/`);
    expect(lines.map((one) => one.url)).toEqual(all.slice(0, 8).map(({ key }) => `${url}#${key}`));
    expect(line.titles.find((title) => title.service === service)?.glyph).toBe(glyphs.breaks);
  }
  expect(Math.max(...broken.map(({ lines }) => lines.length))).toBeGreaterThan(1);
  expect(releaseLines(site, () => true).flatMap((line) => line.broken)).toEqual([]);
});

test('the months of older releases are not those that the first page shows whole', () => {
  expect(homePage(siteOf(14)).archive).toEqual([]);
  const labels = (count: number) => homePage(siteOf(count)).archive.map(({ label }) => label);
  expect(labels(15)).toEqual(['Rest of December 2025']);
  expect(labels(40)).toEqual(['Rest of December 2025', 'November 2025']);
});

test('a line of a release names six services and counts the others; those that break callers stand first, and all', () => {
  const of = (service: string, counts: Partial<Counts>): ServiceRelease => ({
    ...(siteOf(1).store.serviceReleases()[0] as ServiceRelease),
    ...{ service, title: service, counts: { ...none, ...counts } },
  });
  const lineOf = (all: readonly ServiceRelease[]) =>
    releaseLines({ ...siteOf(1), store: { ...siteOf(1).store, serviceReleases: () => all } }, () => true)[0];
  const safe = (count: number) => Array.from({ length: count }, (_, at) => of(`s${at}`, { safe: 1 }));
  expect(lineOf(safe(6))).toMatchObject({ services: '6 services', moreTitles: 0 });
  expect(lineOf(safe(8))).toMatchObject({ services: '8 services', moreTitles: 2 });
  expect(lineOf(safe(8))?.titles.map(({ service }) => service)).toEqual(['s0', 's1', 's2', 's3', 's4', 's5']);
  const few = lineOf([of('a', { safe: 9 }), of('b', { dangerous: 1 }), of('c', { breaking: 1 })]);
  expect(few?.titles.map(({ service, glyph }) => `${glyph?.sign ?? ''}${service}`)).toEqual(['!c', '?b', 'a']);
  expect(few?.titles[0]?.url).toBe('/releases/1.1.0/c/');
  const breaking = (count: number) => Array.from({ length: count }, (_, at) => of(`s${at}`, { breaking: 1 }));
  expect(lineOf([...breaking(9), of('z', { safe: 1 })])).toMatchObject({ moreTitles: 1 });
  expect(lineOf(breaking(30))).toMatchObject({ moreTitles: 6 });
});

test('services of a day stand by what they broke, then by how much they changed', () => {
  const of = (service: string, counts: Partial<Counts>): ServiceRelease => ({
    ...(siteOf(1).store.serviceReleases()[0] as ServiceRelease),
    ...{ service, title: service, counts: { ...none, ...counts } },
  });
  const all = [of('a', { safe: 9 }), of('b', { safe: 12 }), of('c', { breaking: 1 }), of('d', { dangerous: 3 })];
  const store: Site['store'] = { ...siteOf(1).store, serviceReleases: () => all };
  const [day] = homePage({ ...siteOf(1), store }).days;
  expect(day?.entries.map(({ service }) => service)).toEqual(['c', 'd', 'b', 'a']);
});

test('where nothing changed yet, the first page has the first states', () => {
  const [entry] = siteOf(1).store.serviceReleases();
  if (entry === undefined) throw new Error('expected an entry');
  const site = siteOf(1);
  const first: ServiceRelease = { ...entry, status: 'first', counts: none };
  const store: Site['store'] = { ...site.store, serviceReleases: () => [first] };
  expect(homePage({ ...site, store }).days[0]?.entries[0]).toMatchObject({ status: 'first known state' });
});

test('a service has the releases of twelve months on its page, and five that are older', () => {
  const site = siteOf(40);
  const serviceReleases: Site['store']['serviceReleases'] = () =>
    site.store.serviceReleases().map((entry, at) => ({
      ...entry,
      release: { ...entry.release, date: `${2025 - Math.floor(at / 10)}-06-15` },
    }));
  const latest = (from: number) =>
    servicePage({ ...site, store: { ...site.store, serviceReleases: () => serviceReleases().slice(from) } }, 'elbv2');
  expect(latest(0).latest).toHaveLength(10);
  expect(latest(0).latestTitle).toBe('Latest changes');
  expect(latest(8).latest).toHaveLength(5);
});

test('an entry has as many lines as there is room for, and counts the others', () => {
  const site = siteOf(1);
  const changes = Array.from({ length: 5 }, (_, index) => changeOf('of-the-future', String(index)));
  const store: Site['store'] = { ...site.store, changes: () => changes };
  const [entry] = store.serviceReleases();
  if (entry === undefined) throw new Error('expected an entry');
  const made = (room?: number) => releaseEntry({ ...site, store }, entry, room);
  expect([made(3).lines.length, made(3).moreLines]).toEqual([3, 2]);
  expect([made(5).lines.length, made(5).moreLines]).toEqual([5, 0]);
  expect([made().lines.length, made().moreLines]).toEqual([0, 0]);
  expect(made().total).toBe('1 change');
  expect(releaseEntry(site, { ...entry, counts: none }).total).toBe('no changes found');
});

test('a way from operation to operation shows all of a small service, and its neighbours', () => {
  const elb = base.store.service('elbv2');
  const [first] = elb?.operations ?? [];
  if (elb === null || first === undefined) throw new Error('expected the fixture');
  const names = (count: number) => Array.from({ length: count }, (_, index) => `Op${index}`);
  const nav = (count: number, name: string | null) => {
    const operations = names(count).map((one) => ({ ...first, operation: { ...first.operation, name: one } }));
    return operationNav(base, { ...elb, operations }, name);
  };
  expect([nav(16, 'Op3').links.length, nav(17, 'Op3').links.length, nav(17, null).links.length]).toEqual([16, 1, 0]);
  const { previous, next, links } = nav(3, 'Op1');
  expect([previous?.name, next?.name]).toEqual(['Op0', 'Op2']);
  expect(links.map(({ current }) => current)).toEqual([false, true, false]);
  expect([nav(3, 'Op0').next?.name, nav(3, 'Op2').previous?.name]).toEqual(['Op1', 'Op1']);
  expect([nav(3, 'Op0').previous, nav(3, 'Op2').next, nav(3, null).previous, nav(3, null).next]).toEqual([
    ...[null, null, null, null],
  ]);
});

test('what is gone is listed up to sixty, the last removed first', () => {
  const [newest, oldest] = base.store.releases();
  if (newest === undefined || oldest === undefined) throw new Error('expected the fixture');
  const part = (path: string, release: Release): RemovedPart => ({
    ...{ direction: 'request', path, value: null, since: null, removedIn: { release, orEarlier: false } },
  });
  const gone = (parts: readonly RemovedPart[]) => {
    const store: Site['store'] = {
      ...base.store,
      since: (id) => ({ ...base.store.since(id), removedParts: () => parts }),
    };
    return removedPartViews({ ...base, store }, 'elbv2', 'CreateListener');
  };
  const values = ['python3.10', 'python3.9'].map((value) => ({ ...part('Runtime', oldest), value }));
  const { parts, more } = gone([part('A', oldest), part('B', newest), ...values, part('C', oldest), part('D', newest)]);
  expect(parts.map(({ names, of }) => [names, of])).toEqual([
    [['B', 'D'], null],
    [['A', 'C'], null],
    [['python3.9', 'python3.10'], 'Runtime'],
  ]);
  expect(more).toBe(0);
  const many = (count: number) => gone(Array.from({ length: count }, (_, index) => part(`F${index}`, newest)));
  expect([many(60).parts[0]?.names.length, many(60).more]).toEqual([60, 0]);
  expect([many(63).parts[0]?.names.length, many(63).more]).toEqual([60, 3]);
});

test('counts in one line', () => {
  expect(countWords([])).toBe('no changes');
  expect(
    countWords([
      { severity: 'breaking', words: 'breaks callers', count: 1 },
      { severity: 'docs', words: 'words only', count: 2 },
    ]),
  ).toBe('1 breaks callers, 2 words only');
});

test('a list counts above what its rows count, changed descriptions too', () => {
  const site = siteOf(2, 2);
  const described = [{ release: { id: '1.2.0', version: '1.2.0', date: null }, count: 7 }];
  const memory = fixtureSite().memory;
  const store = { ...site.store, described: () => described };
  const page = releasePage({ ...site, store, memory }, '1.2.0');
  const sum = (rows: readonly { readonly counts: readonly { readonly glyph: object; readonly count: number }[] }[]) =>
    rows.flatMap(({ counts }) => counts).reduce((all, { count }) => all + count, 0);
  expect(sum([page])).toBe(sum(page.entries));
  expect(page.counts.find(({ glyph }) => glyph === severityGlyph('docs'))?.count).toBe(14);
  const [line] = releasesPage({ ...site, store, memory }).months.flatMap(({ releases }) => releases);
  expect(line?.counts).toEqual(page.counts);
});

test('neighbours without a change are told in one line', () => {
  const line = (id: string, titles: number, notes = '') =>
    ({ id, titles: Array.from({ length: titles }), notes }) as unknown as ReleaseLine;
  const lines = [line('6', 0), line('5', 0), line('4', 1), line('3', 0, '1 note for all services'), line('2', 0)];
  expect(releaseRuns(lines).map(({ line: one, quiet }) => one?.id ?? quiet?.map(({ id }) => id))).toEqual([
    ...[['6', '5'], '4', '3', ['2']],
  ]);
  expect(releaseRuns([])).toEqual([]);
});

test('new operations are named where the first line is about something else', () => {
  const newsOf = (...changes: readonly Change[]) => {
    const site = siteOf(1);
    const [entry] = site.store.serviceReleases();
    if (entry === undefined) throw new Error('Unexpected empty list, expected one release');
    return releaseEntry({ ...site, store: { ...site.store, changes: () => changes } }, entry, 3).news;
  };
  const gone = changeOf('field-removed', 'Port', { severity: 'breaking' });
  const added = (name: string) => changeOf('operation-added', name, { places: [placeOf(name, '')] });
  expect(newsOf(gone, added('Brew'), added('Stir'))).toBe('and 2 new operations');
  expect(newsOf(gone, added('Brew'))).toBe('and 1 new operation');
  expect(newsOf(gone)).toBeNull();
  expect(newsOf(added('Brew'), added('Stir'))).toBeNull();
  expect(newsOf()).toBeNull();
});
