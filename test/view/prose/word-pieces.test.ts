/** Descriptions that changed, with as many words beside the change as one needs to find the place. */
import { expect, test } from 'vitest';
import { wordPieces } from '../../../src/view/prose/word-pieces.ts';
import { changeOf } from '../../changes-by-hand.ts';

const words = (count: number, letter = 'w') => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`).join(' ');
const told = (before: string, after: string) =>
  wordPieces(changeOf('documentation-changed', '', { before, after })).map(({ change, text }) => `${change}: ${text}`);

test('of many words between two changes the middle is left out, of few nothing is', () => {
  expect(told(`old ${words(11)} old`, `new ${words(11)} new`)[2]).toBe(`same:  ${words(11)} `);
  expect(told(`old ${words(12)} old`, `new ${words(12)} new`)[2]).toMatch(/^same: {2}w1 .* w5 … w7 .* w12 $/);
});

test('what follows the last change is cut', () => {
  expect(told(`old ${words(20)}`, `new ${words(20)}`).at(-1)).toMatch(/ …\s*$/);
});

test('a whole description has forty words at most', () => {
  expect(told('', words(40))).toEqual([`added: ${words(40)}`]);
  expect(told(words(41), '')).toEqual([`removed: ${words(40)} …`]);
});
