/** States that are read part by part are what `JSON.parse` gives, and what did not change is the same object. */
import { expect, test } from 'vitest';
import { PartedStates } from '../../../src/store/reader/parted-states.ts';
import { Random } from '../../generate/random.ts';

const names = ['A', 'B"', 'C\\', 'D,E', 'F[', '}', 'Ü', '', ...Array.from({ length: 60 }, (_, at) => `Name${at}`)];

interface State {
  readonly id: string;
  readonly operations: readonly { readonly name: string; readonly documentation: unknown }[];
  readonly shapes: Readonly<Record<string, unknown>>;
  readonly waiters?: readonly unknown[];
}

/** Names with values: some are taken away, some come, some say something else, and some move. */
function changed(random: Random, all: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  const kept = [...all].filter(() => !random.chance(0.02));
  const next = kept.map(
    ([name, value]) => [name, random.chance(0.05) ? { say: random.whole(0, 1e6) } : value] as const,
  );
  for (const name of random.some(names, random.whole(0, 3)))
    next.splice(random.whole(0, next.length), 0, [name, { of: [name, '"', { deep: [1, -2.5, null, true] }] }]);
  return new Map(random.chance(0.1) ? next.reverse() : next);
}

test('a thousand states, one after the other', () => {
  const random = new Random(7);
  const states = new PartedStates();
  let operations: ReadonlyMap<string, unknown> = new Map();
  let shapes: ReadonlyMap<string, unknown> = new Map();
  let before: State | undefined;
  let [same, fresh] = [0, 0];
  for (let round = 0; round < 1_000; round++) {
    operations = changed(random, operations);
    shapes = changed(random, shapes);
    const wanted: State = {
      id: 'svc',
      operations: [...operations].map(([name, documentation]) => ({ name, documentation })),
      shapes: Object.fromEntries(shapes),
      ...(random.chance(0.5) ? { waiters: [{ name: 'W' }] } : {}),
    };
    const read = states.read(Buffer.from(JSON.stringify(wanted)));
    const state = read.service as unknown as State;
    expect(state).toEqual(wanted);
    expect(JSON.stringify(state)).toBe(JSON.stringify(wanted));
    expect(read.shapes).toEqual({ names: Object.keys(wanted.shapes), parts: Object.values(wanted.shapes) });
    expect(Object.keys(state.shapes)).toEqual(Object.keys(wanted.shapes));
    const known = new Map(before?.operations.map((one) => [one.name, one]));
    for (const one of state.operations) {
      const old = known.get(one.name);
      if (old === undefined || JSON.stringify(old) !== JSON.stringify(one)) fresh++;
      else if (old === one) same++;
      else throw new Error(`Unexpected copy of ${one.name} in round ${round}, expected the object that was there`);
    }
    for (const [id, shape] of Object.entries(state.shapes))
      if (before !== undefined && JSON.stringify(before.shapes[id]) === JSON.stringify(shape))
        expect(shape).toBe(before.shapes[id]);
    before = state;
  }
  expect(same).toBeGreaterThan(10_000);
  expect(fresh).toBeGreaterThan(1_000);
});
