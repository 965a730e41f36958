/** Names with a similar spelling: what a reader may have meant. */
import { expect, test } from 'vitest';
import { similarNames, withSimilar } from '../../../src/view/compare/similar-names.ts';

const services = ['dynamodb', 'ec2', 'kms', 'lambda', 's3', 's3control'];

test.each([
  ['lamda', ['lambda']],
  ['lmabda', ['lambda']],
  ['dynamdb', ['dynamodb']],
  ['s3contrl', ['s3control']],
  ['nonsense', []],
  ['', []],
])('%s is like %j', (typed, similar) => {
  expect(similarNames(typed, services)).toEqual(similar);
});

test('half of the letters in common is not enough', () => {
  expect(similarNames('abcde', ['abcxe'])).toEqual([]);
  expect(similarNames('abcde', ['abcdx'])).toEqual(['abcdx']);
  // Three of five pairs is just enough.
  expect(similarNames('abcdef', ['abcdxy'])).toEqual(['abcdxy']);
});

test('of an unknown name the most similar is offered, in its own letters', () => {
  expect(withSimilar(['LAMDA', 'nonsense'], services)).toBe('“LAMDA” (similar: lambda), “nonsense”');
  expect(withSimilar(['amazonec'], ['AmazonEC2', 'amazonS3'])).toBe('“amazonec” (similar: AmazonEC2)');
});
