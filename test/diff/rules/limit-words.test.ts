/** What is said of a limit that became looser: lengths are had, numbers are. */
import { expect, test } from 'vitest';
import { said } from './said.ts';

const size = (type: string, limit: string) => `CreateListener request Size ${type} optional ${limit}`.trim();

test.each([
  ['integer', 'max=10', 'max=20', 'safe: Size may be as large as 20 (was 10)'],
  ['integer', 'min=10', 'min=5', 'safe: Size may be as small as 5 (was 10)'],
  ['string', 'max=10', 'max=20', 'safe: Size may have up to 20 characters (was 10)'],
  ['string', 'min=10', 'min=1', 'safe: Size may have as few as 1 character (was 10)'],
])('%s: %s, then %s', (type, before, after, words) => {
  expect(said(size(type, before), size(type, after))).toEqual([words]);
});
