/** Search over `content/`: what a small site has to find, and that its files are the same each time. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchFiles } from '../../src/view/search/search-files.ts';
import { Memory } from '../../src/view/site/memory.ts';
import { type ContentSite, contentSite } from '../content-site.ts';
import { isFirst, readQueries, searchFor } from './queries.ts';

let content: ContentSite;
beforeAll(async () => {
  content = await contentSite();
});
afterAll(() => content.close());

test.each(readQueries('content-queries.txt'))('$typed finds $first', async ({ typed, first }) => {
  const found = await searchFor(searchFiles(content.site), typed);
  expect(isFirst(found.first, first), found.first).toBe(true);
});

test('a second time gives the same files, byte for byte', () => {
  const again = searchFiles({ ...content.site, memory: new Memory() });
  expect([...again]).toEqual([...searchFiles(content.site)]);
});
