/** Tests the feeds as readers see them: parsed by a reader's library, and by an XML parser that forgives nothing. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { rules } from '../../src/diff/index.ts';
import { atom } from '../../src/feed/atom.ts';
import { feedDocument, feedNamesOf } from '../../src/feed/feeds.ts';
import { jsonFeed } from '../../src/feed/json-feed.ts';
import { rss } from '../../src/feed/rss.ts';
import { xmlElement, xmlHtml } from '../../src/feed/xml.ts';
import { type Change, severities } from '../../src/model/index.ts';
import type { Release, ServiceRelease } from '../../src/store/types.ts';
import { feedEntry, feedNews } from '../../src/view/changes/feed-entry.ts';
import { feedTopics } from '../../src/view/site/urls.ts';
import { changeOf } from '../changes-by-hand.ts';
import { paragraph } from '../fixture-services.ts';
import { fixtureSite } from '../fixture-site.ts';
import { feedOf, itemOf, noCounts, releaseOf, serviceRelease, siteWith } from './feeds-by-hand.ts';

const site = fixtureSite('/docs/');
const rssText = rss(feedDocument(site, {}, 'rss'));
const serviceText = rss(feedDocument(site, { service: 'elbv2' }, 'rss'));

test('the XML of every feed is well-formed, whatever the texts hold', () => {
  for (const name of feedNamesOf(site)) {
    for (const text of [rss(feedDocument(site, name, 'rss')), atom(feedDocument(site, name, 'atom'))]) {
      expect(XMLValidator.validate(text)).toBe(true);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there.
      expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    }
  }
});

test('the feed of all services has one item a release', () => {
  const feed = parseRssFeed(rssText);
  expect(feed.items?.map(({ title, guid, pubDate, link }) => ({ title, guid: guid?.value, pubDate, link }))).toEqual([
    {
      title: '1.40.73: elbv2: SetListener is gone, and 9 more changes',
      guid: 'tag:apidelta,2026:aws/1.40.73',
      pubDate: 'Thu, 13 Nov 2025 00:00:00 GMT',
      link: 'https://docs.example.org/docs/releases/1.40.73/',
    },
    {
      title: '2020-09-08: apigatewayv2: New operation ResetAuthorizersCache',
      guid: 'tag:apidelta,2026:aws/2020-09-08',
      pubDate: 'Tue, 08 Sep 2020 00:00:00 GMT',
      link: 'https://docs.example.org/docs/releases/2020-09-08/',
    },
  ]);
  expect(feed.items?.every(({ guid }) => guid?.isPermaLink === false)).toBe(true);
  expect(feed.lastBuildDate).toBe('Thu, 13 Nov 2025 00:00:00 GMT');
  expect(feed.atom?.links?.[0]?.href).toBe('https://docs.example.org/docs/feed.xml');
  expect(feed.items?.[0]?.categories?.map(({ name }) => name)).toEqual(['TLS', 'elbv2']);
});

test('every other feed has one item for each service of a release', () => {
  const items = (name: Parameters<typeof feedDocument>[1]) =>
    feedDocument(site, name, 'rss').items.map(({ id, title }) => `${id} ${title}`);
  expect(items({ service: 'elbv2' })).toEqual([
    'tag:apidelta,2026:aws/1.40.73/elbv2 elbv2: SetListener is gone, and 9 more changes (1.40.73)',
  ]);
  expect(items({ service: 'elbv2', topic: 'breaking' })).toEqual([
    'tag:apidelta,2026:aws/1.40.73/elbv2/breaking elbv2: SetListener is gone, and 2 more that break callers (1.40.73)',
  ]);
  expect(items({ topic: 'breaking' })).toEqual(items({ service: 'elbv2', topic: 'breaking' }));
  expect(items({ service: 'apigatewayv2', topic: 'breaking' })).toEqual([]);
  expect(items({ topic: 'documentation' })).toEqual([]);
});

test('an item of a topic is never without a card, whichever single change a release brought', () => {
  const releases: Release[] = [];
  const entries: ServiceRelease[] = [];
  const changes = new Map<string, Change>();
  for (const { id: kind } of rules)
    for (const severity of severities)
      for (const audience of ['sdk', 'wire'] as const) {
        const release = releaseOf(`1.${releases.length} 2025-01-01`);
        const counts = { ...noCounts, [audience === 'wire' ? 'wire' : severity]: 1 };
        releases.push(release);
        entries.push(
          serviceRelease(release, 'elbv2', { counts, notes: [{ category: 'feature', text: paragraph('News.') }] }),
        );
        changes.set(release.id, changeOf(kind, 'Name', { severity, audience }));
      }
  const history = siteWith(releases, entries, (_, release) => [changes.get(release) ?? []].flat(), {
    described: () => releases.slice(0, 1).map((release) => ({ release, count: 1 })),
    descriptions: (_, release) => (release === '1.0' ? [changeOf('documentation-changed', '')] : []),
  });
  for (const topic of feedTopics) {
    const news = feedNews(history, topic);
    expect(news.length, topic).toBeGreaterThan(0);
    const empty = news.filter((one) => feedEntry(history, one).cards.length === 0);
    expect(
      empty.map(({ release }) => changes.get(release.id)),
      topic,
    ).toEqual([]);
  }
});

test('the three formats tell the same', () => {
  const name = { service: 'elbv2' };
  const inRss = parseRssFeed(serviceText).items?.map((item) => [
    ...[item.guid?.value, item.link, item.title, item.description],
  ]);
  const inAtom = parseAtomFeed(atom(feedDocument(site, name, 'atom'))).entries?.map((entry) => [
    ...[entry.id, entry.links?.[0]?.href, entry.title?.value, entry.content?.value],
  ]);
  const inJson = parseJsonFeed(jsonFeed(feedDocument(site, name, 'json'))).items?.map((item) => [
    ...[item.id, item.url, item.title, item.content_html],
  ]);
  expect(inRss).toHaveLength(1);
  expect(inJson).toEqual(inRss);
  expect(inAtom).toEqual(inRss);
});

test('the body is whole, safe and leads back by absolute addresses', () => {
  const parser = new XMLParser({ ignoreAttributes: false, processEntities: false });
  const html: string = parser.parse(serviceText).rss.channel.item.description;
  expect(html).toContain('<blockquote><p>Adds QUIC');
  expect(html).toContain(
    '<code>ProtocolEnum</code> can be <code>QUIC</code> or <code>TCP_QUIC</code> in requests and responses',
  );
  expect(html).toContain('2 operations, 4 places');
  for (const text of [html, parser.parse(rssText).rss.channel.item[0].description]) {
    expect(text).not.toContain('<script');
    expect([...text.matchAll(/href="([^"]*)"/g)].length).toBeGreaterThan(3);
    for (const [, href] of text.matchAll(/href="([^"]*)"/g)) {
      expect(href).toMatch(/^https:\/\/docs\.example\.org\/docs\//);
      expect(href).not.toMatch(/[[\]{} ]/);
    }
  }
});

test('all services of a release are in its item, and the notes on none', () => {
  const [item] = feedDocument(site, {}, 'rss').items;
  expect(item?.html).toContain('<p><strong>TLS</strong></p>');
  expect(item?.html).toContain(
    '<h3><a href="https://docs.example.org/docs/releases/1.40.73/elbv2/"><code>elbv2</code></a> Elastic Load Balancing v2</h3>',
  );
  expect(item?.html).toContain('3 break callers, 1 may break, 5 new or looser, 1 words only');
});

test('a release without a day has no time in RSS and JSON, and that of its elders in Atom', () => {
  const feed = feedOf([itemOf({ time: null, sortTime: '2020-09-08T00:00:00Z' })]);
  expect(rss(feed)).not.toContain('pubDate');
  expect(rss(feed)).not.toContain('lastBuildDate');
  expect(jsonFeed(feed)).not.toContain('date_published');
  expect(parseAtomFeed(atom(feed)).entries?.[0]?.updated).toBe('2020-09-08T00:00:00Z');
  expect(atom(feed)).not.toContain('published');
});

test('times are told to the second', () => {
  const feed = feedOf([itemOf()]);
  expect(parseRssFeed(rss(feed)).items?.[0]?.pubDate).toBe('Thu, 02 Jan 2025 03:04:05 GMT');
  expect(parseAtomFeed(atom(feed)).entries?.[0]).toMatchObject({
    updated: '2025-01-02T03:04:05Z',
    published: '2025-01-02T03:04:05Z',
  });
  expect(parseJsonFeed(jsonFeed(feed)).items?.[0]?.date_published).toBe('2025-01-02T03:04:05Z');
});

test('an empty feed is a feed', () => {
  const feed = feedOf([]);
  expect(parseRssFeed(rss(feed)).title).toBe('API changes');
  expect(parseAtomFeed(atom(feed)).updated).toBe('1970-01-01T00:00:00Z');
  expect(parseJsonFeed(jsonFeed(feed)).items ?? []).toEqual([]);
});

test('the document to subscribe to names the newest archive, and an archive its neighbours and that', () => {
  const [current, older, newer] = ['https://a.example/feed', 'https://a.example/2023', 'https://a.example/2025'];
  const first = { ...feedOf([itemOf()]), chain: { current: null, older, newer: null } };
  const archive = { ...feedOf([itemOf()]), chain: { current, older, newer } };
  const links = (text: string) =>
    [...text.matchAll(/<(?:atom:)?link rel="([a-z-]+)" type="[^"]*" href="([^"]*)"/g)]
      .map(([, rel, href]) => `${rel} ${href}`)
      .filter((link) => !/^(?:self|alternate) /.test(link));
  for (const print of [rss, atom]) {
    expect(links(print(first))).toEqual([`prev-archive ${older}`]);
    expect(print(first)).not.toContain('<fh:archive/>');
    expect(links(print(archive))).toEqual([`current ${current}`, `prev-archive ${older}`, `next-archive ${newer}`]);
    expect(print(archive)).toContain('<fh:archive/>');
  }
  // The next page of a JSON Feed would have to be one.
  expect(parseJsonFeed(jsonFeed(first)).next_url).toBeUndefined();
});

test('characters that XML cannot hold are dropped, halves of others replaced', () => {
  expect(xmlElement('a', 'x\u0000\u0007\u000b\ufffe\ud800y\t\n🦔<&>"')).toBe(
    '<a>x\ufffdy\t\n🦔&lt;&amp;&gt;&quot;</a>',
  );
  expect(xmlHtml('a', 'x\u0000\ufffe\ud800y<b>&#60;</b>', { b: '"' })).toBe(
    '<a b="&quot;"><![CDATA[x\ufffdy<b>&#60;</b>]]></a>',
  );
});

test('no body ends its section early', () => {
  const html = '<p>]]></p><p>]]>]]></p></description><item/>';
  const feed = feedOf([itemOf({ html })]);
  expect(XMLValidator.validate(rss(feed))).toBe(true);
  expect(parseRssFeed(rss(feed)).items?.map(({ description }) => description)).toEqual([html]);
  expect(parseAtomFeed(atom(feed)).entries?.map(({ content }) => content?.value)).toEqual([html]);
});

test('an item without a note has no summary', () => {
  const feed = feedOf([itemOf({ summary: '' })]);
  expect(JSON.parse(jsonFeed(feed)).items[0]).not.toHaveProperty('summary');
  expect(atom(feed)).not.toContain('<summary');
});

test('a feed was updated when its newest item was, whatever their order', () => {
  const items = ['2025-01-01', '2025-03-03', '2025-02-02'].map((day) => itemOf({ time: `${day}T00:00:00Z` }));
  const feed = feedOf([itemOf({ time: null }), ...items]);
  expect(parseAtomFeed(atom(feed)).updated).toBe('2025-03-03T00:00:00Z');
  expect(rss(feed)).toContain('<lastBuildDate>Mon, 03 Mar 2025 00:00:00 GMT</lastBuildDate>');
});

test('where no item has a day, a feed was updated when its first one may have been', () => {
  const items = ['2025-02-02', '2025-01-01'].map((day) => itemOf({ time: null, sortTime: `${day}T00:00:00Z` }));
  expect(parseAtomFeed(atom(feedOf(items))).updated).toBe('2025-02-02T00:00:00Z');
});
