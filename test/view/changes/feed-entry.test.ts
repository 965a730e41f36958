/** Tests what is news in which feed, in which order it is told, and what an item is made from. */
import { expect, test } from 'vitest';
import type { ServiceRelease, StoreReader } from '../../../src/store/types.ts';
import { feedEntry, feedNews, isNews } from '../../../src/view/changes/feed-entry.ts';
import { feedRelease, releaseNews } from '../../../src/view/changes/feed-release.ts';
import type { Site } from '../../../src/view/site/site.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';
import { noCounts, releaseOf, serviceRelease, siteWith } from '../../feed/feeds-by-hand.ts';
import { paragraph } from '../../fixture-services.ts';

const note = { category: 'feature', text: paragraph('Words of the team.') };
const release = releaseOf('1.0 2025-01-01');

/** A site of these releases, the newest first: `1.3` or, where its day is known, `1.3 2025-03-01`. */
function siteOf(
  days: readonly string[],
  services: readonly string[] = ['elbv2'],
  more: Partial<StoreReader> = {},
): Site {
  const releases = days.map(releaseOf);
  const entries = releases.flatMap((one) => services.map((service) => serviceRelease(one, service)));
  return siteWith(releases, entries, () => [], more);
}

test.each<[string, Partial<ServiceRelease>, boolean]>([
  ['a new service', { status: 'added', counts: noCounts }, true],
  ['a service that is gone', { status: 'removed', counts: noCounts }, true],
  ['a change', { counts: { ...noCounts, breaking: 1 } }, true],
  ['a changed statement', { counts: { ...noCounts, docs: 1 } }, true],
  ['a note without a change', { counts: noCounts, notes: [note] }, true],
  ['a change on the wire', { counts: { ...noCounts, wire: 3 } }, false],
  ['neither', { counts: noCounts }, false],
  ['the earliest known state', { status: 'first', counts: noCounts }, false],
])('%s is news: %s', (_, more, expected) => {
  const entry = serviceRelease(release, 'elbv2', more);
  expect(isNews(entry)).toBe(expected);
  const site = siteWith([release], [entry]);
  expect(feedNews(site)).toHaveLength(expected ? 1 : 0);
  expect(feedNews(site, undefined, 'elbv2')).toHaveLength(expected ? 1 : 0);
  expect(releaseNews(site)).toHaveLength(expected ? 1 : 0);
});

test('what breaks callers is news of its own', () => {
  const entries = [
    serviceRelease(release, 'elbv2', { counts: { ...noCounts, breaking: 1 } }),
    serviceRelease(release, 'ec2', { counts: { ...noCounts, dangerous: 9 }, notes: [note] }),
  ];
  const site = siteWith([release], entries);
  expect(feedNews(site, 'breaking').map(({ service }) => service)).toEqual(['elbv2']);
  expect(feedNews(site, 'breaking', 'ec2')).toEqual([]);
});

test('changed descriptions are news also where nothing else happened', () => {
  const [newer, older] = [releaseOf('1.1 2025-02-02'), release];
  const site = siteWith([newer, older], [], () => [], {
    described: (service) =>
      service === 'elbv2' ? [newer, older].map((one) => ({ release: one, count: 1 })) : [{ release: older, count: 1 }],
    descriptions: () => [changeOf('documentation-changed', '', { before: 'a', after: 'b' })],
  });
  const news = feedNews(site, 'documentation');
  expect(news.map((one) => `${one.release.id} ${one.service} ${one.title}`)).toEqual([
    '1.1 elbv2 Elastic Load Balancing v2',
    '1.0 apigatewayv2 AmazonApiGatewayV2',
    '1.0 elbv2 Elastic Load Balancing v2',
  ]);
  // There is no page of the service in the release, so the item leads to that of the release.
  expect(news.map((one) => feedEntry(site, one).url)[0]).toBe('https://docs.example.org/docs/releases/1.1/');
});

test('a release without a day gets that of the nearest older one, else of the nearest newer one, else the first of all', () => {
  const times = (...days: readonly string[]) =>
    feedNews(siteOf(days)).map(({ time, sortTime }) => `${time?.slice(0, 10)} ${sortTime.slice(0, 10)}`);
  expect(times('1.3', '1.2 2025-02-02', '1.1 2025-01-01')).toEqual([
    'undefined 2025-02-02',
    '2025-02-02 2025-02-02',
    '2025-01-01 2025-01-01',
  ]);
  expect(times('1.3 2025-03-03', '1.2 2025-02-02', '1.1')).toEqual([
    '2025-03-03 2025-03-03',
    '2025-02-02 2025-02-02',
    'undefined 2025-02-02',
  ]);
  expect(times('1.1')).toEqual(['undefined 1970-01-01']);
});

test('a release whose month alone is known states no day, and comes in its month', () => {
  const times = (...days: readonly string[]) =>
    feedNews(siteOf(days)).map(({ time, sortTime }) => `${time?.slice(0, 10)} ${sortTime.slice(0, 10)}`);
  expect(times('1.3 2025-03-02', '1.2 2025-03', '1.1 2025-01-01')).toEqual([
    '2025-03-02 2025-03-02',
    'undefined 2025-03-01',
    '2025-01-01 2025-01-01',
  ]);
  // It is not before an older release of its month.
  expect(times('1.2 2025-03', '1.1 2025-03-20')).toEqual(['undefined 2025-03-20', '2025-03-20 2025-03-20']);
  expect(times('1.2', '1.1 2025-03')).toEqual(['undefined 2025-03-01', 'undefined 2025-03-01']);
});

test('a time is that of the commit, else midnight in UTC', () => {
  const times = feedNews(siteOf(['1.2 2025-02-02T03:04:05Z', '1.1 2025-01-01'])).map(({ time }) => time);
  expect(times).toEqual(['2025-02-02T03:04:05Z', '2025-01-01T00:00:00Z']);
});

test('the newest day comes first, also of a backport; of one day the greater version', () => {
  const days = ['2.0 2025-01-05T01:00:00Z', '1.9 2025-01-05T09:00:00Z', '1.8 2025-02-01', '1.7 2025-01-01'];
  const site = siteOf(days, ['ec2', 'elbv2']);
  const order = ['1.8 ec2', '1.8 elbv2', '2.0 ec2', '2.0 elbv2', '1.9 ec2', '1.9 elbv2', '1.7 ec2', '1.7 elbv2'];
  expect(feedNews(site).map((news) => `${news.release.id} ${news.service}`)).toEqual(order);
  expect(releaseNews(site).map((news) => news.release.id)).toEqual(['1.8', '2.0', '1.9', '1.7']);
});

test('an item has the cards of its feed, worst first, and the numbers of what it does not tell', () => {
  const places = [placeOf('CreateListener', 'Port')];
  const changes = [
    changeOf('field-added', '', { places, key: 'a' }),
    changeOf('type-changed', 'a>b', { places, severity: 'breaking', key: 'b' }),
    changeOf('endpoint-rules-changed', '', { places: [], audience: 'wire', key: 'c' }),
  ];
  const entry = serviceRelease(release, 'elbv2', { counts: { ...noCounts, breaking: 1 }, notes: [note, note] });
  const site = siteWith([release], [entry], () => changes);
  const of = (topic?: 'breaking') => feedNews(site, topic).map((news) => feedEntry(site, news))[0];
  expect(of()?.cards.map(({ key }) => key)).toEqual(['b', 'a']);
  expect(of()).toMatchObject({
    ...{ total: 2, others: 0, wire: 1, status: null, url: 'https://docs.example.org/docs/releases/1.0/elbv2/' },
    ...{ summary: 'Words of the team.', kinds: ['field-added', 'type-changed'], hasAnchors: true },
    notes: ['<p>Words of the team.</p>', '<p>Words of the team.</p>'],
  });
  expect(of('breaking')?.cards.map(({ key }) => key)).toEqual(['b']);
  expect(of('breaking')).toMatchObject({ total: 1, others: 1, wire: 0, kinds: ['type-changed'] });
});

test('the item of a release has the notes on no service, each under what it is about', () => {
  const notes = [
    { about: 'TLS <1.2', ...note },
    { about: null, category: null, text: paragraph('More.') },
  ];
  const site = siteWith([release], [], () => [], { generalNotes: () => notes });
  const [news] = releaseNews(site).map((one) => feedRelease(site, one));
  expect(news).toMatchObject({
    ...{ url: 'https://docs.example.org/docs/releases/1.0/', summary: 'Words of the team.', worst: null },
    notes: ['<p><strong>TLS &#60;1.2</strong></p><p>Words of the team.</p>', '<p>More.</p>'],
    ...{ services: [], shared: [], subjects: ['TLS <1.2'] },
  });
});

test('a long note is cut in the summary', () => {
  const long = { category: null, text: paragraph('word '.repeat(200)) };
  const site = siteWith([release], [serviceRelease(release, 'elbv2', { notes: [long] })]);
  for (const news of feedNews(site)) {
    const { summary } = feedEntry(site, news);
    expect(summary.length).toBeGreaterThan(280);
    expect(summary.length).toBeLessThanOrEqual(300);
  }
});
