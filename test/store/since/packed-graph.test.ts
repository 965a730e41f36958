/** The form in which the store keeps marks and graphs: the same as ever, letter by letter, and it gives back what went in. */
import { expect, test } from 'vitest';
import { packMark, unpackMark } from '../../../src/store/since/mark.ts';
import { type PackedGraph, packGraph, unpackGraph } from '../../../src/store/since/packed-graph.ts';

test('a mark', () => {
  for (const [release, orEarlier, text] of [
    ['1.0.0', false, '1.0.0'],
    ['1.0.0', true, '~1.0.0'],
    ['undated', true, '~undated'],
  ] as const) {
    expect(packMark({ release, orEarlier })).toBe(text);
    expect(unpackMark(text)).toEqual({ release, orEarlier });
  }
});

const text =
  '{"operations":{"Brew":{"since":"~1.0.0","request":0,"response":1,"errors":{"TooHot":"1.1.0"},"removedErrors":{"TooCold":["~1.0.0","1.2.0"]}},"Pour":{"since":"1.1.0"}},' +
  '"nodes":[{"type":"structure","ways":{"Leaf":["~1.0.0",1],"__proto__":["1.1.0",0]},"removedWays":{"constructor":["1.0.0","~1.2.0"]}},' +
  '{"type":"string","values":{"GREEN":"~1.0.0"},"removedValues":{"RED":["~1.0.0","1.1.0"]}},{"type":"?"}]}';

test('a graph has names in the program, and comes back letter by letter', () => {
  const graph = unpackGraph(JSON.parse(text) as PackedGraph);
  expect(graph.operations.Brew).toEqual({
    since: { release: '1.0.0', orEarlier: true },
    ...{ request: 0, response: 1, errors: { TooHot: { release: '1.1.0', orEarlier: false } } },
    removedErrors: {
      TooCold: { since: { release: '1.0.0', orEarlier: true }, removedIn: { release: '1.2.0', orEarlier: false } },
    },
  });
  expect(graph.nodes[0]?.ways?.Leaf).toEqual({ since: { release: '1.0.0', orEarlier: true }, to: 1 });
  expect(JSON.stringify(packGraph(graph))).toBe(text);
});
