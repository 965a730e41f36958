/** What a release did to a whole service, in words. */
import { expect, test } from 'vitest';
import { statusWords } from '../../../src/view/changes/severity-view.ts';
import { noCounts, releaseOf, serviceRelease } from '../../feed/feeds-by-hand.ts';

test.each([
  ['added', 'new service'],
  ['removed', 'service removed'],
  ['renamed', 'service renamed'],
  ['changed', null],
  ['first', 'first known state'],
] as const)('%s: %s', (status, words) => {
  expect(statusWords(serviceRelease(releaseOf('1.0'), 'tea', { status, counts: noCounts }))).toBe(words);
});

test('a first state with changes says these', () => {
  expect(statusWords(serviceRelease(releaseOf('1.0'), 'tea', { status: 'first' }))).toBeNull();
});
