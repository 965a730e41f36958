/** Every dependency is imported, or listed as a tool with a reason; and nothing is imported that is not a dependency. */
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { readmeExample } from '../../scripts/readme-example.ts';
import { findDependencyProblems, type Manifest, tools } from './find-dependency-problems.ts';
import { readFiles } from './source-file.ts';

const none: Manifest = { name: 'a', dependencies: {}, devDependencies: {} };
const one = { b: '1' };
type Row = readonly [words: string, manifest: Partial<Manifest>, path: string, text: string];
const problems = (part: Partial<Manifest>, path: string, text: string, known = {}) =>
  findDependencyProblems({ ...none, ...part }, [{ path, text }], known);

test('package.json lists what is imported, and nothing else', () => {
  const code = readFiles().filter(({ path }) => /\.(ts|mjs|astro)$/u.test(path));
  const example = { path: 'README.md/example.ts', text: readmeExample().code };
  expect(findDependencyProblems(manifest, [...code, example])).toEqual([]);
  expect(Object.values(tools).filter((reason) => reason.trim() === '')).toEqual([]);
});

test.each<Row>([
  ['a dependency that src does not import', { dependencies: one }, 'test/c.ts', `import 'b';`],
  ['a dependency that is only spoken of', { dependencies: one }, 'src/c.ts', `export const b = 'b';`],
  ['a devDependency that nobody imports', { devDependencies: one }, 'test/c.ts', ''],
  ['code of src from a devDependency', { devDependencies: one }, 'src/c.ts', `import { e } from 'b/f.js';`],
  ['code in an import of types too', { devDependencies: one }, 'src/c.ts', `import type { E } from 'b'; import('b');`],
  ['an import of nothing', {}, 'test/c.ts', `import 'b';`],
])('%s is said', (_, part, path, text) => {
  expect(problems(part, path, text)).toHaveLength(1);
});

test.each<Row>([
  [
    'code of src from a dependency',
    { dependencies: one },
    'src/c.ts',
    `import 'b/f.js'; import 'node:fs'; import 'fs';`,
  ],
  ['what the site imports', { dependencies: one }, 'src/pages/c.astro', `---\nimport { e } from 'b';\n---\n`],
  ['types of src from a devDependency', { devDependencies: one }, 'src/c.ts', `import type { E } from 'b';`],
  [
    'types in a package of their own',
    { devDependencies: { '@types/b': '1' } },
    'src/c.ts',
    `import type { E } from 'b';`,
  ],
])('%s is right', (_, part, path, text) => {
  expect(problems(part, path, text)).toEqual([]);
});

test('a tool with a reason is right', () => {
  expect(problems({ devDependencies: one }, 'test/c.ts', '', { b: 'for e' })).toEqual([]);
});

test('a tool that is imported, or that nobody installs, is none', () => {
  expect(problems({ devDependencies: one }, 'test/c.ts', `import 'b';`, { b: 'for e' })).toHaveLength(1);
  expect(problems({}, 'test/c.ts', '', { b: 'for e' })).toHaveLength(1);
});
