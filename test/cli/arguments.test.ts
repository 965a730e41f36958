/** Values of options: the borders of numbers, and the words for what lies beyond. */
import { expect, test } from 'vitest';
import { parseCount, parsePort } from '../../src/cli/arguments.ts';

test.each(['1', '64'])('%s workers', (value) => {
  expect(parseCount(value)).toBe(Number(value));
});

test.each(['0', '65', '1.5', '', 'two', '-1'])('not %j workers', (value) => {
  expect(() => parseCount(value)).toThrow('It must be a number from 1 to 64.');
});

test.each(['0', '80', '65535'])('port %s', (value) => {
  expect(parsePort(value)).toBe(Number(value));
});

test.each(['65536', '-1', '80.5', 'http'])('not port %j', (value) => {
  expect(() => parsePort(value)).toThrow();
});
