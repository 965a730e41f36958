/** How two forms of an error differ is told in advance, with what was there and what is there now. */
import { expect, test } from 'vitest';
import { historyOf } from '../../view/compare/tiny-history.ts';

const changesOf = (...states: readonly string[]) => {
  const { errors, errorChanges } = historyOf(states);
  return errorChanges.map(([from, to, changes]) => ({
    forms: [errors[from], errors[to]],
    changes: changes.map(({ kind, value, path, before, after }) => ({ kind, value, path, before, after })),
  }));
};

test('a changed code has both', () => {
  expect(changesOf('Brew error TooHot code=A', 'Brew error TooHot code=B')).toEqual([
    {
      forms: ['TooHot', 'TooHot'],
      changes: [expect.objectContaining({ kind: 'error-code-changed', before: 'A', after: 'B' })],
    },
  ]);
});

test('a field that comes, or goes, has neither', () => {
  const field = 'Brew error TooHot Limit integer';
  const one = 'Brew error TooHot code=A';
  const found = changesOf(one, `${one}\n${field}`, one);
  expect(found.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([
    ['error-field-added'],
    ['error-field-removed'],
  ]);
});

test('errors that stay as they are, and of several names, have no changes', () => {
  expect(changesOf('Brew error TooHot\nBrew error Empty', 'Brew error TooHot\nPour error Empty')).toEqual([]);
});
