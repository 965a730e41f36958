/** Lines and their account: where each begins, what is found among them, and which of them nobody read. */
import { expect, test } from 'vitest';
import { Ledger, linesOf } from '../../src/parse/lines.ts';

const text = 'one\r\n\n  two\n \t\nthree';
const lines = linesOf(text);

test('a line has its text without its end, its offset and its indentation', () => {
  expect([...lines.indexes()]).toEqual([0, 1, 2, 3, 4]);
  expect(lines.count).toBe(5);
  expect([...lines.indexes(), 5].map((at) => [lines.at(at), lines.start(at), lines.indent(at)])).toEqual([
    ['one', 0, 0],
    ['', 5, -1],
    ['  two', 6, 2],
    [' \t', 12, -1],
    ['three', 15, 0],
    ['', text.length, -1],
  ]);
  expect(linesOf('\t\v\f x').indent(0)).toBe(4);
  expect(linesOf(`${' '.repeat(40_000)}x`).indent(0)).toBe(32_767);
});

test('an offset belongs to the line that has it, with its end', () => {
  const found = Array.from({ length: text.length + 1 }, (_, offset) => lines.lineOf(offset));
  expect(found).toEqual([0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4]);
});

test('the first line of a range that a test asks for, or its end', () => {
  const isIndented = (at: number) => lines.indent(at) > 0;
  expect(lines.find(0, 5, isIndented)).toBe(2);
  expect(lines.find(0, 2, isIndented)).toBe(2);
  expect(lines.find(0, 1, isIndented)).toBe(1);
  expect(lines.find(3, 5, isIndented)).toBe(5);
  expect(lines.find(4, 2, isIndented)).toBe(4);
  expect([0, 1, 2, 3, 4, 5].map((from) => lines.nextText(from, 5))).toEqual([0, 2, 2, 4, 4, 5]);
  expect(lines.nextText(1, 2)).toBe(2);
  expect(lines.nextText(3, 4)).toBe(4);
});

test('the first line further to the left than a column, or the end of the range; blank lines are at no column', () => {
  const nested = linesOf('a\n    b\n\n   c\nd');
  expect([0, 1, 2, 3, 4, 5].map((from) => nested.nextOutside(from, 5, 4))).toEqual([0, 3, 3, 3, 4, 5]);
  expect(nested.nextOutside(1, 5, 3)).toBe(4);
  expect(nested.nextOutside(1, 3, 3)).toBe(3);
  expect(nested.nextOutside(1, 4, 3)).toBe(4);
  expect(nested.nextOutside(0, 5, 0)).toBe(5);
});

test('the first character behind the indentation; none in a blank line, and none outside the text', () => {
  expect([-1, 0, 1, 2, 3, 4, 5].map((at) => lines.firstCode(at))).toEqual([-1, 111, -1, 116, -1, 116, -1]);
});

test('one carriage return ends a line, another one belongs to its text', () => {
  const odd = linesOf('a\r\r\n\r\n  \r\n\rb\r');
  expect([...odd.indexes()].map((at) => [odd.at(at), odd.indent(at)])).toEqual([
    ['a\r', 0],
    ['', -1],
    ['  ', -1],
    ['\rb', 0],
  ]);
});

test('what is not accounted for is told in runs; blank lines need no account', () => {
  const all = linesOf('a\nb\n\nc\nd\n\n');
  const gaps = (account: (ledger: Ledger) => void) => {
    const ledger = new Ledger(all);
    account(ledger);
    return [...ledger.gaps()].map(({ first, end }) => `${first}-${end}`);
  };
  expect(gaps(() => {})).toEqual(['0-7']);
  expect(gaps((ledger) => ledger.use(0))).toEqual(['1-7']);
  expect(gaps((ledger) => ledger.use(1, 4))).toEqual(['0-1', '4-7']);
  expect(gaps((ledger) => ledger.skip('x', 3, 5))).toEqual(['0-3']);
  expect(gaps((ledger) => ledger.use(0, 5))).toEqual([]);
  expect(gaps((ledger) => ledger.skip('x', 4))).toEqual(['0-4']);
});

test('of boilerplate the lines with text are counted that nothing else used', () => {
  const ledger = new Ledger(linesOf('a\n\nb\nc\nd'));
  ledger.use(3);
  ledger.skip('second', 2, 5);
  ledger.skip('first', 0, 2);
  ledger.skip('first', 0, 5);
  ledger.skip('blank', 1);
  expect(Object.entries(ledger.boilerplate())).toEqual([
    ['first', 1],
    ['second', 2],
  ]);
});
