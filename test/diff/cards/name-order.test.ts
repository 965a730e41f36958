/** The order of names: numbers by value, and one order for any list. */
import { expect, test } from 'vitest';
import { compareNames } from '../../../src/diff/cards/name-order.ts';

test('numbers in names count by value, all else by its letters', () => {
  const inOrder = [
    'A',
    'B2',
    'a',
    'a-b',
    'a0',
    'a00',
    'a1',
    'a1.b',
    'a2',
    'a10',
    'a10b2',
    'a10b10',
    'ab',
    'v9007199254740993',
  ];
  expect(inOrder.toReversed().sort(compareNames)).toEqual(inOrder);
  expect(['v10', 'v9', 'v100'].sort(compareNames)).toEqual(['v9', 'v10', 'v100']);
  expect(compareNames('v9007199254740992', 'v9007199254740993')).toBeLessThan(0);
});

test('names with zeros before their numbers, and of half characters, have one order all the same', () => {
  const all = ['x1', 'x01', 'x001', 'x1y', 'x01y', '', '0', '00', '\ud800', '\ud83d\ude00', 'é', '1', '/', ':'];
  for (const a of all)
    for (const b of all) {
      expect(Math.sign(compareNames(a, b)) + Math.sign(compareNames(b, a))).toBe(0);
      expect(compareNames(a, b) === 0).toBe(a === b);
      for (const c of all)
        if (compareNames(a, b) < 0 && compareNames(b, c) < 0) expect(compareNames(a, c)).toBeLessThan(0);
    }
});
