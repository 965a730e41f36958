/** The file of paths tells every place of a field: held to a walk along every path of models made at random. */
import { expect, test } from 'vitest';
import {
  type Direction,
  fieldsOf,
  isNameless,
  memberPath,
  type Service,
  splitPath,
  stepName,
  stepsOf,
} from '../../../src/model/index.ts';
import type { Since } from '../../../src/store/types.ts';
import { KnownPaths, type PathPlace } from '../../../src/view/search/known-paths.ts';
import { searchKey } from '../../../src/view/search/name-words.ts';
import { pathsFile } from '../../../src/view/search/paths-file.ts';
import { forSeeds } from '../../generate/random.ts';
import { randomService } from '../../generate/service.ts';
import { memoryStore } from '../../memory-store.ts';
import { modelsSite } from '../../search/models-site.ts';

interface SlowPlace {
  readonly where: string;
  readonly path: string;
  /** The last names, as they are compared. */
  readonly names: readonly string[];
}

function slowPlaces({ operations, shapes }: Service): readonly SlowPlace[] {
  return operations.flatMap((operation) =>
    (['request', 'response'] as const).flatMap((direction: Direction) => {
      const root = operation[direction];
      if (typeof root !== 'string') return [];
      return [...fieldsOf(shapes, root)].flatMap(({ path }) => {
        const steps = splitPath(path);
        if (isNameless(steps.at(-1) ?? '')) return [];
        const names = steps.flatMap((step) => (isNameless(step) ? [] : [searchKey(stepName(step) ?? '')]));
        return [{ where: `${operation.name} ${direction}`, path, names }];
      });
    }),
  );
}

function readPaths(service: Service, since = memoryStore().since('nobody')): KnownPaths {
  const state = modelsSite([service]).store.service(service.id);
  if (state === null) throw new Error('no state');
  return new KnownPaths(JSON.parse(pathsFile(state, since)));
}

/** How long the shortest path is, by operation and direction. */
function lengths(places: readonly { readonly where: string; readonly path: string }[]): ReadonlyMap<string, number> {
  return new Map(
    [...Map.groupBy(places, ({ where }) => where)]
      .map(([where, own]) => [where, Math.min(...own.map(({ path }) => splitPath(path).length))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function placeOf({ operation, direction, above, name }: PathPlace) {
  return { where: `${operation} ${direction}`, path: memberPath(above, name) };
}

/** Whether the shapes lead along the path. */
function isReal({ operations, shapes }: Service, { operation, direction, above, name }: PathPlace): boolean {
  let at = operations.find((one) => one.name === operation)?.[direction] ?? undefined;
  for (const step of splitPath(memberPath(above, name))) {
    const shape = shapes[at ?? ''];
    at = shape === undefined ? undefined : stepsOf(shape).find((way) => way.step === step)?.member.target;
  }
  return at !== undefined;
}

test('of one name and of two, the operations are those of every path, and the path is one of the shortest', () => {
  forSeeds(60, (random) => {
    const service = randomService(random, { markup: false });
    const slow = slowPlaces(service);
    const known = readPaths(service);
    const asked = new Map(
      slow.flatMap(({ names }) =>
        [names.slice(-1), names.slice(-2)].map((steps) => [steps.join(' › '), steps] as const),
      ),
    );
    for (const steps of asked.values()) {
      const all = slow.filter(({ names }) => steps.join() === names.slice(-steps.length).join());
      const found = known.placesOf({ steps, operation: null, isBeginning: false });
      const [told, real] = [lengths(found.map(placeOf)), lengths(all)];
      // The walk does not enter a shape that repeats on itself, and the way through it may be a shorter one.
      if (steps.length === 1) expect([...told]).toEqual([...real]);
      for (const [where, length] of real) expect(told.get(where)).toBeLessThanOrEqual(length);
      for (const place of found) expect(isReal(service, place)).toBe(true);
    }
  });
});

test('an operation that is named leaves out the others, and the last name may be begun', () => {
  forSeeds(20, (random) => {
    const service = randomService(random, { markup: false });
    const known = readPaths(service);
    for (const { where, names } of slowPlaces(service).slice(0, 40)) {
      const [operation = ''] = where.split(' ');
      const name = names.at(-1) ?? '';
      const own = known.placesOf({ steps: [name.slice(0, -1) || name], operation, isBeginning: true });
      expect(own.length).toBeGreaterThan(0);
      expect(new Set(own.map((place) => place.operation))).toEqual(new Set([operation]));
      expect(known.operationCalled(searchKey(operation))).toBeDefined();
    }
  });
});

test('since is said where it is not that of the operation', () => {
  const service: Service = {
    ...{ kind: 'service', id: 'x', title: 'X', facts: ['fields'] },
    operations: [{ name: 'Do', sdkName: 'do', nameOrigin: 'stated', request: 'In' }],
    shapes: {
      In: {
        kind: 'structure',
        members: [
          { name: 'Old', target: 'S' },
          { name: 'New', target: 'L' },
        ],
      },
      L: { kind: 'list', member: { name: '', target: 'Item' } },
      Item: { kind: 'structure', members: [{ name: 'Old', target: 'S' }] },
      S: { kind: 'string' },
    },
  };
  const at = (id: string): Since => ({ release: { id, version: id, date: null }, orEarlier: false });
  const ways: Record<string, { since: Since; to: number }> = {
    '0 Old': { since: at('1.9.0'), to: 9 },
    '0 New': { since: at('1.10.0'), to: 1 },
    '1 []': { since: at('1.10.0'), to: 2 },
    '2 Old': { since: at('1.11.0'), to: 9 },
  };
  const since = {
    ...memoryStore().since('nobody'),
    operation: () => at('1.9.0'),
    start: () => 0,
    next: (from: number, step: string) => ways[`${from} ${step}`] ?? null,
  };
  const found = readPaths(service, since).placesOf({ steps: ['old'], operation: null, isBeginning: false });
  expect(found.map(({ above, since: told }) => [above, told])).toEqual([
    ['', null],
    ['New[]', '1.11.0'],
  ]);
});

test.each([
  [6, 1],
  [7, 0],
])('between two names stand six lists at most: of %i, %i place', (lists, places) => {
  const inside = (level: number) => (level === lists ? 'Cup' : `L${level + 1}`);
  const service: Service = {
    ...{ kind: 'service', id: 'x', title: 'X', facts: ['fields'] },
    operations: [{ name: 'Do', sdkName: 'do', nameOrigin: 'stated', request: 'In' }],
    shapes: {
      In: { kind: 'structure', members: [{ name: 'All', target: 'L1' }] },
      ...Object.fromEntries(
        Array.from({ length: lists }, (_, at) => [
          `L${at + 1}`,
          { kind: 'list', member: { name: '', target: inside(at + 1) } } as const,
        ]),
      ),
      Cup: { kind: 'structure', members: [{ name: 'Size', target: 'S' }] },
      S: { kind: 'string' },
    },
  };
  const found = readPaths(service).placesOf({ steps: ['all', 'size'], operation: null, isBeginning: false });
  expect(found.map(({ above }) => above)).toEqual(places === 0 ? [] : [`All${'[]'.repeat(lists)}`]);
});

test('lists of themselves and empty models have an end', () => {
  const service: Service = {
    ...{ kind: 'service', id: 'x', title: 'X', facts: ['fields'] },
    operations: [{ name: 'Do', sdkName: 'do', nameOrigin: 'stated', request: 'In' }],
    shapes: {
      In: { kind: 'structure', members: [{ name: 'All', target: 'L' }] },
      L: { kind: 'list', member: { name: '', target: 'L' } },
    },
  };
  const known = readPaths(service);
  expect(known.placesOf({ steps: ['all', 'name'], operation: null, isBeginning: false })).toEqual([]);
  expect(known.placesOf({ steps: ['all'], operation: null, isBeginning: false })).toHaveLength(1);
  expect(
    readPaths({ ...service, operations: [] }).placesOf({ steps: ['all'], operation: null, isBeginning: false }),
  ).toEqual([]);
});
