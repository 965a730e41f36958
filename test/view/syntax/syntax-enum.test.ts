/** The values of an enum before and after: those that changed with two neighbours, and the others counted. */
import { expect, test } from 'vitest';
import { enumLines } from '../../../src/view/syntax/syntax-enum.ts';
import { syntaxLine } from '../../../src/view/syntax/syntax-line.ts';

const values = (count: number, name = 'v') => Array.from({ length: count }, (_, at) => `${name}${at}`);
const told = (before: readonly string[], after: readonly string[]) =>
  enumLines(before, after).map(({ op, text }) => op + text.replaceAll('"', "'"));

test('the same values have no lines', () => {
  expect(told(['a', 'b'], ['a', 'b'])).toEqual([]);
  expect(told([], [])).toEqual([]);
});

test('a value that came, or went, stands between two others on each side', () => {
  expect(told(values(8), [...values(4), 'new', ...values(8).slice(4)])).toEqual([
    ' | … 2 more values',
    " | 'v2'",
    " | 'v3'",
    "+| 'new'",
    " | 'v4'",
    " | 'v5'",
    ' | … 2 more values',
  ]);
  expect(told(['a', 'b'], ['b'])).toEqual(["-| 'a'", " | 'b'"]);
});

test('one value that is out of sight is counted, too', () => {
  expect(told(values(3), [...values(3), 'new'])).toEqual([' | … 1 more value', " | 'v1'", " | 'v2'", "+| 'new'"]);
});

test('sixteen changed values are shown, and the others counted', () => {
  const lines = (count: number) => told([], values(count));
  expect(lines(16).at(-1)).toBe("+| 'v15'");
  expect(lines(17)).toHaveLength(17);
  expect(lines(17).at(-1)).toBe('+| … 1 more value');
  expect(lines(30).at(-1)).toBe('+| … 14 more values');
});

test('a line has at most 240 signs, and no half of one', () => {
  expect(syntaxLine('+', 1, 'x'.repeat(238)).text).toBe(`  ${'x'.repeat(238)}`);
  expect(syntaxLine('+', 1, 'x'.repeat(239)).text).toBe(`  ${'x'.repeat(238)} …`);
  expect(syntaxLine('+', 0, '🦔'.repeat(241)).text).toBe(`${'🦔'.repeat(240)} …`);
});
