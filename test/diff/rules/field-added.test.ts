/** New choices of a union in one sentence: up to four are named, and of more the others are counted. */
import { expect, test } from 'vitest';
import { cardSentence, cardsOf, compareServices } from '../../../src/diff/index.ts';
import { serviceOf } from './example-notation.ts';

const union = (...names: readonly string[]) =>
  serviceOf(
    ['GetRule response Action union', ...names.map((name) => `GetRule response Action.${name} string`)].join('\n'),
  );

test.each([
  [['Deny'], 'a `Deny`'],
  [['Ask', 'Deny'], 'an `Ask` or a `Deny`'],
  [['Ask', 'Deny', 'Log'], 'an `Ask`, a `Deny` or a `Log`'],
  [['Ask', 'Deny', 'Log', 'Wait'], 'an `Ask`, a `Deny`, a `Log` or a `Wait`'],
  [['Ask', 'Deny', 'Log', 'Send', 'Wait'], 'an `Ask`, a `Deny`, a `Log` or one of 2 others'],
])('%j', (added, said) => {
  const changes = compareServices(union('Allow'), union('Allow', ...added))?.changes ?? [];
  expect(cardsOf(changes).map(cardSentence)).toEqual([
    `\`Action\` may now be ${said} — code that handles every kind of it needs a new case`,
  ]);
});
