/** A delta belongs to one state before: with other numbers, or after another state, it is refused. */
import { expect, test } from 'vitest';
import { applyDelta, deltaBetween } from '../../../src/store/packing/state-delta.ts';

const before = Buffer.from('{"a":"one two three four five","b":"six seven eight"}');
const after = Buffer.from('{"a":"one two three four five","b":"six seven nine"}');
const end = before.indexOf(',"b"');
const delta = deltaBetween(before, {
  bytes: after,
  pieces: [{ start: 1, end, from: 1, fromEnd: end, isCopy: true }],
});

test('what is the same is copied', () => {
  expect(delta.copies).toEqual([1, 1, end - 1]);
  expect(applyDelta(before, delta).toString()).toBe(after.toString());
});

test('what would be copied from behind the end is refused', () => {
  for (const copies of [
    [1, 999, 30],
    [1, before.length - 29, 30],
  ])
    expect(() => applyDelta(before, { ...delta, copies })).toThrow('A delta of other bytes');
});

test('what does not unpack is refused', () => {
  for (const copies of [
    [1, 1, 999],
    [999, 1, 30],
    [-1, 1, 30],
  ])
    expect(() => applyDelta(before, { ...delta, copies })).toThrow();
});

test('a state may end with a copy', () => {
  const copied = {
    bytes: Buffer.from(`new ${before}`),
    pieces: [{ start: 4, end: 4 + before.length, from: 0, fromEnd: before.length }],
  };
  expect(applyDelta(before, deltaBetween(before, copied)).toString()).toBe(`new ${before}`);
});
