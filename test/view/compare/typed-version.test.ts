/** Tests which version is meant by what a person types, and that nothing else passes for one. */
import { expect, test } from 'vitest';
import { typedVersion } from '../../../src/view/compare/typed-version.ts';

const known = { newest: '1.43.67', ids: ['1.43.67', '1.32.2', '2015-12-01'] };

test.each([
  ['1.34.0', '1.34.0'],
  [' 1.34.0 ', '1.34.0'],
  ['v1.34.0', '1.34.0'],
  ['boto3 1.34.0', '1.34.0'],
  ['Boto3 v1.34.0', '1.34.0'],
  ['boto3==1.34.0', '1.34.0'],
  ['boto3-1.34.0', '1.34.0'],
  ['botocore 1.34.0', '1.34.0'],
  ['botocore@1.34.0', '1.34.0'],
  ['boto3 1.10.21', '1.13.21'],
  ['1.34', '1.34.0'],
  ['v1.34', '1.34.0'],
  ['boto3 1.34', '1.34.0'],
  ['2015-12-01', '2015-12-01'],
  ['1.43.67', '1.43.67'],
])('%s is %s', (text, version) => {
  expect(typedVersion(text, known).version).toBe(version);
});

test.each([
  ['', 'is no version'],
  ['hello', 'is no version'],
  ['boto3', 'is no version'],
  ['2016-01-01', 'is no version'],
  ['1.34.0 and more', 'is no version'],
  ['9.9.9', 'the newest release here is 1.43.67'],
  ['boto3 9.9.9', 'No boto3 9.9.9'],
  ['v1.43.68', 'the newest release here is 1.43.67'],
])('%s is refused with a sentence', (text, why) => {
  const read = typedVersion(text, known);
  expect(read.version).toBeNull();
  expect(read).toHaveProperty('why', expect.stringContaining(why));
});

test('two numbers are a version of their own where releases have two', () => {
  expect(typedVersion('2.1', { newest: '2.3', ids: [] }).version).toBe('2.1');
  expect(typedVersion('2.1', { newest: null, ids: [] }).version).toBe('2.1');
  expect(typedVersion('1.34', { newest: '1.43.67', ids: ['1.34'] }).version).toBe('1.34');
});

test('a boto3 whose botocore has another number is told', () => {
  expect(typedVersion('boto3 1.10.21', known)).toHaveProperty('told', 'boto3 1.10.21 came with botocore 1.13.21.');
  expect(typedVersion('boto3 1.34.0', known)).toHaveProperty('told', null);
});

test('where nobody knows the newest release, any version is taken', () => {
  expect(typedVersion('9.9.9', { newest: null, ids: [] }).version).toBe('9.9.9');
});
