/** Which two names are alike: held to another reading of distance, for names made at random, and at the borders. */
import leven from 'leven';
import { expect, test } from 'vitest';
import { addHints } from '../../../src/diff/findings/rename-hints.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';
import { forSeeds } from '../../generate/random.ts';

const removed = (name: string) => changeOf('field-removed', name, { places: [placeOf('Brew', name)] });
const added = (name: string) => changeOf('field-added', name, { places: [placeOf('Brew', name)] });
const areAlike = (a: string, b: string) => addHints([removed(a), added(b)])[0]?.hint !== undefined;

/** One letter in four may differ, and three at most; names that differ only in a number are a series. */
function alikeByHand(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one === other) return true;
  const allowed = Math.min(3, Math.floor(Math.min(one.length, other.length) / 4));
  return leven(one, other) <= allowed && allowed > 0;
}

test('names of letters', () => {
  forSeeds(3_000, (random) => {
    const letters = Array.from({ length: random.whole(1, 18) }, () => random.pick(['a', 'b', 'C']));
    const other = [...letters];
    for (let edits = random.whole(0, 5); edits > 0; edits--) {
      const at = random.whole(0, other.length);
      if (random.chance(0.3)) other.splice(at, 1);
      else if (random.chance(0.5)) other.splice(at, 0, random.pick(['a', 'b', 'C']));
      else other.splice(at, 1, random.pick(['a', 'b', 'C']));
    }
    const [a, b] = [letters.join(''), other.join('')];
    if (b !== '') expect(areAlike(a, b), `${a} ${b}`).toBe(alikeByHand(a, b));
  });
});

test.each([
  ['abcd', 'abce', true],
  ['abc', 'abd', false],
  ['abcdefgh', 'abcdefgh12', false],
  ['abcdefgh1', 'abcdefgh2', false],
  ['abcdefghijklmnop', 'abcdefghijklm', true],
  ['abcdefghijklmnop', 'abcdefghijkl', false],
  ['x'.repeat(200), `${'x'.repeat(199)}y`, true],
  ['x'.repeat(201), 'x'.repeat(200), false],
  ['x'.repeat(200), 'x'.repeat(201), false],
  ['_', '-', false],
])('%s, %s: %s', (a, b, alike) => {
  expect(areAlike(a, b)).toBe(alike);
});

test('among more than two hundred names nobody knows which is meant', () => {
  const others = (count: number) => Array.from({ length: count }, (_, at) => added(`${'xyz'.repeat(3)}${at}`));
  const hint = (count: number) => addHints([removed('Leaves'), added('Leafes'), ...others(count)])[0]?.hint;
  expect([hint(199), hint(200)]).toEqual(['Leafes', undefined]);
});
