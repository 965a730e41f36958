/** Values of options: the borders of numbers, and the words for what lies beyond. */
import { expect, test } from 'vitest';
import { parseCount, parsePath, parsePort, parseVersionName } from '../../src/cli/arguments.ts';

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

test('a name of a release has at most a hundred signs', () => {
  expect(parseVersionName('a'.repeat(100))).toBe('a'.repeat(100));
  expect(() => parseVersionName('a'.repeat(101))).toThrow('It must be a version as 1.40.73');
  expect(parseVersionName('boto3:1.28.5')).toBe('1.31.5');
  expect(() => parseVersionName('boto3:9.9')).toThrow('there is no boto3 `9.9`');
});

test.each(['1.31.5', 'v1.31.5', ' 1.31.5 ', 'botocore==1.31.5', 'boto3==1.28.5'])(
  '%j names the release 1.31.5',
  (value) => {
    expect(parseVersionName(value)).toBe('1.31.5');
  },
);

test.each(['v1', 'docs-1.2', 'latest', '2025-11-13'])('%j is a name of its own', (value) => {
  expect(parseVersionName(value)).toBe(value);
});

test.each(['', ' ', 'a\0b'])('%j names no file', (value) => {
  expect(() => parsePath(value)).toThrow('It must name a file or a folder.');
});
