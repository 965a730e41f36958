/** The bytes of a service, written part by part, are those of JSON.stringify: whatever was written before. */
import { expect, test } from 'vitest';
import type { Operation, Service, Shape } from '../../../src/model/index.ts';
import { pack, packService } from '../../../src/store/database/blobs.ts';
import { serviceBytes } from '../../../src/store/database/service-bytes.ts';
import { forSeeds, type Random } from '../../generate/random.ts';

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

/** A state that has most of its parts from the state before. */
function next(before: Service, random: Random): Service {
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

test('through a history', () => {
  forSeeds(30, (random) => {
    let service: Service = { kind: 'service', id: 'tea', title: 'Tea', facts: ['fields'], operations: [], shapes: {} };
    for (let step = 0; step < 60; step++) {
      expect(Buffer.from(serviceBytes(service)).toString()).toBe(Buffer.from(JSON.stringify(service)).toString());
      service = next(service, random);
    }
  });
});

test('a packed service is the value packed', () => {
  const service: Service = { kind: 'service', id: 'tea', title: 'Tea', facts: [], operations: [], shapes: {} };
  expect(packService(service)).toEqual(pack(service));
  const grown = {
    ...service,
    operations: Array.from({ length: 2_000 }, (_, at) => ({
      name: `O${at}`,
      nameOrigin: 'stated' as const,
      sdkName: 'x'.repeat(900),
    })),
  };
  expect(packService(grown)).toEqual(pack(grown));
});
