/** Every code file has a kebab-case name, at most 300 lines, and an opening sentence. */
import { expect, test } from 'vitest';
import { findShapeProblems } from './find-shape-problems.ts';
import { readFiles } from './source-file.ts';

const opened = '/** Says what this is. */\n';
const count = (path: string, text: string) => findShapeProblems({ path, text }).length;

test('code files are tidy outside', () => {
  const files = readFiles('src', 'test', 'scripts').filter(({ path }) => /\.(ts|astro|mjs|css)$/u.test(path));
  const ours = files.filter(({ path }) => !path.startsWith('test/fixtures/'));
  expect(ours.flatMap(findShapeProblems)).toEqual([]);
});

test.each([
  ['src/model/Service.ts', opened],
  ['src/model/service_name.ts', opened],
  ['src/Model/service.ts', opened],
  ['src/utils/service.ts', opened],
  ['src/model/utils.ts', opened],
  ['src/model/[service].ts', opened],
  ['src/model/service.ts', opened + 'x\n'.repeat(300)],
  ['src/model/service.ts', 'export const a = 1;\n'],
  ['src/model/service.ts', '/** Service */\n'],
  ['src/model/service.ts', '/** */\n'],
  ['src/components/card.astro', '<p>no front matter</p>\n'],
  ['src/styles/site.css', 'body {}\n'],
])('%s is untidy', (path, text) => {
  expect(count(path, text)).toBe(1);
});

test.each([
  ['src/model/service.ts', opened + 'x\n'.repeat(299)],
  ['src/model/api-source.contract.ts', '/**\n * Says what\n * this is.\n *\n * And more\n */\n'],
  ['src/cli/main.ts', '#!/usr/bin/env node\n// Says what this is.\n'],
  ['src/pages/services/[service]/[...path].json.ts', opened],
  ['src/pages/feed.xml.ts', opened],
  ['src/components/card.astro', `---\n${opened}---\n<p></p>\n`],
  ['src/styles/site.css', '/* Says what this is. */\n'],
])('%s is tidy', (path, text) => {
  expect(count(path, text)).toBe(0);
});

test('folders hold about fifteen files side by side: more of them have no common idea', () => {
  // Goldens are one of each kind of page.
  const isOurs = (path: string) => !path.startsWith('test/fixtures/') && !path.includes('/__snapshots__/');
  const files = readFiles('src', 'test', 'scripts').filter(({ path }) => isOurs(path));
  const sizes = Map.groupBy(files, ({ path }) => path.slice(0, path.lastIndexOf('/')));
  const large = [...sizes]
    .filter(([, all]) => all.length > maxInFolder)
    .map(([folder, all]) => `${folder}: ${all.length}`);
  expect(large).toEqual([]);
});

/** Folders of tests hold their helpers too. */
const maxInFolder = 18;
