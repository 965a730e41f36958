/** One feed of every format, whole, as a golden: what a reader gets of `content/`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atom } from '../../src/feed/atom.ts';
import { feedDocument } from '../../src/feed/feeds.ts';
import { jsonFeed } from '../../src/feed/json-feed.ts';
import { feedList } from '../../src/feed/opml.ts';
import { rss } from '../../src/feed/rss.ts';
import type { Site } from '../../src/view/site/site.ts';
import { type ContentSite, contentSite } from '../content-site.ts';

let content: ContentSite;
beforeAll(async () => {
  content = await contentSite();
});
afterAll(() => content.close());

test.each<[string, (site: Site) => string]>([
  ['feed.xml', (site) => rss(feedDocument(site, { service: 'elbv2' }, 'rss'))],
  ['atom.xml', (site) => atom(feedDocument(site, { service: 'apigatewayv2' }, 'atom'))],
  ['feed.json', (site) => readable(jsonFeed(feedDocument(site, {}, 'json')))],
  ['breaking.json', (site) => readable(jsonFeed(feedDocument(site, { topic: 'breaking' }, 'json')))],
  ['documentation.json', (site) => readable(jsonFeed(feedDocument(site, { topic: 'documentation' }, 'json')))],
  ['feeds.opml', feedList],
])('%s', async (name, feed) => {
  await expect(feed(content.site)).toMatchFileSnapshot(`__snapshots__/${name}`);
});

/** With a line for each thing that it says, so that a difference can be read. */
function readable(json: string): string {
  return `${JSON.stringify(JSON.parse(json), null, 1)}\n`;
}
