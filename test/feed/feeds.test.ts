/** Tests the feeds as a reader sees them: parsed by a reader's library, and by an XML parser that forgives nothing. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { atom } from '../../src/feed/atom.ts';
import type { Feed } from '../../src/feed/feed.ts';
import { jsonFeed } from '../../src/feed/json-feed.ts';
import { allServicesFeed, serviceFeed } from '../../src/feed/release-feed.ts';
import { rss } from '../../src/feed/rss.ts';
import { itemId } from '../../src/feed/tag-uri.ts';
import { xmlElement } from '../../src/feed/xml.ts';
import { fixtureSite } from '../fixture-site.ts';

const site = fixtureSite('/docs/');
const rssText = rss(allServicesFeed(site, 'rss'));
const atomText = atom(allServicesFeed(site, 'atom'));
const jsonText = jsonFeed(allServicesFeed(site, 'json'));

test('the XML is well-formed, whatever the texts hold', () => {
  for (const text of [rssText, atomText]) {
    expect(XMLValidator.validate(text)).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there.
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  }
});

test('a reader finds the items of RSS', () => {
  const feed = parseRssFeed(rssText);
  expect(feed.items?.map(({ title, guid, pubDate }) => ({ title, guid, pubDate }))).toEqual([
    {
      title: 'All services: 1 note (1.40.73)',
      guid: { value: 'tag:apidelta,2026:aws/1.40.73', isPermaLink: false },
      pubDate: 'Thu, 13 Nov 2025 00:00:00 GMT',
    },
    {
      title: 'Elastic Load Balancing v2: 3 break callers, 1 may break, 5 new or looser, 1 words only (1.40.73)',
      guid: { value: 'tag:apidelta,2026:aws/1.40.73/elbv2', isPermaLink: false },
      pubDate: 'Thu, 13 Nov 2025 00:00:00 GMT',
    },
    {
      title: 'AmazonApiGatewayV2: 1 new or looser (2020-09-08)',
      guid: { value: 'tag:apidelta,2026:aws/2020-09-08/apigatewayv2', isPermaLink: false },
      pubDate: 'Tue, 08 Sep 2020 00:00:00 GMT',
    },
  ]);
  expect(feed.lastBuildDate).toBe('Thu, 13 Nov 2025 00:00:00 GMT');
  expect(feed.atom?.links?.[0]?.href).toBe('https://docs.example.org/docs/feed.xml');
  expect(feed.items?.[1]?.categories?.map(({ name }) => name)).toContain('enum-value-added');
  expect(feed.items?.[0]?.categories?.map(({ name }) => name)).toEqual(['All services', 'TLS']);
  expect(feed.items?.[0]?.link).toBe('https://docs.example.org/docs/releases/1.40.73/');
});

test('the three formats tell the same', () => {
  const inRss = parseRssFeed(rssText).items?.map((item) => [item.guid?.value, item.link, item.title, item.description]);
  const inAtom = parseAtomFeed(atomText).entries?.map((entry) => [
    ...[entry.id, entry.links?.[0]?.href, entry.title?.value, entry.content?.value],
  ]);
  const inJson = parseJsonFeed(jsonText).items?.map((item) => [item.id, item.url, item.title, item.content_html]);
  expect(inRss).toHaveLength(3);
  expect(inJson?.map((item) => item.slice(0, 3))).toEqual(inRss?.map((item) => item.slice(0, 3)));
  expect(inAtom?.map((item) => item.slice(0, 3))).toEqual(inRss?.map((item) => item.slice(0, 3)));
  // The body of JSON Feed is the body itself; feedsmith gives those of the others back without a change as well.
  expect(inAtom?.map((item) => item[3])).toEqual(inJson?.map((item) => item[3]));
});

test('the body is whole, safe and leads back by absolute addresses', () => {
  const items = new XMLParser({ ignoreAttributes: false }).parse(rssText).rss.channel.item;
  const html: string = items[1].description;
  expect(html).toContain('<blockquote><p>Adds QUIC');
  expect(html).toContain(
    '<code>ProtocolEnum</code> can be <code>QUIC</code> or <code>TCP_QUIC</code> in requests and responses',
  );
  expect(html).toContain('2 operations, 4 places');
  expect(html).not.toContain('<script');
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) {
    expect(href).toMatch(/^https:\/\/docs\.example\.org\/docs\//);
    expect(href).not.toMatch(/[[\]{} ]/);
  }
});

test('names of items depend on release and service only', () => {
  const elsewhere = fixtureSite('/', 'https://other.example');
  const ids = (feed: Feed) => feed.items.map(({ id }) => id);
  expect(ids(allServicesFeed(elsewhere, 'rss'))).toEqual(ids(allServicesFeed(site, 'rss')));
  expect(itemId('tag:apidelta,2026:aws', '1.40.73', 'elbv2')).toBe('tag:apidelta,2026:aws/1.40.73/elbv2');
  expect(itemId('tag:apidelta,2026:aws', "a b'(c)", 'x')).toBe('tag:apidelta,2026:aws/a%20b%27%28c%29/x');
});

test('the same store gives the same bytes, and no time of the build', () => {
  const again = fixtureSite('/docs/');
  expect(rss(allServicesFeed(again, 'rss'))).toBe(rssText);
  expect(atom(allServicesFeed(again, 'atom'))).toBe(atomText);
  expect(jsonFeed(allServicesFeed(again, 'json'))).toBe(jsonText);
});

test('a service has its own feed', () => {
  expect(serviceFeed(site, 'elbv2', 'rss').items.map(({ id }) => id)).toEqual(['tag:apidelta,2026:aws/1.40.73/elbv2']);
});

test('a release without a day has no date in RSS and JSON, and the day of its elders in Atom', () => {
  const [item] = allServicesFeed(site, 'rss').items;
  if (item === undefined) throw new Error('expected the fixture');
  const feed: Feed = { ...allServicesFeed(site, 'rss'), items: [{ ...item, date: null, sortDate: '2020-09-08' }] };
  expect(rss(feed)).not.toContain('pubDate');
  expect(rss(feed)).not.toContain('lastBuildDate');
  expect(jsonFeed(feed)).not.toContain('date_published');
  expect(parseAtomFeed(atom(feed)).entries?.[0]?.updated).toBe('2020-09-08T00:00:00Z');
});

test('an empty feed is a feed', () => {
  const feed: Feed = { ...allServicesFeed(site, 'rss'), items: [] };
  expect(parseRssFeed(rss(feed)).title).toBe('API changes of all services');
  expect(parseAtomFeed(atom(feed)).updated).toBe('1970-01-01T00:00:00Z');
  expect(parseJsonFeed(jsonFeed(feed)).items ?? []).toEqual([]);
});

test('characters that XML cannot hold are dropped, halves of others replaced', () => {
  expect(xmlElement('a', 'x\u0000\u0007\u000b\ufffe\ud800y\t\n🦔<&>"')).toBe(
    '<a>x\ufffdy\t\n🦔&lt;&amp;&gt;&quot;</a>',
  );
});

test('what stands in several feeds is made once', () => {
  const items = (['rss', 'atom', 'json'] as const).map((format) => allServicesFeed(site, format).items[1]);
  expect(items[0]?.id).toBe('tag:apidelta,2026:aws/1.40.73/elbv2');
  expect(new Set([...items, serviceFeed(site, 'elbv2', 'rss').items[0]]).size).toBe(1);
});

test('an item without a note has no summary', () => {
  const [item] = allServicesFeed(site, 'rss').items;
  if (item === undefined) throw new Error('expected the fixture');
  const feed: Feed = { ...allServicesFeed(site, 'rss'), items: [{ ...item, summary: '' }] };
  expect(JSON.parse(jsonFeed(feed)).items[0]).not.toHaveProperty('summary');
  expect(atom(feed)).not.toContain('<summary');
});

test('a feed was updated when its newest item was, whatever their order', () => {
  const [item] = allServicesFeed(site, 'rss').items;
  if (item === undefined) throw new Error('expected the fixture');
  const items = ['2025-01-01', '2025-03-03', '2025-02-02'].map((date) => ({ ...item, date, sortDate: date }));
  const feed: Feed = { ...allServicesFeed(site, 'rss'), items: [{ ...item, date: null }, ...items] };
  expect(parseAtomFeed(atom(feed)).updated).toBe('2025-03-03T00:00:00Z');
  expect(rss(feed)).toContain('<lastBuildDate>Mon, 03 Mar 2025 00:00:00 GMT</lastBuildDate>');
});

test('where no item has a day, a feed was updated when its first one may have been', () => {
  const [item] = allServicesFeed(site, 'rss').items;
  if (item === undefined) throw new Error('expected the fixture');
  const items = ['2025-02-02', '2025-01-01'].map((sortDate) => ({ ...item, date: null, sortDate }));
  expect(parseAtomFeed(atom({ ...allServicesFeed(site, 'rss'), items })).updated).toBe('2025-02-02T00:00:00Z');
});
