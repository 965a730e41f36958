/** The words of limits: of how large a number is, and of how long a text or a list. */
import { expect, test } from 'vitest';
import { said } from '../rules/said.ts';

test('a limit of a number is told as one of size, and not of length', () => {
  const limit = (direction: string, before: string, after: string) =>
    said(`Op ${direction} Size integer optional ${before}`, `Op ${direction} Size integer optional ${after}`);
  expect(limit('request', 'min=5', 'min=2')).toEqual(['safe: Size may be as small as 2 (was 5)']);
  expect(limit('request', 'max=5', 'max=9')).toEqual(['safe: Size may be as large as 9 (was 5)']);
  expect(limit('request', 'max=9', 'max=5')).toEqual(['dangerous: Size may be at most 5 (was 9)']);
  expect(limit('response', 'min=2', 'min=5')).toEqual(['safe: Size is at least 5 now (was 2)']);
  expect(limit('response', 'max=9', 'max=5')).toEqual(['safe: Size is at most 5 now (was 9)']);
});
