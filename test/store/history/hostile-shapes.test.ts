/** Shapes that lead to each other without end: from the model through the differ, the store and back to answers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compareServices } from '../../../src/diff/index.ts';
import { maxFields, pathLines, type Service } from '../../../src/model/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';
import { openStore } from '../../../src/store/read.ts';
import { Database, ingest } from '../../../src/store/write.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Members = Record<string, { shape: string }>;

function modelOf(shapes: Record<string, Members>): string {
  return JSON.stringify({
    metadata: { uid: 'tea-2020-01-01', serviceFullName: 'Tea', apiVersion: '2020-01-01' },
    operations: { Brew: { name: 'Brew', input: { shape: 'S0' } } },
    shapes: {
      ...Object.fromEntries(Object.entries(shapes).map(([id, members]) => [id, { type: 'structure', members }])),
      Leaf: { type: 'string' },
    },
  });
}

/** Each shape leads to the next one. */
const chain = (length: number) =>
  Object.fromEntries(
    Array.from({ length }, (_, at) => [`S${at}`, { M: { shape: at + 1 < length ? `S${at + 1}` : 'Leaf' } }]),
  );

/** Each shape leads to all of them: the shortest way is short, and there are more ways than anyone can count. */
const web = (size: number) =>
  Object.fromEntries(
    Array.from({ length: size }, (_, at) => [
      `S${at}`,
      Object.fromEntries(Array.from({ length: size }, (_, to) => [`M${to}`, { shape: `S${to}` }])),
    ]),
  );

/** The nearest ways are short, and the way along the ring is long: whoever goes deep first goes through all of it. */
const ring = (size: number) => ({
  S0: Object.fromEntries(Array.from({ length: size - 1 }, (_, at) => [`M${at}`, { shape: `S${at + 1}` }])),
  ...Object.fromEntries(
    Array.from({ length: size - 1 }, (_, at) => [`S${at + 1}`, { Next: { shape: `S${((at + 1) % (size - 1)) + 1}` } }]),
  ),
});

function read(text: string): { readonly service: Service; readonly said: readonly string[] } {
  const { api, messages } = parseDocuments('service-model', [{ name: 'm.json', text }], { service: 'tea' });
  return { service: api.services[0] as Service, said: messages.map(({ message }) => message) };
}

describe('a chain of 50,000 shapes', () => {
  test('is cut off where no real model is as deep, with a message', () => {
    const { service, said } = read(modelOf(chain(50_000)));
    expect(said).toEqual(['Unexpected `S400` and what is below it, expected at most 400 steps from an operation']);
    expect(pathLines(service)).toHaveLength(400);
    expect(compareServices(service, service)).toBeUndefined();
  });

  test('one of 400 is whole', () => {
    const { service, said } = read(modelOf(chain(400)));
    expect(said).toEqual([]);
    expect(pathLines(service)).toHaveLength(400);
  });
});

test('of paths without number a million is listed, and somebody is told', () => {
  const { service, said } = read(modelOf(web(12)));
  expect(said).toEqual([]);
  const cut: string[] = [];
  expect(pathLines(service, (operation, direction) => cut.push(`${operation} ${direction}`))).toHaveLength(maxFields);
  expect(cut).toEqual(['Brew request']);
});

test.each([
  ['a chain', chain(50_000), 'M.M'],
  ['a web', web(100), 'M7.M8'],
  ['a ring', ring(20_000), 'M7.Next'],
])('%s goes through the store', async (name, shapes, path) => {
  const file = join(folder, `${name.replace(/\W/g, '')}.db`);
  const database = Database.open(file);
  for (const [version, more] of [
    ['1.0.0', {}],
    ['1.1.0', { Leaves: { shape: 'Leaf' } }],
  ] as const) {
    const model = join(folder, version, 'tea', '2020-01-01');
    mkdirSync(model, { recursive: true });
    writeFileSync(join(model, 'service-2.json'), modelOf({ ...shapes, S0: { ...shapes.S0, ...more } }));
    await ingest(database, [join(folder, version)], { as: version });
  }
  database.close();
  const reader = openStore(file);
  expect(reader.changes('tea', '1.1.0').map(({ kind, places }) => `${kind} ${places[0]?.path}`)).toEqual([
    'field-added Leaves',
  ]);
  const since = reader.since('tea');
  expect(since.field('Brew', 'request', path)?.release.id).toBe('1.0.0');
  expect(since.field('Brew', 'request', 'Leaves')?.release.id).toBe('1.1.0');
  reader.close();
});
