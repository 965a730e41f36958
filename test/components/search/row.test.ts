/** The words of a row that leads to more results. */
import { expect, test } from 'vitest';
import { moreWords } from '../../../src/components/client/search/row.ts';

test.each([
  [1, 'Fields', '1 more field'],
  [2, 'Operations', '2 more operations'],
  [1234, 'Values', '1,234 more values'],
])('%i of %s: %s', (count, title, words) => {
  expect(moreWords(count, title)).toBe(words);
});
