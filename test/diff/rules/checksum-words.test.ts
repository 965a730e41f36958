/** What is said of the checksums of an operation, one way and the other. */
import { expect, test } from 'vitest';
import { said } from './said.ts';

const verifying = (algorithms: string) => `GetListener httpChecksum={"responseAlgorithms":[${algorithms}]}`;

test.each([
  ['GetListener', verifying('"A"'), 'can verify A'],
  [verifying('"A"'), verifying('"A","B","C"'), 'can verify B and C'],
  [verifying('"A","B"'), verifying('"B","C"'), 'can verify C'],
  [verifying('"A","B"'), verifying('"A"'), 'no longer verifies B'],
  [verifying('"A"'), 'GetListener', 'no longer verifies A'],
  [
    'GetListener httpChecksum={"requestAlgorithmMember":"A"}',
    'GetListener httpChecksum={"requestAlgorithmMember":"B"}',
    'uses checksums in another way',
  ],
])('%s, then %s: %s', (before, after, words) => {
  expect(said(before, after)).toEqual([`dangerous: GetListener ${words}`]);
});
