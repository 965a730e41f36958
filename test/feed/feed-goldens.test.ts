/** One feed of every format, whole, as a golden: what a reader gets of `content/`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atom } from '../../src/feed/atom.ts';
import { jsonFeed } from '../../src/feed/json-feed.ts';
import { allServicesFeed, serviceFeed } from '../../src/feed/release-feed.ts';
import { rss } from '../../src/feed/rss.ts';
import type { Site } from '../../src/view/site/site.ts';
import { type ContentSite, contentSite } from '../content-site.ts';

let content: ContentSite;
beforeAll(async () => {
  content = await contentSite();
});
afterAll(() => content.close());

test.each<[string, (site: Site) => string]>([
  ['feed.xml', (site) => rss(serviceFeed(site, 'elbv2', 'rss'))],
  ['atom.xml', (site) => atom(serviceFeed(site, 'apigatewayv2', 'atom'))],
  ['feed.json', (site) => jsonFeed(allServicesFeed(site, 'json'))],
])('%s', async (name, feed) => {
  await expect(feed(content.site)).toMatchFileSnapshot(`__snapshots__/${name}`);
});
