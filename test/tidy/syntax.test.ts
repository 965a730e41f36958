/** No file uses what Node's type stripping, or our own habits, do without; no test is switched off. */
import { expect, test } from 'vitest';
import { findSyntaxProblems } from './find-syntax-problems.ts';
import { readFiles } from './source-file.ts';

const count = (path: string, text: string) => findSyntaxProblems({ path, text }).length;

test('code files are tidy inside', () => {
  const files = readFiles('src', 'test', 'scripts').filter(({ path }) => !path.startsWith('test/fixtures/'));
  expect(files.flatMap(findSyntaxProblems)).toEqual([]);
});

test.each([
  ['src/diff/a.ts', 'enum Level { High }'],
  ['src/diff/a.ts', 'class A { constructor(readonly name: string) {} }'],
  ['src/diff/a.ts', 'const a: any = 1;'],
  ['src/diff/a.ts', 'const a = b as any[];'],
  ['src/diff/a.ts', 'namespace A { export const b = 1 }'],
  ['src/diff/a.ts', 'export default 1;'],
  ['src/diff/a.ts', 'export default function a() {}'],
  ['src/diff/a.ts', 'const a = 1; export { a as default };'],
  ['src/diff/a.ts', `const a = 1;\n// ${'@ts'}-ignore\nconst b = 2;`],
  ['src/diff/a.ts', 'list.push(...more);'],
  ['src/diff/a.ts', 'const a = Math.max(1, ...more);'],
  ['src/view/a.ts', 'let last = 0;'],
  ['src/parse/a.ts', 'const known = new Map<string, number>();'],
  ['src/feed/a.ts', 'const items = new WeakMap<object, string>();'],
  ['src/components/a.astro', '---\nconst a: any = 1;\n---\n<p></p>'],
  ['test/a.test.ts', 'test.skip("a", () => {});'],
  ['test/a.test.ts', 'describe.only("a", () => {});'],
  ['test/a.test.ts', 'test.todo("a");'],
  ['test/a.test.ts', 'test.concurrent.skip("a", () => {});'],
])('%s may not: %s', (path, text) => {
  expect(count(path, text)).toBe(1);
});

test.each([
  ['src/parse/rst-parse.ts', 'export default function rstParse() {}'],
  ['astro.config.mjs', 'export default {};'],
  ['test/vitest.config.ts', 'export default {};'],
  ['src/diff/a.ts', `const text = 'any enum export default ${'@ts'}-ignore';`],
  ['src/view/a.ts', "const names = new Set(['a']); function f() { let a = 0; const b = new Map(); }"],
  ['src/store/a.ts', 'let last = 0;'],
  ['src/diff/a.ts', 'const a = [...b]; find(...pair); append(list, more);'],
  ['test/a.test.ts', 'test.each([1])("a", () => {}); stream.skip(1);'],
])('%s may: %s', (path, text) => {
  expect(count(path, text)).toBe(0);
});
