/** The numbers of boto3 against those of botocore, as boto3's own pins have them. */
import { expect, test } from 'vitest';
import { boto3OfBotocore, boto3Words, botocoreOfBoto3 } from '../../src/model/index.ts';

test.each([
  ['1.43.67', '1.43.67'],
  ['1.42.2', '1.42.2'],
  ['1.42.1', '1.42.0'],
  ['1.42.0', '1.41.6'],
  ['1.33.0', '1.33.0'],
  ['1.29.7', '1.32.7'],
  ['1.26.27', '1.29.27'],
  ['1.6.0', '1.9.0'],
  ['1.5.36', '1.8.50'],
  ['1.5.0', '1.8.14'],
  ['1.4.8', '1.8.0'],
  ['1.2.4', '1.3.24'],
  ['1.0.0', '1.0.0'],
  ['0.0.22', '1.0.0rc1'],
])('boto3 %s was made with botocore %s', (boto3, botocore) => {
  expect(botocoreOfBoto3(boto3)).toBe(botocore);
});

test.each(['1.30.0', '1.32.5', '2.0.0', '1.4.9', '2.0.0dev155', 'latest', '', '1.2'])('%s is no boto3', (version) => {
  expect(botocoreOfBoto3(version)).toBeUndefined();
});

test.each([
  ['1.43.67', 'boto3 1.43.67'],
  ['1.13.21', 'boto3 1.10.21'],
  ['1.8.14', 'boto3 1.5.0'],
  ['1.8.5', 'boto3 1.4.8 or later'],
  ['1.8.0', 'boto3 1.4.8'],
  ['1.7.48', 'boto3 1.4.7 or later'],
  ['1.4.30', 'boto3 1.3.0 or later'],
  ['1.42.1', 'boto3 1.42.1 or later'],
  ['1.41.6', 'boto3 1.42.0'],
])('botocore %s goes with %s', (botocore, words) => {
  expect(boto3Words(botocore)).toBe(words);
});

test.each(['0.4.1', '2.0.0dev155', '2020-09-08'])('no boto3 goes with botocore %s', (version) => {
  expect(boto3OfBotocore(version)).toBeUndefined();
});

test('there and back', () => {
  for (const [minor, patches] of [
    [6, 23],
    [17, 112],
    [26, 165],
    [29, 7],
    [34, 162],
    [43, 67],
  ] as const)
    for (let patch = 0; patch <= patches; patch++) {
      const boto3 = `1.${minor}.${patch}`;
      expect(boto3OfBotocore(botocoreOfBoto3(boto3) ?? '')).toEqual({ version: boto3, isExact: true });
    }
});
