/** Since when everything exists, and what is gone since when, for small random histories: held against a reading that goes through the states by hand. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldsOf, type Service } from '../../../src/model/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';
import { openStore, type StoreReader } from '../../../src/store/read.ts';
import type { Since } from '../../../src/store/types.ts';
import { Random } from '../../generate/random.ts';
import { removedByHand, sinceByHand } from '../history/by-hand.ts';
import { TinyRepository } from '../walk/tiny-repository.ts';
import { modelPath, scratchFolder } from '../walk/walked.ts';

const { fresh, walked } = scratchFolder();
const versions = ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0', '1.5.0', '1.6.0', '1.7.0'];
const services = Array.from({ length: 12 }, (_, index) => `thing${index}`);
const operations = ['Boil', 'Brew', 'Pour'];
const structures = ['Cup', 'Leaf', 'Pot', 'Tray'];
const members = ['Age', 'Kind', 'Next', 'Parts'];
const colours = ['GREEN', 'BLACK', 'WHITE', 'RED'];
const errors = ['TooHot', 'TooCold'];

interface Shapes {
  [name: string]: unknown;
}

interface Model {
  readonly operations: Record<string, { readonly errors: readonly string[] }>;
  readonly shapes: Shapes;
}

/** What a field of a structure may be: few shapes, so that they share each other. By hand a loop has no end, and a map is a structure: there are none. */
function targetsOf(id: string): readonly string[] {
  const below = structures.slice(structures.indexOf(id) + 1);
  return ['String', 'Colour', 'Pots', ...(below.includes('Leaf') ? ['Leaves'] : []), ...below];
}

function structure(random: Random, id: string): unknown {
  const names = random.some(members, random.whole(1, members.length));
  const targets = targetsOf(id);
  return {
    type: 'structure',
    members: Object.fromEntries(names.map((name) => [name, { shape: random.pick(targets) }])),
  };
}

function firstModel(random: Random): Model {
  return {
    operations: Object.fromEntries(
      operations.map((name) => [name, { errors: random.some(errors, random.whole(0, 2)) }]),
    ),
    shapes: {
      ...Object.fromEntries(
        [...structures, ...operations.map((name) => `${name}Input`)].map((id) => [id, structure(random, id)]),
      ),
      ...Object.fromEntries(errors.map((id) => [id, { type: 'structure', members: {}, exception: true }])),
      ...{ String: { type: 'string' }, Colour: { type: 'string', enum: random.some(colours, 3) } },
      ...{ Leaves: { type: 'list', member: { shape: 'Leaf' } }, Pots: { type: 'list', member: { shape: 'Colour' } } },
    },
  };
}

/** The next state: one or two things are another. */
function nextModel(random: Random, { operations: before, shapes }: Model): Model {
  const next = { ...before };
  const own = { ...shapes };
  for (let count = random.whole(1, 2); count > 0; count--) {
    const name = random.pick(operations);
    const what = random.whole(0, 5);
    if (what === 0 && name in next) delete next[name];
    else if (what === 0) next[name] = { errors: [] };
    else if (what === 1 && name in next) next[name] = { errors: random.some(errors, random.whole(0, 2)) };
    else if (what === 2) own.Colour = { type: 'string', enum: random.some(colours, random.whole(1, 4)) };
    else {
      const id = random.pick([...structures, `${name}Input`]);
      own[id] = structure(random, id);
    }
  }
  return { operations: next, shapes: own };
}

function jsonOf(service: string, { operations: all, shapes }: Model): string {
  return JSON.stringify({
    version: '2.0',
    metadata: {
      apiVersion: '2020-01-01',
      endpointPrefix: service,
      protocol: 'json',
      serviceFullName: service,
      uid: service,
    },
    operations: Object.fromEntries(
      Object.entries(all).map(([name, { errors: thrown }]) => [
        name,
        {
          ...{
            name,
            http: { method: 'POST', requestUri: '/' },
            input: { shape: `${name}Input` },
            output: { shape: 'Cup' },
          },
          errors: thrown.map((shape) => ({ shape })),
        },
      ]),
    ),
    shapes,
  });
}

type State = readonly [string, Service];
const states = new Map<string, readonly State[]>();
let store: StoreReader;

beforeAll(async () => {
  const repository = new TinyRepository(fresh('repository'));
  const random = new Random(11);
  const now = new Map(services.map((service) => [service, firstModel(random)]));
  for (const version of versions) {
    const files: Record<string, string> = {};
    for (const service of services) {
      const before = now.get(service) ?? firstModel(random);
      const model = version === versions[0] ? before : nextModel(random, before);
      now.set(service, model);
      const text = jsonOf(service, model);
      files[modelPath(service)] = text;
      const parsed = parseDocuments('service-model', [{ name: 'service-2.json', text }], { service });
      const [state] = parsed.api.services;
      if (state !== undefined) states.set(service, [...(states.get(service) ?? []), [version, state]]);
    }
    if (version >= '1.3.0') files[modelPath('late')] = jsonOf('late', { operations: {}, shapes: {} });
    repository.release(version, files);
  }
  store = openStore(await walked(repository));
});
afterAll(() => store.close());

const wordsOf = (since: Since | null | undefined) =>
  since == null ? null : `${since.release.id}${since.orEarlier ? ' or earlier' : ''}`;
/** What was there in the first state may be older. */
const wordsFor = (version: string | undefined) =>
  version === undefined ? null : version === versions[0] ? `${version} or earlier` : version;

/** The first of the last states in a row that have a key, by key. */
function sinceOfKeys(
  all: readonly State[],
  keysOf: (service: Service) => readonly string[],
): ReadonlyMap<string, string> {
  const since = new Map<string, string>();
  let alive: ReadonlySet<string> | undefined;
  for (const [version, service] of all.toReversed()) {
    const here = new Set(keysOf(service));
    alive = alive === undefined ? here : alive.intersection(here);
    for (const key of alive) since.set(key, version);
  }
  return since;
}

test('fields', () => {
  let seen = 0;
  for (const service of services) {
    const index = store.since(service);
    const expected = sinceByHand(states.get(service)?.toReversed() ?? []);
    seen += expected.size;
    for (const [key, version] of expected) {
      const [operation = '', direction, path = ''] = key.split('\t');
      expect(wordsOf(index.field(operation, direction as 'request', path)), `${service} ${key}`).toBe(
        wordsFor(version),
      );
    }
  }
  expect(seen).toBeGreaterThan(200);
});

test('values', () => {
  let seen = 0;
  for (const service of services) {
    const index = store.since(service);
    const expected = sinceOfKeys(states.get(service) ?? [], (state) =>
      state.operations.flatMap(({ name, request }) =>
        [...fieldsOf(state.shapes, request ?? '')].flatMap(({ path, shape }) =>
          'enum' in shape ? (shape.enum ?? []).map((value) => `${name}\t${path}\t${value}`) : [],
        ),
      ),
    );
    for (const [key, version] of expected) {
      const [operation = '', path = '', value = ''] = key.split('\t');
      expect(wordsOf(index.enumValue(operation, 'request', path, value)), `${service} ${key}`).toBe(wordsFor(version));
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(100);
});

test('operations and errors', () => {
  for (const service of services) {
    const index = store.since(service);
    const all = states.get(service) ?? [];
    for (const [name, version] of sinceOfKeys(all, (state) => state.operations.map(({ name }) => name)))
      expect(wordsOf(index.operation(name)), `${service} ${name}`).toBe(wordsFor(version));
    const thrown = sinceOfKeys(all, (state) =>
      state.operations.flatMap(({ name, errors: own }) => (own ?? []).map((error) => `${name} ${error.name}`)),
    );
    for (const [key, version] of thrown) {
      const [operation = '', error = ''] = key.split(' ');
      expect(wordsOf(index.error(operation, error)), `${service} ${key}`).toBe(wordsFor(version));
    }
    expect(wordsOf(index.service)).toBe('1.0.0 or earlier');
    expect([
      index.operation('Nothing'),
      index.error('Brew', 'Nothing'),
      index.field('Brew', 'request', 'Nothing'),
    ]).toEqual([...[null, null, null]]);
  }
});

test('a service that comes later is known from its release on', () => {
  expect(wordsOf(store.since('late').service)).toBe('1.3.0');
  expect(store.serviceReleases({ service: 'late' }).map(({ release, status }) => `${release.id} ${status}`)).toEqual([
    '1.3.0 added',
  ]);
});

test('what is gone, and in which release', () => {
  let seen = 0;
  for (const service of services) {
    const index = store.since(service);
    for (const [key, version] of removedByHand(states.get(service) ?? [])) {
      const [operation = '', direction = 'request', path = ''] = key.split('\t') as [string, 'request', string];
      const found = index.removedField(operation, direction, path);
      expect(wordsOf(found?.removedIn), `${service} ${key}`).toBe(version);
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(20);
});
