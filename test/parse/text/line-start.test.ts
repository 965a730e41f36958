/** A line that begins with words: at any indentation, and not in the middle of another line. */
import { expect, test } from 'vitest';
import { hasLineOf } from '../../../src/parse/text/line-start.ts';

test('words begin a line at any indentation', () => {
  expect(hasLineOf('words', 'words')).toBe(true);
  expect(hasLineOf('  \twords and more', 'words')).toBe(true);
  expect(hasLineOf('one\n  words', 'words')).toBe(true);
  expect(hasLineOf('one\nwords\n', 'words')).toBe(true);
});

test('words in the middle of a line begin none; a later line may', () => {
  expect(hasLineOf('no words', 'words')).toBe(false);
  expect(hasLineOf('one\nno words\n', 'words')).toBe(false);
  expect(hasLineOf('', 'words')).toBe(false);
  expect(hasLineOf('no words, words\n  words', 'words')).toBe(true);
});
