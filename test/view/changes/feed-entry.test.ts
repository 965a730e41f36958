/** Tests what is news, in which order it is told, and which day it gets where nobody knows one. */
import { expect, test } from 'vitest';
import type { Release, ServiceRelease } from '../../../src/store/types.ts';
import { isNews, newestFeedEntries } from '../../../src/view/changes/feed-entry.ts';
import type { Site } from '../../../src/view/site/site.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';
import { paragraph } from '../../fixture-services.ts';
import { fixtureSite } from '../../fixture-site.ts';

const none = { breaking: 0, dangerous: 0, safe: 0, docs: 0, wire: 0 };
const note = { category: 'feature', text: paragraph('Words of the team.') };

function entryOf(release: Release, service: string, more: Partial<ServiceRelease> = {}): ServiceRelease {
  return {
    ...{ release, service, title: `Title of ${service}`, status: 'changed', counts: { ...none, safe: 1 } },
    ...{ notes: [], sources: ['documentation'], ...more },
  };
}

/** A site of these releases, the newest first: `1.3` or, where its day is known, `1.3 2025-03-01`. */
function siteOf(days: readonly string[], services: readonly string[] = ['elbv2']): Site {
  const releases = days.map((text): Release => {
    const [id = '', date = null] = text.split(' ');
    return { id, version: id, date };
  });
  const entries = releases.flatMap((release) => services.map((service) => entryOf(release, service)));
  return withEntries(entries, releases);
}

function withEntries(entries: readonly ServiceRelease[], releases: readonly Release[]): Site {
  const { store, ...site } = fixtureSite('/docs/');
  const serviceReleases: Site['store']['serviceReleases'] = (filter = {}) =>
    entries.filter(
      ({ service, release }) =>
        (filter.service ?? service) === service && (filter.release ?? release.id) === release.id,
    );
  return {
    ...site,
    store: { ...store, releases: () => releases, serviceReleases, generalNotes: () => [], changes: () => [] },
  };
}

const release: Release = { id: '1.0', version: '1.0', date: '2025-01-01' };

test.each<[string, Partial<ServiceRelease>, boolean]>([
  ['a new service', { status: 'added', counts: none }, true],
  ['a service that is gone', { status: 'removed', counts: none }, true],
  ['a change', { counts: { ...none, breaking: 1 } }, true],
  ['a changed description', { counts: { ...none, docs: 1, wire: 0 } }, true],
  ['a note without a change', { counts: none, notes: [note] }, true],
  ['neither', { counts: none }, false],
  ['the earliest known state', { status: 'first', counts: none }, false],
])('%s is news: %s', (_, more, expected) => {
  expect(isNews(entryOf(release, 'elbv2', more))).toBe(expected);
  const site = withEntries([entryOf(release, 'elbv2', more)], [release]);
  expect(newestFeedEntries(site, 10)).toHaveLength(expected ? 1 : 0);
  expect(newestFeedEntries(site, 10, 'elbv2')).toHaveLength(expected ? 1 : 0);
});

test('a release without a day gets that of the nearest older one, else of the nearest newer one, else the first of all', () => {
  const dates = (...days: readonly string[]) =>
    newestFeedEntries(siteOf(days), 10).map(({ date, sortDate }) => `${date} ${sortDate}`);
  expect(dates('1.3', '1.2 2025-02-02', '1.1 2025-01-01')).toEqual([
    'null 2025-02-02',
    '2025-02-02 2025-02-02',
    '2025-01-01 2025-01-01',
  ]);
  expect(dates('1.3 2025-03-03', '1.2 2025-02-02', '1.1')).toEqual([
    '2025-03-03 2025-03-03',
    '2025-02-02 2025-02-02',
    'null 2025-02-02',
  ]);
  expect(dates('1.1')).toEqual(['null 1970-01-01']);
});

test('the newest come first, the notes of a release before its services, and no more than are asked for', () => {
  const site = siteOf(['1.3', '1.2', '1.1'], ['ec2', 'elbv2']);
  const noted: Site = {
    ...site,
    store: { ...site.store, generalNotes: (id) => (id === '1.2' ? [{ about: null, ...note }] : []) },
  };
  const told = (limit: number, service?: string) =>
    newestFeedEntries(noted, limit, service).map((news) => `${news.release} ${news.service}`);
  expect(told(10)).toEqual(['1.3 ec2', '1.3 elbv2', '1.2 null', '1.2 ec2', '1.2 elbv2', '1.1 ec2', '1.1 elbv2']);
  expect(told(4)).toEqual(['1.3 ec2', '1.3 elbv2', '1.2 null', '1.2 ec2']);
  expect(told(3)).toEqual(['1.3 ec2', '1.3 elbv2', '1.2 null']);
  expect(told(2)).toEqual(['1.3 ec2', '1.3 elbv2']);
  expect(told(1)).toEqual(['1.3 ec2']);
  expect(told(0)).toEqual([]);
  expect(told(2, 'elbv2')).toEqual(['1.3 elbv2', '1.2 elbv2']);
});

test('the news of a service say what changed, in figures, words and kinds', () => {
  const { store, ...site } = withEntries(
    [entryOf(release, 'elbv2', { counts: { ...none, breaking: 1, safe: 2 }, notes: [note, note] })],
    [release],
  );
  const places = [placeOf('CreateListener', 'Port')];
  const changes = [changeOf('type-changed', 'a>b', { places }), changeOf('field-added', '', { places })];
  const [news] = newestFeedEntries({ ...site, store: { ...store, changes: () => changes } }, 1);
  expect(news).toMatchObject({
    ...{
      release: '1.0',
      service: 'elbv2',
      title: 'Title of elbv2',
      what: '1 breaks callers, 2 new or looser',
      date: '2025-01-01',
    },
    ...{ url: 'https://docs.example.org/docs/releases/1.0/elbv2/', summary: 'Words of the team.' },
    ...{ notes: ['<p>Words of the team.</p>', '<p>Words of the team.</p>'], kinds: ['field-added', 'type-changed'] },
  });
  expect(news?.sections.map(({ title, cards }) => `${title} ${cards.length}`)).toEqual(['CreateListener 2']);
});

test.each([
  ['added', 'new service'],
  ['removed', 'service removed'],
] as const)('of a service that was %s the news say so', (status, what) => {
  const site = withEntries([entryOf(release, 'elbv2', { status })], [release]);
  expect(newestFeedEntries(site, 1)[0]?.what).toBe(what);
});

test('the news of a release are its notes, each under what it is about', () => {
  const site = withEntries([], [release]);
  const notes = [
    { about: 'TLS <1.2', ...note },
    { about: null, category: null, text: paragraph('More.') },
    { about: 'Python', ...note },
  ];
  const [news, ...others] = newestFeedEntries({ ...site, store: { ...site.store, generalNotes: () => notes } }, 5);
  expect(others).toEqual([]);
  expect(news).toMatchObject({
    ...{ release: '1.0', service: null, title: 'All services', what: '3 notes', date: '2025-01-01' },
    ...{ sortDate: '2025-01-01', url: 'https://docs.example.org/docs/releases/1.0/', summary: 'Words of the team.' },
    notes: [
      '<p><strong>TLS &#60;1.2</strong></p><p>Words of the team.</p>',
      '<p>More.</p>',
      '<p><strong>Python</strong></p><p>Words of the team.</p>',
    ],
    ...{ sections: [], kinds: ['Python', 'TLS <1.2'] },
  });
});

test('a long note is cut in the summary', () => {
  const long = { category: null, text: paragraph('word '.repeat(200)) };
  const site = withEntries([entryOf(release, 'elbv2', { notes: [long] })], [release]);
  const [news] = newestFeedEntries(
    { ...site, store: { ...site.store, generalNotes: () => [{ about: null, ...long }] } },
    5,
  );
  const [own] = newestFeedEntries(site, 5);
  for (const summary of [news?.summary ?? '', own?.summary ?? '']) {
    expect(summary.length).toBeGreaterThan(280);
    expect(summary.length).toBeLessThanOrEqual(300);
  }
});
