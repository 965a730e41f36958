/** A since graph that is told what stays as it is ends as one that goes through everything; and so does one that was put down and taken up again. */
import { expect, test } from 'vitest';
import { Unchanged } from '../../../src/diff/index.ts';
import type { Operation, Service, Shape } from '../../../src/model/index.ts';
import { GrowingGraph } from '../../../src/store/since/growing-graph.ts';
import type { Mark } from '../../../src/store/since/mark.ts';
import { packGraph, unpackGraph } from '../../../src/store/since/packed-graph.ts';
import { emptyGraph, type Shown } from '../../../src/store/since/since-graph.ts';
import { forSeeds, type Random } from '../../generate/random.ts';

type Shapes = Readonly<Record<string, Shape>>;
type State = Pick<Service, 'operations' | 'shapes'>;

const ids = ['Age', 'Cup', 'Leaf', 'Leaves', 'Pot', 'Pots', 'Tray'];
const names = ['A', 'B', 'C', 'D', '1'];

/** Shapes lead to each other in every way, loops too. */
function shape(random: Random): Shape {
  const target = () => random.pick(ids);
  const kind = random.whole(0, 5);
  if (kind === 0) return { kind: 'string', enum: random.some(['GREEN', 'BLACK', 'RED'], 2) };
  if (kind === 1) return { kind: 'list', member: { name: 'member', target: target() } };
  if (kind === 2)
    return { kind: 'map', key: { name: 'key', target: target() }, value: { name: 'value', target: target() } };
  const members = random.some(names, random.whole(0, 4)).map((name) => ({ name, target: target() }));
  return { kind: random.chance(0.1) ? 'union' : 'structure', members };
}

function operation(random: Random, name: string): Operation {
  const root = () => (random.chance(0.15) ? null : random.pick(ids));
  return {
    ...{ name, nameOrigin: 'stated', sdkName: name, request: root(), response: root() },
    ...(random.chance(0.8) ? { errors: random.some(['TooHot', 'TooCold'], random.whole(0, 2)).map(errorOf) } : {}),
  };
}

const errorOf = (name: string) => ({ name, target: 'Age' });

function nextState(before: State, random: Random): State {
  const shapes: Record<string, Shape> = { ...before.shapes };
  for (const id of ids) if (random.chance(0.15)) shapes[id] = shape(random);
  const known = new Map(before.operations.map((one) => [one.name, one]));
  for (const name of ['Boil', 'Brew', 'Pour', 'Serve']) {
    if (random.chance(0.1)) known.delete(name);
    else if (!known.has(name) || random.chance(0.1)) known.set(name, operation(random, name));
  }
  // What stays is the same object, or one that says the same.
  const operations = [...known.values()].map((one) => (random.chance(0.2) ? { ...one, documentation: [] } : one));
  return { operations, shapes };
}

function unmovedBetween(before: State, after: State) {
  const unchanged = new Unchanged(before.shapes as Shapes, after.shapes as Shapes);
  const known = new Map(before.operations.map((one) => [one.name, one]));
  return {
    hasShape: (id: string) => unchanged.has(id, id, false),
    hasOperation: (one: Operation) => {
      const was = known.get(one.name);
      return was !== undefined && unchanged.hasOperation(was, one, false);
    },
  };
}

test('generated histories', () => {
  let unmovedCount = 0;
  forSeeds(60, (random) => {
    const first = Object.fromEntries(ids.map((id) => [id, shape(random)]));
    let before: State = { operations: [], shapes: first };
    const [told, slow] = [new GrowingGraph(emptyGraph), new GrowingGraph(emptyGraph)];
    let resumed = new GrowingGraph(emptyGraph);
    for (let release = 0; release < 25; release++) {
      const state = nextState(before, random);
      const isSure = release > 0 && random.chance(0.9);
      const [fresh, unsure] = [false, true].map((orEarlier) => ({ release: `1.${release}`, orEarlier })) as [
        Mark,
        Mark,
      ];
      const marks = { fresh, unsure, surelyNew: isSure, whole: random.chance(0.9) };
      const shown: Shown = { ...state, seesKeys: true, ...marks };
      const unmoved = unmovedBetween(before, state);
      unmovedCount += state.operations.filter((one) => unmoved.hasOperation(one)).length;
      // Told what stays from the second whole state on.
      told.grow(shown, release > 1 && isSure && marks.whole ? unmoved : undefined);
      slow.grow(shown);
      const packed = JSON.stringify(packGraph(resumed.graph()));
      const kept = unpackGraph(JSON.parse(packed));
      expect(kept).toEqual(resumed.graph());
      expect(JSON.stringify(packGraph(kept))).toBe(packed);
      resumed = new GrowingGraph(kept);
      resumed.grow(shown);
      expect(told.graph()).toEqual(slow.graph());
      expect(JSON.stringify(resumed.graph())).toBe(JSON.stringify(slow.graph()));
      if (random.chance(0.1)) {
        const [name = ''] = Object.keys(slow.graph().operations);
        for (const one of [told, slow, resumed]) one.markOperation(name, { release: '0.9', orEarlier: true });
      }
      before = state;
    }
    expect(JSON.stringify(told.graph())).toBe(JSON.stringify(slow.graph()));
  });
  expect(unmovedCount).toBeGreaterThan(1_000);
});
