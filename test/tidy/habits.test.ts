/** Functions of many parameters, casts without a reason, and days in the words of a browser do not become more. */
import { expect, test } from 'vitest';
import { daysByHand, manyParameters, unexplainedCasts } from './find-habits.ts';
import { readFiles } from './source-file.ts';

const file = (text: string) => ({ path: 'src/a.ts', text });

test('many parameters become fewer: who takes some away lowers the number; each cast has a reason', () => {
  const files = readFiles('src');
  const [parameters, casts] = [files.flatMap(manyParameters), files.flatMap(unexplainedCasts)];
  expect(parameters.length, parameters.join('\n')).toBeLessThanOrEqual(2);
  expect(casts).toEqual([]);
});

test('days are said by one helper', () => {
  expect(readFiles('src').flatMap(daysByHand)).toEqual([]);
  expect(daysByHand(file("const day = new Date().toLocaleDateString('en-GB');"))).toEqual(['src/a.ts:1']);
  expect(daysByHand(file('const day = dayWords(date);'))).toEqual([]);
});

test.each([
  'function brew(a: 1, b: 2, c: 3, d: 4, e: 5) {}',
  'const brew = (a: 1, b: 2, c: 3, d: 4, e: 5) => 1;',
  'class Pot { brew(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6) {} }',
  'interface Pot { brew(a: 1, b: 2, c: 3, d: 4, e: 5): void }',
])('five parameters: %s', (text) => {
  expect(manyParameters(file(text))).toEqual(['src/a.ts:1']);
});

test('four are few', () => {
  expect(manyParameters(file('function brew(a: 1, b: 2, c: 3, { d, e }: Options) {}'))).toEqual([]);
});

test.each([
  'const a = b as string;',
  'const a = (b ?? c) as string;',
  'const a = b as unknown as string;',
  '// Far above.\n\n\n\nconst a = b.c as string;',
])('a cast without a reason: %s', (text) => {
  expect(unexplainedCasts(file(text)).length).toBeGreaterThan(0);
});

test.each([
  'const a = b as const;',
  'const a = list[0] as string;',
  'const a = (list.at(-1) as Cup).tea;',
  "const a = JSON.parse('{}') as Cup;",
  '// The caller looked.\nconst a = b as string;',
  'const a = b as string; // The caller looked.',
  '/** It is one. */\nconst a = b as string;',
])('a cast with one, or of a plain form: %s', (text) => {
  expect(unexplainedCasts(file(text))).toEqual([]);
});
