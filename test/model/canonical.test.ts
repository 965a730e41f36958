/** Canonical JSON: one text for equal values, whatever the order of their keys. */
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/model/canonical.ts';

test.each([
  [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
  [{ a: 2, b: 1 }, '{"a":2,"b":1}'],
  [{ c: 1, b: 2, a: 3 }, '{"a":3,"b":2,"c":1}'],
  [{ a: 1, c: 2, b: 3 }, '{"a":1,"b":3,"c":2}'],
  [[{ y: { d: 1, c: 2 } }, { x: null }], '[{"y":{"c":2,"d":1}},{"x":null}]'],
  [['b', 'a'], '["b","a"]'],
  [{ b: undefined, a: 1 }, '{"a":1}'],
  ['text', '"text"'],
])('%j', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});
