/** Single marks of a since graph: read by path, set for a field with its content, and what was removed below one. */
import { expect, test } from 'vitest';
import type { SinceGraph } from '../../../src/store/since/since-graph.ts';
import {
  type MarkedPlace,
  markAt,
  markOperation,
  remark,
  removedBelow,
  removedErrors,
  removedSpanAt,
} from '../../../src/store/since/since-marks.ts';

const old = { release: '1.0', orEarlier: true };
const mid = { release: '1.1', orEarlier: false };
const fresh = { release: '2.0', orEarlier: false };
const span = { from: old, to: '1.5' };

/** A request with a list of cups, which contain cups again; the response shares the cup. */
const graph: SinceGraph = {
  operations: {
    Brew: { since: old, request: 0, response: 3, removedErrors: { TooHot: span } },
    Pour: { since: mid, response: 3 },
  },
  nodes: [
    { type: 'structure', ways: { Cups: { since: old, to: 1 } }, removedWays: { Old: span } },
    { type: 'list', ways: { '[]': { since: old, to: 2 } } },
    {
      type: 'structure',
      ways: { Colour: { since: mid, to: 4 }, Inner: { since: mid, to: 2 } },
      removedWays: { Size: span },
    },
    { type: 'structure', ways: { Cup: { since: mid, to: 2 } } },
    { type: 'string', values: { red: old, blue: mid }, removedValues: { green: span } },
  ],
} as unknown as SinceGraph;

const at = (path: string, value?: string, direction: 'request' | 'response' = 'request'): MarkedPlace => ({
  ...{ operation: 'Brew', direction, path, value },
});

test('a mark is found by its path', () => {
  expect(markAt(graph, at('Cups'))).toBe(old);
  expect(markAt(graph, at('Cups[].Colour'))).toBe(mid);
  expect(markAt(graph, at('Cups[].Inner.Inner.Colour', 'red'))).toBe(old);
  expect(markAt(graph, at('Cups[].Colour', 'green'))).toBeUndefined();
  expect(markAt(graph, at('Cups[].Other'))).toBeUndefined();
  expect(markAt(graph, { ...at('Cups'), operation: 'Stir' })).toBeUndefined();
});

test('what was removed has its span, with what it was in', () => {
  expect(removedSpanAt(graph, 'Brew', 'request', 'Old.Deep')).toBe(span);
  expect(removedSpanAt(graph, 'Brew', 'request', 'Cups[].Size')).toBe(span);
  expect(removedSpanAt(graph, 'Brew', 'request', 'Cups')).toBeUndefined();
  expect(removedSpanAt(graph, 'Stir', 'request', 'Old')).toBeUndefined();
  expect(removedErrors(graph, 'Brew')).toEqual([{ direction: null, path: '', value: 'TooHot', span }]);
  expect(removedErrors(graph, 'Stir')).toEqual([]);
});

test('removed parts are told each at its shortest path, below a field only its own', () => {
  const told = (operation: string, direction: 'request' | 'response', from = '') =>
    removedBelow(graph, operation, direction, from).map(({ path, value }) => [path, value].filter(Boolean).join(' '));
  expect(told('Brew', 'request')).toEqual(['Old', 'Cups[].Size', 'Cups[].Colour green']);
  expect(told('Brew', 'request', 'Cups')).toEqual(['Cups[].Size', 'Cups[].Colour green']);
  expect(told('Brew', 'response')).toEqual(['Cup.Size', 'Cup.Colour green']);
  expect(told('Brew', 'request', 'Other')).toEqual([]);
  expect(told('Pour', 'request')).toEqual([]);
});

test('another mark of a field is one of all its content, and of nothing else', () => {
  const marked = remark(graph, at('Cups'), fresh);
  for (const path of ['Cups', 'Cups[]', 'Cups[].Colour', 'Cups[].Inner', 'Cups[].Inner.Inner.Colour'])
    expect(markAt(marked, at(path)), path).toEqual(fresh);
  expect(markAt(marked, at('Cups[].Inner.Colour', 'red'))).toEqual(fresh);
  expect(markAt(marked, at('Cup', undefined, 'response'))).toBe(mid);
  expect(markAt(marked, at('Cup.Colour', 'red', 'response'))).toBe(old);
  // The graph itself stays as it is.
  expect(markAt(graph, at('Cups[].Colour'))).toBe(mid);
  expect(removedSpanAt(marked, 'Brew', 'request', 'Cups[].Size')).toBe(span);
});

test('another mark of a value, or of a field far below, leaves what is around it', () => {
  const value = remark(graph, at('Cups[].Colour', 'red'), fresh);
  expect([markAt(value, at('Cups[].Colour', 'red')), markAt(value, at('Cups[].Colour', 'blue'))]).toEqual([fresh, mid]);
  expect(markAt(value, at('Cups[].Colour'))).toBe(mid);
  expect(markAt(value, at('Cup.Colour', 'red', 'response'))).toBe(old);
  const field = remark(graph, at('Cups[].Colour'), fresh);
  expect([markAt(field, at('Cups')), markAt(field, at('Cups[].Colour')), markAt(field, at('Cups[].Inner'))]).toEqual([
    ...[old, fresh, mid],
  ]);
  expect(markAt(field, at('Cups[].Inner.Colour'))).toBe(mid);
  expect(remark(graph, { ...at('Cups'), operation: 'Stir' }, fresh)).toBe(graph);
  expect(remark(graph, { ...at('X'), operation: 'Pour' }, fresh)).toBe(graph);
});

test('another mark of an operation is one of its request and its response', () => {
  const marked = markOperation(graph, 'Brew', fresh);
  expect(marked.operations.Brew?.since).toBe(fresh);
  expect(markAt(marked, at('Cups[].Colour'))).toEqual(fresh);
  expect(markAt(marked, at('Cup.Inner', undefined, 'response'))).toEqual(fresh);
  expect(markAt(marked, { ...at('Cup', undefined, 'response'), operation: 'Pour' })).toBe(mid);
  expect(markOperation(graph, 'Stir', fresh)).toBe(graph);
});
