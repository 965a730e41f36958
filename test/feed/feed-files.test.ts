/** Tests all files of all feeds of a long history: their addresses, names, sizes, and how they lead to each other. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseFeed, parseOpml } from 'feedsmith';
import { expect, test } from 'vitest';
import { isSiteName } from '../../src/cli/site/site-names.ts';
import { maxDocument, maxItems } from '../../src/feed/archives.ts';
import { bytesOf } from '../../src/feed/body.ts';
import { feedFiles, feedText } from '../../src/feed/feed-files.ts';
import { feedDocument, feedNamesOf } from '../../src/feed/feeds.ts';
import { feedList } from '../../src/feed/opml.ts';
import { feedId, itemId } from '../../src/feed/tag-uri.ts';
import type { Change } from '../../src/model/index.ts';
import { feedTypeOf, headersText } from '../../src/view/site/site-headers.ts';
import { changeOf } from '../changes-by-hand.ts';
import { hostile } from '../fixture-services.ts';
import { fixtureSite } from '../fixture-site.ts';
import { noCounts, releaseOf, serviceRelease, siteWith } from './feeds-by-hand.ts';

const releases = Array.from({ length: 130 }, (_, index) => {
  const day = new Date(Date.UTC(2023, 0, 1 + index * 9, 18, index % 60, 5)).toISOString().replace('.000Z', 'Z');
  return releaseOf(`1.${index} ${day}`);
}).reverse();

const services = ['elbv2', 'apigatewayv2'];

function longSite(from = fixtureSite('/docs/')) {
  const counts = { ...noCounts, breaking: 1, safe: 1 };
  const entries = releases.flatMap((release) =>
    services.map((service) => serviceRelease(release, service, { counts })),
  );
  const changes = (service: string, release: string): readonly Change[] => [
    changeOf('of-the-future', hostile, { service, key: `a${release}`, severity: 'breaking' }),
    changeOf('field-added', '', { service, key: `b${release}` }),
  ];
  const descriptions = (service: string, release: string) => [
    changeOf('documentation-changed', '', { service, key: `c${release}`, before: 'old', after: `new ${hostile}` }),
  ];
  const described = () => releases.map((release) => ({ release, count: 1 }));
  return siteWith(releases, entries, changes, { descriptions, described }, from);
}

const site = longSite();
const files = feedFiles(site);
const texts = new Map(files.map(({ path, file }) => [path, feedText(site, file)]));
const at = (path: string): string => texts.get(path) ?? '';

test('every feed has its files, in every format, and what fell out of it in its archives, in Atom', () => {
  const atoms = files.map(({ path }) => path).filter((path) => path.endsWith('atom.xml'));
  expect(atoms.filter((path) => !/\d/.test(path.replaceAll('elbv2', '').replaceAll('apigatewayv2', '')))).toEqual([
    ...['atom.xml', 'breaking/atom.xml', 'documentation/atom.xml'],
    ...['services/apigatewayv2/atom.xml', 'services/apigatewayv2/breaking/atom.xml'],
    ...['services/elbv2/atom.xml', 'services/elbv2/breaking/atom.xml'],
  ]);
  expect(atoms.filter((path) => path.startsWith('feeds/all/'))).toEqual([
    ...['feeds/all/2023/atom.xml', 'feeds/all/2024/atom.xml'],
  ]);
  expect(atoms).toContain('feeds/documentation/2023-2/atom.xml');
  expect(atoms).toContain('feeds/services/elbv2/2023/atom.xml');
  expect(atoms).toContain('feeds/services/elbv2/breaking/2024/atom.xml');
  expect(files.length).toBe(atoms.length + 2 * 7);
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
});

test('each is known as a file of a site, and has a type', () => {
  for (const { path } of files) {
    expect(isSiteName(path), path).toBe(true);
    expect(feedTypeOf(path.split('/').at(-1) ?? ''), path).not.toBeNull();
  }
  expect(isSiteName('feeds.opml')).toBe(true);
  expect(feedTypeOf('feeds.opml')).toBe('text/x-opml; charset=utf-8');
});

test('each is read by two independent readers, and as large as it may be', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    processEntities: false,
    isArray: (name) => name === 'item' || name === 'entry',
  });
  for (const [path, text] of texts) {
    expect(bytesOf(text), path).toBeLessThanOrEqual(maxDocument);
    const { format, feed } = parseFeed(text);
    expect(format, path).toBe(path.endsWith('atom.xml') ? 'atom' : path.endsWith('.json') ? 'json' : 'rss');
    if (path.endsWith('.json')) {
      const ids = JSON.parse(text).items.map(({ id }: { readonly id: string }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.length).toBeLessThanOrEqual(maxItems);
      expect(new Set(ids).size).toBe(ids.length);
      continue;
    }
    expect(XMLValidator.validate(text), path).toBe(true);
    const { rss, feed: atom } = parser.parse(text);
    const own = rss === undefined ? atom.entry : rss.channel.item;
    const read = 'entries' in feed ? feed.entries : 'items' in feed ? feed.items : [];
    expect(own.length, path).toBe(read?.length);
    for (const item of own) {
      // What the formats demand of an item.
      if (rss === undefined)
        expect(Object.keys(item)).toEqual(expect.arrayContaining(['id', 'title', 'updated', 'content']));
      else {
        expect(item.guid['@_isPermaLink']).toBe('false');
        expect(item.pubDate).toMatch(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:05 GMT$/);
      }
    }
  }
});

test('a reader that follows the links to older documents finds every item once or twice, and ends', () => {
  for (const name of feedNamesOf(site)) {
    const { service, topic } = name;
    const found = new Set<string>();
    let next: string | undefined = site.urls.absolute(site.urls.feed('atom', service, topic));
    let documents = 0;
    while (next !== undefined) {
      const feed: ReturnType<typeof parseAtomFeed> = parseAtomFeed(
        at(next.replace('https://docs.example.org/docs/', '')),
      );
      for (const { id } of feed.entries ?? []) found.add(id ?? '');
      next = feed.links?.find(({ rel }) => rel === 'prev-archive')?.href;
      expect(++documents).toBeLessThan(20);
    }
    expect(found.size).toBe(service === undefined && topic !== undefined ? 260 : 130);
  }
});

test('RSS and Atom lead from one document to the next, and back', () => {
  const links = (path: string) =>
    Object.fromEntries(
      [
        ...at(path).matchAll(
          /<(?:atom:)?link rel="([a-z-]+)" [^>]*href="https:\/\/docs\.example\.org\/docs\/([^"]*)"/g,
        ),
      ].map(([, rel, href]) => [rel, href]),
    );
  for (const file of ['feed.xml', 'atom.xml']) {
    expect(links(file)).toMatchObject({ self: file, 'prev-archive': 'feeds/all/2024/atom.xml' });
    expect(links(file)).not.toHaveProperty('current');
  }
  expect(links('feeds/all/2024/atom.xml')).toMatchObject({
    ...{ self: 'feeds/all/2024/atom.xml', current: 'atom.xml', 'prev-archive': 'feeds/all/2023/atom.xml' },
  });
  expect(links('feeds/all/2024/atom.xml')).not.toHaveProperty('next-archive');
  expect(links('feeds/all/2023/atom.xml')).toMatchObject({
    ...{ current: 'atom.xml', 'next-archive': 'feeds/all/2024/atom.xml' },
  });
  expect(links('feeds/all/2023/atom.xml')).not.toHaveProperty('prev-archive');
  expect(parseAtomFeed(at('feeds/all/2023/atom.xml')).id).toBe(parseAtomFeed(at('atom.xml')).id);
});

test('the same store gives the same bytes, and no time of the build', () => {
  const again = longSite();
  expect(feedFiles(again).map(({ path }) => path)).toEqual([...texts.keys()]);
  for (const { path, file } of feedFiles(again)) expect(feedText(again, file), path).toBe(at(path));
});

test('names of feeds and items are the same on another site', () => {
  const elsewhere = longSite(fixtureSite('/', 'https://other.example'));
  const ids = (of: typeof site) =>
    feedFiles(of).flatMap(({ file }) => {
      const { id, items } = feedDocument(of, file.name, file.format, file.part);
      return [id, ...items.map((item) => item.id)];
    });
  expect(ids(elsewhere)).toEqual(ids(site));
});

test('names of items are made of release and service, and of what they are about where that is not all', () => {
  const name = 'tag:apidelta,2026:aws';
  expect(itemId(name, '1.40.73', null)).toBe('tag:apidelta,2026:aws/1.40.73');
  expect(itemId(name, '1.40.73', 'elbv2')).toBe('tag:apidelta,2026:aws/1.40.73/elbv2');
  expect(itemId(name, '1.40.73', 'elbv2', 'breaking')).toBe('tag:apidelta,2026:aws/1.40.73/elbv2/breaking');
  expect(itemId(name, "a b'(c)", 'x/y')).toBe('tag:apidelta,2026:aws/a%20b%27%28c%29/x%2Fy');
  expect(feedId(name, null)).toBe('tag:apidelta,2026:aws');
  expect(feedId(name, 's3')).toBe('tag:apidelta,2026:aws/s3');
  expect(feedId(name, null, 'breaking')).toBe('tag:apidelta,2026:aws:breaking');
  expect(feedId(name, 's3', 'breaking')).toBe('tag:apidelta,2026:aws/s3:breaking');
  expect(feedId(name, 's3:breaking')).toBe('tag:apidelta,2026:aws/s3%3Abreaking');
});

test('no two feeds, and no feed and item, have one name', () => {
  const feeds = feedNamesOf(site).map((name) => feedDocument(site, name, 'rss').id);
  const items = new Set(
    [...texts].flatMap(([path, text]) =>
      path.endsWith('.json') ? JSON.parse(text).items.map(({ id }: { id: string }) => id) : [],
    ),
  );
  expect(new Set(feeds).size).toBe(feeds.length);
  expect(feeds.filter((id) => items.has(id))).toEqual([]);
});

test('a host is told the type of each', () => {
  const rules = headersText('/docs/')
    .split('\n')
    .filter((line) => line.startsWith('/docs/'))
    .map((line) => new RegExp(`^${line.replace(/:\w+/g, '[^/]+').replaceAll('.', '\\.').replace('*', '.*')}$`));
  for (const path of ['feeds.opml', ...texts.keys()])
    expect(rules.filter((rule) => rule.test(`/docs/${path}`)).length, path).toBe(2);
});

test('the list of all feeds is one that readers take in', () => {
  const outlines = parseOpml(feedList(site)).body?.outlines;
  expect(outlines?.map(({ text, outlines: own }) => `${text} ${own?.length}`)).toEqual([
    'All services 3',
    'By service 2',
  ]);
  expect(outlines?.[1]?.outlines?.[1]).toMatchObject({
    ...{ type: 'rss', text: 'elbv2: API changes of Elastic Load Balancing v2' },
    ...{ xmlUrl: 'https://docs.example.org/docs/services/elbv2/feed.xml' },
    ...{ htmlUrl: 'https://docs.example.org/docs/services/elbv2/' },
  });
  expect(XMLValidator.validate(feedList(site))).toBe(true);
});
