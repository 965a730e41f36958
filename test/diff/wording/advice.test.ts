/** The advice of a change is that of its own case: each is held against the rule that found it, by its example. */
import { describe, expect, test } from 'vitest';
import { adviceOf, cardsOf, compareServices, rules } from '../../../src/diff/index.ts';
import { serviceOf } from '../rules/example-notation.ts';

const adviceFor = (before: string, after: string) =>
  cardsOf(compareServices(serviceOf(before), serviceOf(after))?.changes ?? []).map((card) => adviceOf(card, rules));

describe('a kind with several cases', () => {
  const field = (direction: string, words: string) => `Op ${direction} Name ${words}`;
  test.each([
    ['request', 'string optional', 'string optional max=5', 'Send values that are short enough.'],
    ['request', 'integer optional', 'integer optional max=5', 'Send numbers that are small enough.'],
    ['request', 'string optional', 'string optional min=5', 'Send values that are long enough.'],
    ['request', 'integer optional min=1', 'integer optional min=5', 'Send numbers that are large enough.'],
    ['request', 'float optional', 'integer optional', 'Send whole numbers.'],
    ['response', 'integer', 'float', 'Read the value as a float.'],
    ['response', 'long', 'double', 'Read the value as a float.'],
    ['response', 'integer', 'string', 'Read the new type.'],
    ['response', 'float', 'string', 'Read the new type.'],
    ['request', 'float optional', 'string optional', 'Send the new type.'],
    ['response', 'integer', 'integer sparse=true', 'Check entries for `None` before you use them.'],
    ['request', 'integer optional sparse=true', 'integer optional', 'Leave entries out instead of sending `None`.'],
  ])('%s: %s, %s', (direction, before, after, expected) => {
    expect(adviceFor(field(direction, before), field(direction, after))).toEqual([expected]);
  });
});

test('who sends a field, and who reads it, are each told what is theirs; who does both is told both', () => {
  const op = (...lines: readonly string[]) => lines.map((line) => `Op ${line}`).join('\n');
  const [sent, read] = ['request Gone string optional', 'response Gone string'];
  const rest = ['request Stays string optional', 'response Stays string'];
  expect(adviceFor(op(sent, ...rest), op(...rest))).toEqual(['Stop sending it.']);
  expect(adviceFor(op(read, ...rest), op(...rest))).toEqual(['Read it with `.get()` until it is gone from your code.']);
  const [change] = compareServices(serviceOf(op(read, ...rest)), serviceOf(op(...rest)))?.changes ?? [];
  if (change === undefined) throw new Error('expected a change');
  const places = change.places.flatMap((place) => [place, { ...place, direction: 'request' as const }]);
  const [both] = cardsOf([{ ...change, places }]);
  expect(both && adviceOf(both, rules)).toBe('Stop sending it; read it with `.get()` until it is gone from your code.');
});

test('the example of every rule that breaks or may break is advised by the rule itself', () => {
  let told = 0;
  for (const rule of rules) {
    if (rule.noEffect !== undefined || rule.audience !== 'sdk') continue;
    const { before, after } = rule.example;
    const changes = compareServices(serviceOf(before), serviceOf(after))?.changes ?? [];
    const cards = cardsOf(changes.filter(({ kind, severity }) => kind === rule.id && /^(?:break|dang)/.test(severity)));
    for (const card of cards) {
      told++;
      const own = [rule.advice, rule.adviceFor?.(card.changes[0]), ...Object.values(rule.adviceIn ?? {})];
      expect(own, `${rule.id}: ${before} / ${after}`).toContain(adviceOf(card, rules));
    }
  }
  expect(told).toBeGreaterThan(20);
});
