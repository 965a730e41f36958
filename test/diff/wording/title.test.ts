/** Sentences as titles: where a long one is cut. */
import { expect, test } from 'vitest';
import { maxTitle, titleOf } from '../../../src/diff/catalogue.ts';

test('a short sentence is its own title, of a long one the clause behind the dash is left out', () => {
  expect(titleOf('`Port` is gone — calls fail', 20)).toBe('`Port` is gone');
  expect(titleOf('`Port` is gone — calls fail', maxTitle)).toBe('`Port` is gone — calls fail');
});

test('what is still too long is cut behind a word that fits', () => {
  expect(titleOf('one two three four', 12)).toBe('one two…');
  expect(titleOf('`Port` of many words', 12)).toBe('`Port` of…');
});

test('of a name that is too long for every title the beginning is shown, if it has room; others are left out', () => {
  expect(titleOf('`abcdefghijklmnopqrstuvwxyz` is gone', 20)).toBe('`abcdefghijklmnopqrs…`');
  expect(titleOf('On `abcdefghijklmnopqrstuvwxyz` no more', 20)).toBe('On `abcdefghijklmnop…`');
  expect(titleOf('Nothing of `abcdefghijklmnopqrstuvwxyz`', 20)).toBe('Nothing of…');
  expect(titleOf('Words and `abcdefgh` more', 16)).toBe('Words and…');
});
