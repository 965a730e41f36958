/** Words that came and went, held to the `diff` package. */
import { diffWordsWithSpace } from 'diff';
import { describe, expect, test } from 'vitest';
import { diffWords } from '../../../src/view/prose/word-diff.ts';
import { roundsOf } from '../../rounds.ts';

/** The slow way. */
function byThePackage(before: string, after: string, maxEditLength: number) {
  return diffWordsWithSpace(before, after, { maxEditLength })?.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

/** Texts of few words, so that many ways are as short as each other; with line ends, signs and letters beyond ASCII. */
const words = ['a', 'b', 'c', ' ', ' ', '\n', '\r\n', '.', 'naïve', '  ', '語', '(', '🙂'];

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

describe('words that came and went', () => {
  test('are those of the diff package, also where it gives up', () => {
    const next = random(20_261_126);
    const text = (most: number) => Array.from({ length: next(most) }, () => words[next(words.length)]).join('');
    let givenUp = 0;
    for (let round = 0; round < roundsOf(30_000, 3_000); round++) {
      const most = round % 10 === 0 ? 300 : 30;
      const before = text(most);
      // Half of the pairs are one text with some of it replaced, as descriptions are.
      const at = next(before.length + 1);
      const after = round % 2 === 0 ? text(most) : before.slice(0, at) + text(6) + before.slice(at + next(20));
      const maxEditLength = [3, 20, 200][next(3)] as number;
      const expected = byThePackage(before, after, maxEditLength);
      if (expected === undefined) givenUp++;
      expect(diffWords(before, after, maxEditLength)).toEqual(expected);
    }
    expect(givenUp).toBeGreaterThan(100);
  });

  test('of equal texts are one piece, and of empty ones none', () => {
    expect(diffWords('one two', 'one two', 9)).toEqual([{ text: 'one two', change: 'same' }]);
    expect(diffWords('', '', 9)).toEqual([]);
    expect(diffWords('', 'new', 9)).toEqual([{ text: 'new', change: 'added' }]);
    expect(diffWords('one two', 'one three', 9)).toEqual([
      { text: 'one ', change: 'same' },
      { text: 'two', change: 'removed' },
      { text: 'three', change: 'added' },
    ]);
  });
});
