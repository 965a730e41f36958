/** The list of a site says which part of it this is; a list that names a part there cannot be is damaged. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSiteList, writeSiteList } from '../../../src/cli/site/manifest.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-list-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function again(index: number, count: number) {
  const part = { index, count, store: 'a', base: '/', site: null, headers: false, precompress: false };
  writeSiteList(folder, { code: 'c', units: new Map(), rest: new Map([['index.html', 'h']]), part });
  return readSiteList(folder);
}

test.each([
  [1, 1],
  [1, 2],
  [2, 2],
])('part %i of %i is read as it was written', (index, count) => {
  expect(again(index, count)).toMatchObject({ part: { index, count } });
});

test.each([
  [0, 2],
  [3, 2],
  [1.5, 2],
])('there is no part %d of %i', (index, count) => {
  expect(again(index, count)).toBe('damaged');
});
