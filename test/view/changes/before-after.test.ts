/** What was there and what is there now: how each kind of value is written, and where nothing more need be said. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/model/index.ts';
import { beforeAfter } from '../../../src/view/changes/before-after.ts';
import { changeOf } from '../../changes-by-hand.ts';

function told(before: Json | undefined, after: Json | undefined, value = 'x', sentence = 'It changed.') {
  const found = beforeAfter(changeOf('of-the-future', value, { before, after } as object), sentence);
  return found === null ? null : [found.before, found.after];
}

test.each([
  ['a text', 'a', 'b', ['a', 'b']],
  ['a number', 1, 2.5, ['1', '2.5']],
  ['texts in a list', ['a', 'b'], ['c'], ['a, b', 'c']],
  ['a list of other things', [1, 'a'], ['c'], ['[1,"a"]', 'c']],
  ['an object, without the signs of JSON', { a: 'b', c: 1 }, { a: 'd' }, ['a: b, c: 1', 'a: d']],
  ['an empty object is nothing', {}, { a: 'b' }, [null, 'a: b']],
  ['the words of a deprecation', { message: 'Use A.' }, { message: 'Use B.' }, ['Use A.', 'Use B.']],
  ['words that are no text', { message: 1 }, 'b', [null, 'b']],
  ['that something was deprecated is said by the sentence', { deprecated: true }, 'b', [null, 'b']],
  ['nothing, and something', null, 'b', [null, 'b']],
  ['a list without items, and one with', [], ['a', 'b'], [null, 'a, b']],
  ['a list with items, and one without', ['a', 'b'], [], ['a, b', null]],
  ['an empty text, and another', '', 'b', [null, 'b']],
  ['something, and nothing', 'a', undefined, ['a', null]],
  ['a yes and a text', true, 'b', ['true', 'b']],
])('%s', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected);
});

test.each([
  ['the same', 'a', 'a', 'x'],
  ['a yes that became a no', true, false, 'x'],
  ['what came is the value of the change', null, 'x', 'x'],
  ['what went is the value of the change', 'x', null, 'x'],
  ['a yes that came', undefined, true, 'y'],
  ['a no that went', false, undefined, 'y'],
  ['an empty text that came', null, '', 'y'],
  ['an empty text that went', '', null, 'y'],
])('nothing need be said: %s', (_, before, after, value) => {
  expect(told(before, after, value)).toBeNull();
});

test('what the sentence says is not said again, as code or as a number that people write', () => {
  expect(told('a', 'b', 'x', 'From `a` to `b`.')).toBeNull();
  expect(told('a', 'b', 'x', 'From `a` to b.')).toEqual(['a', 'b']);
  expect(told(1000, -20000, 'x', 'From 1,000 to -20,000.')).toBeNull();
  expect(told(1000, 20000, 'x', 'From 1000 to 20000.')).toEqual(['1000', '20000']);
  expect(told(null, 'b', 'x', 'It is `b`.')).toBeNull();
});

test('two texts of more than 60 letters are one text with its changes marked', () => {
  const text = (length: number, end: string) => `${'word '.repeat(20).slice(0, length - 1)}${end}`;
  const wordsOf = (...lengths: readonly [number, number]) =>
    beforeAfter(
      changeOf('of-the-future', 'x', { before: text(lengths[0], 'a'), after: text(lengths[1], 'b') }),
      'It changed.',
    )?.words;
  expect(wordsOf(61, 61)).toHaveLength(3);
  expect(wordsOf(60, 61)).toBeNull();
  expect(wordsOf(61, 60)).toBeNull();
});
