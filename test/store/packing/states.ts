/** Random states of a service, one after the other, as a history brings them: most of each is what was there before. */
import type { Operation, Service, Shape } from '../../../src/model/index.ts';
import type { Random } from '../../generate/random.ts';

const words = ['', 'tea', '“ grün – 緑 ”', '\ud800 alone', '"\\\n', 'x'.repeat(3_000)];

function operation(random: Random): Operation {
  return {
    name: `O${random.whole(0, 9)}`,
    nameOrigin: 'stated',
    sdkName: 'o',
    documentation: [{ type: 'html', value: random.pick(words) }],
  };
}

function shape(random: Random): Shape {
  return { kind: 'string', enum: random.some(words, 2) };
}

/** A state that has most of its parts from the state before: they are the same objects. */
export function nextState(before: Service, random: Random): Service {
  const operations = before.operations.filter(() => random.chance(0.9));
  if (random.chance(0.7)) operations.splice(random.whole(0, operations.length), 0, operation(random));
  const shapes: Record<string, Shape> = {};
  if (random.chance(0.3)) shapes[`${random.pick(words)}A`] = shape(random);
  for (const [id, known] of Object.entries(before.shapes)) if (random.chance(0.9)) shapes[id] = known;
  if (random.chance(0.7)) shapes[`S${random.whole(0, 30)}`] = shape(random);
  // The same object under another name.
  const [some] = Object.values(shapes);
  if (some !== undefined && random.chance(0.1)) shapes.Twin = some;
  const { title: _title, ...rest } = before;
  return random.chance(0.2)
    ? { kind: 'service', id: 'tea', title: random.pick(words), facts: [], operations, shapes }
    : { ...rest, title: random.pick(words), operations, shapes };
}

/** The state that a history begins with. */
export const firstState: Service = {
  kind: 'service',
  id: 'tea',
  title: 'Tea',
  facts: ['fields'],
  operations: [],
  shapes: {},
};

/** A history of so many states; now and then one comes back as it was. */
export function statesOf(random: Random, count: number): readonly Service[] {
  const states = [firstState];
  while (states.length < count) {
    const before = states.at(-1) as Service;
    states.push(random.chance(0.1) ? random.pick(states) : nextState(before, random));
  }
  return states;
}
