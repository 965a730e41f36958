/** The words of a comparison: which releases count, and when places fold. */
import { expect, test } from 'vitest';
import { asTitle, betweenWords, isFolded } from '../../../src/view/compare/compare-words.ts';

test.each([
  [0, ['tea'], 'no release changed tea'],
  [1, ['tea'], 'one release changed tea'],
  [41, ['tea'], '41 releases changed tea'],
  [2, ['tea', 'mate'], '2 releases changed one of these services'],
])('%i releases of %j: %s', (count, services, words) => {
  expect(betweenWords(count, services)).toBe(words);
});

test('only the first letter of a title is a capital', () => {
  expect(asTitle('one release changed S3')).toBe('One release changed S3');
});

test('up to 8 places in up to 6 operations are open', () => {
  expect([isFolded(6, 8), isFolded(7, 8), isFolded(6, 9)]).toEqual([false, true, true]);
});
