/** States that are told by the states before them come back as they were: in any order of packing and of reading, and after others were thrown away. */
import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Service } from '../../../src/model/index.ts';
import { findDamage } from '../../../src/store/database/find-damage.ts';
import {
  maxDepth,
  type Packed,
  pack,
  packedBytes,
  packedWithBases,
  putPacked,
  unpackFrom,
} from '../../../src/store/packing/blobs.ts';
import { ServiceWriter } from '../../../src/store/packing/service-bytes.ts';
import { applyDelta, deltaBetween, type PiecedBytes } from '../../../src/store/packing/state-delta.ts';
import { StateNames, StatePacker } from '../../../src/store/packing/state-packer.ts';
import { Database } from '../../../src/store/write.ts';
import { forSeeds, type Random } from '../../generate/random.ts';
import { firstState, statesOf } from './states.ts';

function packAll(states: readonly Service[]): readonly Packed[] {
  const packer = new StatePacker();
  return states.map((state) => packer.pack(state));
}

/** A state written after another one, with the bytes of both. */
function writtenAfter(before: Service, after: Service): { readonly before: Uint8Array; readonly after: PiecedBytes } {
  const writer = new ServiceWriter();
  const { bytes } = writer.write(before);
  return { before: bytes, after: writer.write(after) };
}

const textOf = (state: Service) => JSON.stringify(state);
const nameOf = (state: Service) => pack(state).hash;

function inOrder<T>(list: readonly T[], random: Random): readonly T[] {
  return [...list]
    .map((one) => ({ one, at: random.whole(0, 1_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

test('a state is made from any other one and what it says beside that', () => {
  forSeeds(6, (random) => {
    const states = statesOf(random, 12);
    for (const one of states)
      for (const other of states) {
        const { before, after } = writtenAfter(one, other);
        const delta = deltaBetween(before, after);
        expect(applyDelta(before, delta).equals(after.bytes)).toBe(true);
        // Parts that are known to be the same save work, and change nothing.
        const apart = writtenAfter(structuredClone(one), structuredClone(other));
        expect(deltaBetween(apart.before, apart.after)).toEqual(delta);
      }
  });
});

test('what is told of a state is what is new in it', () => {
  const operation = (at: number) => ({
    name: `O${at}`,
    nameOrigin: 'stated' as const,
    sdkName: `o_${at} `.repeat(200),
  });
  const operations = Array.from({ length: 300 }, (_, at) => operation(at));
  const next = [operation(1_000), ...operations.slice(0, 200), ...operations.slice(201)];
  const { before, after } = writtenAfter({ ...firstState, operations }, { ...firstState, operations: next });
  const { copies, data } = deltaBetween(before, after);
  // Before the new operation, up to the one that went, and what follows it.
  expect(copies.length / 3).toBeLessThanOrEqual(4);
  expect(data.byteLength).toBeLessThan(400);
});

test('a damaged delta is an error, and nothing else', () => {
  const { before, after } = writtenAfter(firstState, { ...firstState, title: 'Green tea' });
  const { copies, data } = deltaBetween(before, after);
  expect(() => applyDelta(before, { copies: copies.map((one) => one + 900), data })).toThrow();
  expect(() => applyDelta(before, { copies, data: new Uint8Array(9) })).toThrow();
});

test('packed and kept, each state comes back, whoever reads in which order', () => {
  forSeeds(3, (random) => {
    const states = statesOf(random, 70);
    const database = Database.open(':memory:');
    const packed = packAll(states);
    for (const one of packed) putPacked(database, one);
    expect(packed.map(({ hash }) => hash)).toEqual(states.map(nameOf));
    for (const state of [...inOrder(states, random), ...states, ...states.toReversed()])
      expect(packedBytes(database, nameOf(state)).toString()).toBe(textOf(state));
    for (const state of states) {
      const sent = new Map(packedWithBases(database, nameOf(state)).map((one) => [one.hash, one]));
      expect(textOf(unpackFrom<Service>(sent, nameOf(state)))).toBe(textOf(state));
    }
    expect(findDamage(database, true)).toMatchObject({ lost: 0, rows: new Map() });
    database.close();
  });
});

test('the same state twice in a row is one and the same', () => {
  const packer = new StatePacker();
  packer.pack(firstState);
  const tea = { ...firstState, title: 'Green tea' };
  const first = packer.pack(tea);
  expect(packer.pack({ ...tea })).toBe(first);
  expect(first.base?.hash).toBe(nameOf(firstState));
  const next = { ...tea, title: 'Black tea' };
  expect(packer.pack(next).base?.hash).toBe(first.hash);
});

test('a history that goes on is told by the state that it goes on from', () => {
  forSeeds(6, (random) => {
    const states = statesOf(random, 40);
    const database = Database.open(':memory:');
    let before: Service | undefined;
    let told = 0;
    for (const state of states) {
      const packer = new StatePacker();
      if (before !== undefined)
        packer.goOnFrom(structuredClone(before), nameOf(before), packedWithBases(database, nameOf(before)).length - 1);
      const packed = packer.pack(structuredClone(state));
      if (packed.base !== undefined) told++;
      putPacked(database, packed);
      before = state;
    }
    expect(told).toBeGreaterThan(20);
    for (const state of states) expect(packedBytes(database, nameOf(state)).toString()).toBe(textOf(state));
    database.close();
  });
});

test('a state whose bytes are others than its name says is no base', () => {
  const packer = new StatePacker();
  packer.goOnFrom(firstState, 'another', 0);
  expect(packer.pack({ ...firstState, title: 'x' }).base).toBeUndefined();
});

test('no state is told by more than so many others, whichever walks brought them', () => {
  forSeeds(4, (random) => {
    const states = statesOf(random, 120);
    const database = Database.open(':memory:');
    // Walks that begin somewhere, and come to what others have kept.
    for (let walk = 0; walk < 8; walk++) {
      const from = random.whole(0, 100);
      for (const packed of packAll(states.slice(from, from + 60))) putPacked(database, packed);
    }
    for (const packed of packAll(states)) putPacked(database, packed);
    for (const { hash, depth } of database.all<{ hash: string; depth: number }>('SELECT hash, depth FROM blob')) {
      expect(packedWithBases(database, hash)).toHaveLength(depth + 1);
      expect(depth).toBeLessThanOrEqual(maxDepth);
    }
    for (const state of states) expect(packedBytes(database, nameOf(state)).toString()).toBe(textOf(state));
    database.close();
  });
});

test('a state whose base is gone is lost, and doctor sees it', () => {
  const database = Database.open(':memory:');
  const [first, second] = packAll([firstState, { ...firstState, title: 'Green tea' }]) as [Packed, Packed];
  for (const one of [first, second]) putPacked(database, one);
  database.run('DELETE FROM blob WHERE hash = ?', first.hash);
  expect(() => packedBytes(database, second.hash)).toThrow(/is damaged/);
  expect(packedWithBases(database, second.hash)).toEqual([]);
  expect(findDamage(database, false).lost).toBe(1);
  expect(findDamage(database, true).rows.get('blob')).toBe(1);
  // Nothing is told by what is not there.
  const [third] = packAll([firstState, { ...firstState, title: 'Black tea' }]).slice(1) as [Packed];
  expect(() => putPacked(database, third)).toThrow(/is lost/);
  database.close();
});

test('names are those that states are packed by', () => {
  forSeeds(4, (random) => {
    const names = new StateNames();
    for (const state of statesOf(random, 20)) expect(names.of(state)).toBe(nameOf(state));
  });
});

test('a whole state is its JSON, compressed', () => {
  const { data } = new StatePacker().pack(firstState);
  expect(zstdDecompressSync(data).toString()).toBe(textOf(firstState));
});
