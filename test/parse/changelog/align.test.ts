/** Marks of fields among lines: of very many the first that fit are taken, and what is not there is missing. */
import { expect, test } from 'vitest';
import { align } from '../../../src/parse/changelog/align.ts';
import type { ExpectedField } from '../../../src/parse/changelog/expected-fields.ts';

const field = { name: '', type: '', required: false, documentation: [], children: [], line: 1, column: 1 };
const weak = (count: number, mark = 'string'): readonly ExpectedField[] =>
  Array.from({ length: count }, () => ({ mark, weak: true, field }));
const lines = (count: number) =>
  Array.from({ length: count }, (_, line) => ({ line, text: 'string', requiredNext: false }));

test.each([
  ['few', 3],
  ['very many', 600],
])('of %s marks one more than there are lines is missing', (_, count) => {
  const { aligned, missing } = align(lines(count), weak(count + 1));
  expect(aligned.map(({ line }) => line)).toEqual(Array.from({ length: count }, (_, line) => line));
  expect(missing).toHaveLength(1);
});

test('a name that no line has is missing, also where the last line is taken', () => {
  const named: ExpectedField = { mark: '**Gone** (string)', weak: false, field };
  const { aligned, missing } = align(lines(2), [...weak(2), named, ...weak(1)]);
  expect(aligned.map(({ line }) => line)).toEqual([0, 1]);
  expect(missing.map(({ mark }) => mark)).toEqual(['**Gone** (string)', 'string']);
});
