/** Marks that are read from a stored graph are those of the unpacked one, at every place. */
import { expect, test } from 'vitest';
import { stepInto } from '../../../src/model/index.ts';
import type { Mark } from '../../../src/store/since/mark.ts';
import { packGraph } from '../../../src/store/since/packed-graph.ts';
import type { SinceGraph, SinceNode } from '../../../src/store/since/since-graph.ts';
import { markAt } from '../../../src/store/since/since-marks.ts';
import { storedMarkAt, storedMarkOf } from '../../../src/store/since/stored-marks.ts';
import { Random } from '../../generate/random.ts';

const names = ['Leaf', 'Pot', '[]', '{}', '{key}', '__proto__', 'a.b', 'constructor'];
const values = ['GREEN', 'RED', '__proto__', 'toString'];

function generated(random: Random): SinceGraph {
  const mark = (): Mark => ({ release: `1.${random.whole(0, 9)}.0`, orEarlier: random.chance(0.3) });
  const count = random.whole(1, 6);
  const node = (): SinceNode => ({
    type: 'structure',
    ways: Object.fromEntries(
      random.some(names, random.whole(0, 4)).map((name) => [name, { since: mark(), to: random.whole(0, count - 1) }]),
    ),
    ...(random.chance(0.5) && {
      values: Object.fromEntries(random.some(values, random.whole(0, 3)).map((value) => [value, mark()])),
    }),
  });
  const operations = random.some(['Brew', 'Pour', '__proto__', 'valueOf'], random.whole(1, 3)).map((name) => {
    const request = random.chance(0.8) ? { request: random.whole(0, count - 1) } : {};
    return [name, { since: mark(), ...request, ...(random.chance(0.5) && { response: random.whole(0, count - 1) }) }];
  });
  return { operations: Object.fromEntries(operations), nodes: Array.from({ length: count }, node) };
}

test('a stored graph gives the marks of the unpacked one', () => {
  let known = 0;
  for (let seed = 0; seed < 200; seed++) {
    const random = new Random(seed);
    const graph = generated(random);
    const stored = JSON.parse(JSON.stringify(packGraph(graph)));
    for (const operation of Object.keys(graph.operations)) {
      expect(storedMarkOf(stored, operation)).toEqual(graph.operations[operation]?.since);
      for (const direction of ['request', 'response'] as const)
        for (let round = 0; round < 10; round++) {
          let path = '';
          for (let steps = random.whole(0, 3); steps > 0; steps--) path = stepInto(path, random.pick(names));
          const value = random.chance(0.5) ? random.pick(values) : undefined;
          const wanted = isOwn(graph, { operation, direction, path, value });
          const mark = storedMarkAt(stored, { operation, direction, path, value });
          expect(mark, `seed ${seed}, ${path} ${value}`).toEqual(wanted);
          if (mark !== undefined) known += 1;
        }
    }
    expect(storedMarkOf(stored, 'hasOwnProperty')).toBe(undefined);
  }
  expect(known).toBeGreaterThan(300);
});

/** The mark by the unpacked graph; what every object has, such as `constructor`, is not one. */
function isOwn(graph: SinceGraph, place: Parameters<typeof markAt>[1]): Mark | undefined {
  const mark: unknown = markAt(graph, place);
  return typeof mark === 'object' && mark !== null && 'release' in mark ? (mark as Mark) : undefined;
}
