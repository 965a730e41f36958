/** Shapes without fields of their own: a list may hold itself, and may be as deep as a source makes it. */
import { expect, test } from 'vitest';
import { isFlat, type Shape } from '../../src/model/index.ts';

const listOf = (target: string): Shape => ({ kind: 'list', member: { name: '', target } });
const deep = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`D${at}`, listOf(`D${at + 1}`)]));
const shapes: Readonly<Record<string, Shape>> = {
  Text: { kind: 'string' },
  Texts: listOf('Text'),
  Record: { kind: 'structure', members: [] },
  Records: listOf('Record'),
  ByKey: { kind: 'map', key: { name: '', target: 'Text' }, value: { name: '', target: 'Records' } },
  Loop: listOf('Loop'),
  Here: listOf('There'),
  There: { kind: 'map', key: { name: '', target: 'Text' }, value: { name: '', target: 'Here' } },
  ...deep,
};

test.each([
  ['Text', true],
  ['Texts', true],
  ['Record', false],
  ['Records', false],
  ['ByKey', false],
  ['Loop', true],
  ['Here', true],
  ['D0', true],
  ['nowhere', true],
])('%s', (id, expected) => {
  expect(isFlat(shapes, id)).toBe(expected);
});
