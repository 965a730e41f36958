/** Every file of src imports only what the table of the design lets it. */
import { expect, test } from 'vitest';
import { findImportProblems } from './find-import-problems.ts';
import { importTable } from './import-table.ts';
import { readFiles } from './source-file.ts';

const found = (path: string, text: string) =>
  findImportProblems({ path, text }).map((problem) => problem.replace(/^\S+ /u, ''));

test('src keeps to the import table', () => {
  expect(readFiles('src').flatMap(findImportProblems)).toEqual([]);
});

test.each(Object.entries(importTable))('the rule of %s names known folders and not itself', (folder, { from }) => {
  for (const name of Object.keys(from)) expect(Object.keys(importTable)).toContain(name);
  expect(Object.keys(from)).not.toContain(folder);
});

test('the files that the table names are there', () => {
  const files = new Set(readFiles('src').map(({ path }) => path));
  for (const { from } of Object.values(importTable))
    for (const [folder, permission] of Object.entries(from))
      if (typeof permission === 'object')
        for (const name of permission.only) expect(files).toContain(`src/${folder}/${name}`);
});

test.each(['pages', 'cli'])('nobody imports %s', (name) => {
  const importers = Object.entries(importTable).filter(([, { from }]) => name in from);
  expect(importers).toEqual([]);
});

test.each([
  ['src/model/a.ts', `import { b } from '../parse/b.ts';`],
  ['src/parse/a.ts', `export * from '../diff/index.ts';`],
  ['src/parse/deep/a.ts', `const a = await import('../../sources/b.ts');`],
  ['src/diff/a.ts', `type A = import('../parse/b.ts').A;`],
  ['src/sources/a.ts', `const u = new URL('../store/worker.ts', import.meta.url);`],
  ['src/view/a.ts', `import { openStore } from '../store/read.ts';`],
  ['src/view/a.ts', `import { compareServices } from '../diff/index.ts';`],
  ['src/cli/a.ts', `import { derive } from '../store/derive.ts';`],
  ['src/view/a.ts', `import { compare } from '../diff/compare.ts';`],
  ['src/cli/a.ts', `import page from '../pages/index.astro';`],
  ['src/cli/a.ts', `import { x } from '../../scripts/x.ts';`],
  ['src/cli/a.ts', `import { x } from '../../test/x.ts';`],
  ['src/components/a.astro', `---\nimport { parse } from '../parse/index.ts';\n---\n`],
  ['src/components/a.astro', `<p></p><script>import { openStore } from '../store/read.ts';</script>`],
  ['src/pages/a.astro', `---\nimport { ingest } from '../store/write.ts';\n---\n`],
  ['src/site/a.ts', ''],
  ['src/other.ts', ''],
  ['src/index.ts', `export { open } from './store/index.ts';`],
  ['src/index.ts', `export { detect } from './parse/dialects/index.ts';`],
])('%s may not: %s', (path, text) => {
  expect(found(path, text)).toHaveLength(1);
});

test.each([
  ['src/parse/a.ts', `import { readFileSync } from 'node:fs';`],
  ['src/model/a.ts', `import { execFile } from 'child_process';`],
  ['src/diff/a.ts', `import { Worker } from 'node:worker_threads';`],
  ['src/view/a.ts', `import { getCollection } from 'astro:content';`],
  ['src/cli/a.ts', `import { DatabaseSync } from 'node:sqlite';`],
  ['src/feed/a.ts', 'const now = Date.now();'],
  ['src/feed/a.ts', 'const now = new Date();'],
  ['src/diff/a.ts', 'const started = performance.now();'],
  ['src/pages/a.astro', '---\nconst file = process.env.APIDELTA_STORE;\n---\n'],
])('%s may not touch the machine: %s', (path, text) => {
  expect(found(path, text)).toHaveLength(1);
});

test.each([
  [
    'src/parse/a.ts',
    `import type { Service } from '../model/index.ts'; import './b.ts'; import { createHash } from 'node:crypto';`,
  ],
  ['src/view/a.ts', `import type { Store } from '../store/types.ts'; import { rules } from '../diff/catalogue.ts';`],
  ['src/view/a.ts', `import { type Store } from '../store/types.ts';`],
  ['src/index.ts', `export { parse } from './parse/index.ts';`],
  ['src/feed/a.ts', `export const day = (at: string) => new Date(at).toISOString();`],
  ['src/store/a.ts', `import { DatabaseSync } from 'node:sqlite'; const now = Date.now(); process.pid;`],
  [
    'src/pages/a.astro',
    `---\nimport { openStore } from '../store/read.ts';\nimport Card from '../components/card.astro';\n---\n`,
  ],
  ['src/components/a.astro', '<p></p><script>const now = new Date();</script>'],
  ['src/cli/a.ts', `import manifest from '../../package.json' with { type: 'json' };`],
])('%s may: %s', (path, text) => {
  expect(found(path, text)).toEqual([]);
});
