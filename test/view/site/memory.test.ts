/** What is remembered, for whom, and how much of it. */
import { expect, test } from 'vitest';
import { Memory, topic } from '../../../src/view/site/memory.ts';

test('a value is made once for each owner', () => {
  const memory = new Memory();
  const letters = topic<object, string>();
  const [one, other] = [{}, {}];
  expect([memory.remember(letters, one, () => 'a'), memory.remember(letters, one, () => 'b')]).toEqual(['a', 'a']);
  expect(memory.remember(letters, other, () => 'c')).toBe('c');
});

test('two topics of one owner have nothing to do with each other', () => {
  const memory = new Memory();
  const [letters, numbers] = [topic<object, string>(), topic<object, number>()];
  const owner = {};
  expect([memory.remember(letters, owner, () => 'a'), memory.remember(numbers, owner, () => 1)]).toEqual(['a', 1]);
  const [letter, number] = [
    memory.rememberAt(letters, owner, 'k', () => 'b'),
    memory.rememberAt(numbers, owner, 'k', () => 2),
  ];
  expect([letter, number]).toEqual(['b', 2]);
});

test('of values by key the last ones are kept, those that were asked for again too', () => {
  const memory = new Memory();
  const letters = topic<object, string>(2);
  const owner = {};
  const made: string[] = [];
  const ask = (key: string) =>
    memory.rememberAt(letters, owner, key, () => {
      made.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(ask(key)).toBe(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('without keeping, everything is made again', () => {
  const memory = new Memory(false);
  const letters = topic<object, string>();
  const owner = {};
  expect([memory.remember(letters, owner, () => 'a'), memory.remember(letters, owner, () => 'b')]).toEqual(['a', 'b']);
  expect([
    memory.rememberAt(letters, owner, 'k', () => 'a'),
    memory.rememberAt(letters, owner, 'k', () => 'b'),
  ]).toEqual(['a', 'b']);
});
