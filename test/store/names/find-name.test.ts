/** Names that the store keeps for searching find what a walk through the whole state of each service finds, path by path. */
import { expect, test } from 'vitest';
import { type Direction, type Service, type ShapeId, stepInto, stepsOf } from '../../../src/model/index.ts';
import { readHistory, type StoredState } from '../../../src/store/history/read-history.ts';
import { derive } from '../../../src/store/ingest/derive.ts';
import { addInput, snapshotOf } from '../../../src/store/ingest/inputs.ts';
import { shown } from '../../../src/store/ingest/presence.ts';
import { findName, type Occurrence } from '../../../src/store/reader/find-name.ts';
import type { Mark } from '../../../src/store/since/mark.ts';
import { unpackGraph } from '../../../src/store/since/packed-graph.ts';
import { markAt } from '../../../src/store/since/since-marks.ts';
import { Database } from '../../../src/store/write.ts';
import { Random } from '../../generate/random.ts';
import { randomService } from '../../generate/service.ts';

const database = Database.open(':memory:');
const count = 12;
for (let seed = 1; seed <= count; seed++)
  for (const [at, version] of ['1.0.0', '1.1.0'].entries()) {
    const service = { ...randomService(new Random(seed * 10 + at), { markup: false }), id: `sample-${seed}` };
    addInput(database, withOddNames(service), factsOf(version), `${seed} ${version}`);
  }
await database.transaction(() => derive(database));

function factsOf(version: string) {
  return {
    ...({ version, date: null, dialect: 'service-model', complete: false, presence: shown } as const),
    ...{ stated: null, spec: 'made up' },
  };
}

/** Names that small letters, or the signs of JSON, make something else of. */
function withOddNames(service: Service): Service {
  const values = ['ΟΔΟΣ', 'K', 'İ', 'a"b', 'a\\b', 'line\nbreak', 'ß'];
  return { ...service, shapes: { ...service.shapes, OddValues: { kind: 'string', enum: values }, ...linked(service) } };
}

/** The first request leads to the odd values. */
function linked({ operations, shapes }: Service): Service['shapes'] {
  const id = operations[0]?.request;
  const shape = id === undefined || id === null ? undefined : shapes[id];
  if (id === undefined || id === null || shape?.kind !== 'structure') return {};
  return { [id]: { ...shape, members: [...shape.members, { name: 'Odd "name"', target: 'OddValues' }] } };
}

/** Every name that there is. */
function allNames(): readonly string[] {
  const names = new Set<string>(['nothing', '', 'σ', 'k', 'i̇', 'ss']);
  for (const { service } of heads()) {
    for (const { name, sdkName } of service.operations) for (const one of [name, sdkName]) names.add(one);
    for (const [id, shape] of Object.entries(service.shapes)) {
      names.add(id);
      for (const { member } of stepsOf(shape)) names.add(member.name);
      if (shape.kind === 'string') for (const value of shape.enum ?? []) names.add(value);
    }
  }
  return [...names].flatMap((name) => [name, name.toUpperCase()]);
}

function heads() {
  return database.rows<{ id: string; state: string }>('service', 'ORDER BY id').map(({ id, state }) => ({
    id,
    service: snapshotOf(database, { snapshot: (JSON.parse(state) as StoredState).head ?? '' }),
  }));
}

/** The slow way: every path of every operation, in layers, and the first 25 that end with the name. */
function slowly(wanted: string): readonly Occurrence[] {
  const low = wanted.toLowerCase();
  const isIt = (name: string) => name.toLowerCase() === low;
  return heads().flatMap(({ id, service }) => {
    const graph = unpackGraph(readHistory(database, id)?.graph ?? { operations: {}, nodes: [] });
    const shapes = Object.keys(service.shapes).filter((name) => !name.includes('~') && isIt(name));
    return [
      ...shapes.map((path) => occurrence(id, 'shape', null, null, path, null)),
      ...service.operations.flatMap(({ name, sdkName, request, response }) => [
        ...(isIt(name) || isIt(sdkName)
          ? [occurrence(id, 'operation', name, null, '', graph.operations[name]?.since ?? null)]
          : []),
        ...(['request', 'response'] as const).flatMap((direction) =>
          placesBelow(service, { request, response }[direction] ?? undefined, isIt).map(({ path, value }) => {
            const since = markAt(graph, { operation: name, direction, path, value }) ?? null;
            return occurrence(id, value === undefined ? 'field' : 'value', name, direction, path, since);
          }),
        ),
      ]),
    ];
  });
}

function occurrence(
  service: string,
  what: Occurrence['what'],
  operation: string | null,
  direction: Direction | null,
  path: string,
  since: Mark | null,
): Occurrence {
  return { service, what, operation, direction, path, since };
}

function placesBelow({ shapes }: Service, root: ShapeId | undefined, isIt: (name: string) => boolean) {
  const found: { path: string; value?: string }[] = [];
  let layer = root === undefined ? [] : [{ id: root, path: '', above: [] as ShapeId[] }];
  while (layer.length > 0 && found.length < 25) {
    layer = layer.flatMap(({ id, path, above }) => {
      const shape = shapes[id];
      if (shape === undefined) return [];
      const value = shape.kind === 'string' ? shape.enum?.find(isIt) : undefined;
      if (value !== undefined) found.push({ path, value });
      if (above.includes(id)) return [];
      return stepsOf(shape).map(({ step, member }) => {
        const here = stepInto(path, step);
        if (isIt(member.name)) found.push({ path: here });
        return { id: member.target, path: here, above: [...above, id] };
      });
    });
  }
  return found.slice(0, 25);
}

const kept = () =>
  database.rows<{ state: string }>('service', '').filter(({ state }) => 'names' in JSON.parse(state)).length;

test('names that are kept find what the whole states have', () => {
  expect(kept()).toBe(count);
  let most = 0;
  for (const name of allNames()) {
    const fast = [...findName(database, name)];
    expect(fast, JSON.stringify(name)).toEqual(slowly(name));
    most = Math.max(most, fast.length);
  }
  expect(most).toBeGreaterThan(25);
  expect(slowly('odd "NAME"').length).toBeGreaterThan(0);
});

test('a store that was written without names answers the same, and has them after it is written to', async () => {
  const rows = database.rows<{ id: string; state: string }>('service', '');
  for (const row of rows) {
    const { names: _, ...state } = JSON.parse(row.state) as StoredState;
    database.insert('service', { ...row, state: JSON.stringify(state) }, 'REPLACE');
  }
  expect(kept()).toBe(0);
  for (const name of ['Name', 'ACTIVE', 'nothing', 'odd "name"'])
    expect([...findName(database, name)]).toEqual(slowly(name));
  await database.transaction(() => derive(database));
  expect(database.rows('service', '')).toEqual(rows);
});
