/** A small operation as of each of its versions: what it had then is what its state then says, whatever changed since. */
import { describe, expect, test } from 'vitest';
import { compareServices } from '../../../src/diff/index.ts';
import { isNetted, netChanges } from '../../../src/diff/net.ts';
import { type Change, type Direction, type FactHistory, fieldsOf, type Service } from '../../../src/model/index.ts';
import { AsOfView, operationsStillThere } from '../../../src/view/compare/as-of-view.ts';
import { compareView } from '../../../src/view/compare/compare-view.ts';
import { serviceOf } from '../../diff/rules/example-notation.ts';
import { forSeeds, type Random } from '../../generate/random.ts';
import { historyOf } from './tiny-history.ts';

const directions = ['request', 'response'] as const;

/** Lines that a state may have; those below another one follow it. */
const parts = [
  ['Brew'],
  ['Pour'],
  ['Brew request Leaf string optional', 'Brew request Leaf string required', 'Brew request Leaf string optional A|B'],
  [
    'Brew request Leaf string optional A|B',
    'Brew request Leaf string optional B|C',
    'Brew request Leaf integer optional',
  ],
  ['Brew request Cup dict optional'],
  ['Brew request Cup.Size integer optional', 'Brew request Cup.Size integer required'],
  ['Brew request Cup.Colour string optional red|blue', 'Brew request Cup.Colour string optional red'],
  ['Brew response Tea dict optional'],
  ['Brew response Tea.Heat integer required', 'Brew response Tea.Heat integer optional'],
  ['Pour response Drops integer required'],
  ['Brew error TooHot'],
  ['Pour error TooHot'],
  ['Brew error Empty'],
];

function randomState(random: Random): string {
  if (random.chance(0.1)) return '';
  const lines = parts.flatMap((one) => (random.chance(0.6) ? [random.pick(one)] : []));
  const known = new Set<string>();
  const told = lines.filter((line) => {
    const [operation, direction, path = ''] = line.split(' ');
    const place = `${operation} ${direction} ${path}`;
    if (direction === undefined || direction === 'error') return true;
    const above = path.includes('.') ? `${operation} ${direction} ${path.split('.')[0]}` : place;
    if (known.has(place) || (above !== place && !known.has(above))) return false;
    known.add(place);
    return true;
  });
  return told.length === 0 ? 'Brew' : told.join('\n');
}

type State = Service | undefined;

const operationOf = (state: State, name: string) => state?.operations.find((one) => one.name === name);

function fieldOf(state: State, name: string, direction: Direction, path: string) {
  const root = operationOf(state, name)?.[direction];
  return state === undefined || root == null
    ? undefined
    : [...fieldsOf(state.shapes, root)].find((field) => field.path === path);
}

function pathsOf(state: State, name: string, direction: Direction): readonly string[] {
  const root = operationOf(state, name)?.[direction];
  return state === undefined || root == null ? [] : [...fieldsOf(state.shapes, root)].map(({ path }) => path);
}

const valuesOf = (state: State, name: string, direction: Direction, path: string): readonly string[] | undefined => {
  const shape = fieldOf(state, name, direction, path)?.shape;
  return shape?.kind === 'string' ? shape.enum : undefined;
};

const errorsOf = (state: State, name: string) => (operationOf(state, name)?.errors ?? []).map((error) => error.name);

/** What a state had and another has no more: fields below something that is still there, values and errors. */
function lostBetween(old: State, now: State, name: string): readonly string[] {
  const lost = errorsOf(old, name)
    .filter((error) => !errorsOf(now, name).includes(error))
    .map((error) => `error ${error}`);
  for (const direction of directions) {
    const left = new Set(pathsOf(now, name, direction));
    for (const path of pathsOf(old, name, direction)) {
      const above = path.includes('.') ? path.split('.')[0] : undefined;
      if (!left.has(path) && (above === undefined || left.has(above))) lost.push(`${direction} ${path}`);
      if (!left.has(path)) continue;
      const today = valuesOf(now, name, direction, path) ?? [];
      for (const value of valuesOf(old, name, direction, path) ?? [])
        if (!today.includes(value)) lost.push(`${direction} ${path} ${value}`);
    }
  }
  return lost.sort();
}

const told = (changes: readonly Change[]) =>
  changes
    .filter(({ kind }) => isNetted(kind))
    .flatMap(({ kind, value, severity, places }) =>
      places.map((place) => [kind, value, severity, place.operation, place.direction, place.path].join(' ')),
    )
    .sort();

test('any two states are compared as the differ does, and each is told as it was', () => {
  forSeeds(100, (random) => {
    const texts = Array.from({ length: random.whole(2, 5) }, () => randomState(random));
    const states = texts.map(serviceOf);
    const history = historyOf(texts);
    const newest = states.at(-1);
    for (const [from, old] of states.entries()) {
      const version = `1.0.${from}`;
      for (const [to, now] of states.entries()) {
        if (to <= from || old === undefined || now === undefined) continue;
        const facts = history as unknown as FactHistory;
        const expected = told(compareServices(old, now)?.changes ?? []);
        expect(told(netChanges(facts, { service: 'example', from, to })), texts.join('\n--\n')).toEqual(expected);
        const view = compareView(history, version, `1.0.${to}`);
        expect(view.said === null, texts.join('\n--\n')).toBe(expected.length > 0);
      }
      if (newest === undefined) continue;
      const gone = (old?.operations ?? []).filter(({ name }) => operationOf(newest, name) === undefined);
      expect([...operationsStillThere(history, version)].sort()).toEqual(gone.map(({ name }) => name).sort());
      for (const { name } of newest.operations) checkOperation(history, version, { name, old, newest });
    }
  });
});

interface Sides {
  readonly name: string;
  readonly old: State;
  readonly newest: State;
}

function checkOperation(history: ReturnType<typeof historyOf>, version: string, { name, old, newest }: Sides): void {
  const view = new AsOfView(history, { operation: name }, version);
  const absent =
    old === undefined ? 'service-absent' : operationOf(old, name) === undefined ? 'operation-absent' : null;
  expect(view.absent).toBe(absent);
  if (absent !== null) return;
  for (const direction of directions)
    for (const path of pathsOf(newest, name, direction)) {
      const was = fieldOf(old, name, direction, path);
      const where = `${version} ${name} ${direction} ${path}`;
      expect(view.hasField(direction, path), where).toBe(was !== undefined);
      const required = view.wasRequired(direction, path);
      if (was !== undefined) {
        const is = fieldOf(newest, name, direction, path)?.member.required === true;
        expect(required ?? is, where).toBe(was.member.required === true);
      }
      if (was?.shape.kind !== 'string') continue;
      const values = valuesOf(old, name, direction, path);
      for (const value of valuesOf(newest, name, direction, path) ?? [])
        expect(view.hasValue(direction, path, value), `${where} ${value}`).toBe(values?.includes(value) ?? true);
    }
  for (const error of errorsOf(newest, name)) expect(view.hasError(error)).toBe(errorsOf(old, name).includes(error));
  const lost = view
    .stillThere()
    .map(({ direction, path, value }) => [direction ?? 'error', path, value].filter(Boolean).join(' '));
  expect(lost.sort(), version).toEqual(lostBetween(old, newest, name));
}

describe('a version without the thing says why', () => {
  const history = historyOf(['Brew', '', 'Brew\nPour request Leaf string optional', 'Brew\nPour']);

  test.each([
    ['Brew', '1.0.0', null],
    ['Brew', '1.0.1', 'service-absent'],
    ['Pour', '1.0.0', 'operation-absent'],
    ['Pour', '1.0.2', null],
    ['Brew', '0.9.0', 'service-unknown'],
  ])('%s in %s: %s', (operation, version, absent) => {
    expect(new AsOfView(history, { operation }, version).absent).toBe(absent);
  });

  test('before the first version of a service that was added then it was absent', () => {
    const known = historyOf(['Brew', 'Brew\nPour'], [], { release: '1.0.0', orEarlier: false });
    expect(new AsOfView(known, { operation: 'Brew' }, '0.9.0').absent).toBe('service-absent');
  });

  test('a shape has members and no operation', () => {
    const cup = 'Brew request Cup dict optional\nBrew request Cup.Size integer optional';
    const one = historyOf(['Pour', cup, `${cup}\nBrew request Cup.Heat integer optional`]);
    const shape = (version: string) => new AsOfView(one, { shape: 'Brew.request.Cup' }, version);
    expect([shape('1.0.0').absent, shape('1.0.1').absent]).toEqual(['shape-absent', null]);
    const two = historyOf([
      'Brew request Cup dict optional\nBrew request Cup.Size integer optional',
      'Brew request Cup dict optional\nBrew request Cup.Size integer optional\nBrew request Cup.Heat integer optional',
    ]);
    const then = new AsOfView(two, { shape: 'Brew.request.Cup' }, '1.0.0');
    expect([then.hasMember('Size'), then.hasMember('Heat')]).toEqual([true, false]);
    expect(then.hasField('response', 'Heat')).toBe(true);
  });
});

test('of very many parts the first 300 are told', () => {
  const fields = (count: number) =>
    Array.from({ length: count }, (_, at) => `Brew request F${at} integer optional`).join('\n');
  const view = (count: number) =>
    new AsOfView(historyOf([fields(count), 'Brew request Last integer optional']), { operation: 'Brew' }, '1.0.0');
  expect(view(300).stillThere()).toHaveLength(300);
  expect(view(301).stillThere()).toHaveLength(300);
  const inside = (text: string) => `Brew request A dict optional\n${text}\nBrew request B dict optional`;
  const deep = inside(Array.from({ length: 400 }, (_, at) => `Brew request A.F${at} integer optional`).join('\n'));
  const both = new AsOfView(
    historyOf([`${deep}\nBrew request B.X integer optional`, inside('Brew')]),
    { operation: 'Brew' },
    '1.0.0',
  );
  expect(both.stillThere()).toHaveLength(300);
});

test('a value, an error or a shape with half of a character is found by the whole sign that a page has for it', () => {
  const history = historyOf([
    'Brew request Leaf string optional A|B\nBrew error Hot',
    'Brew request Leaf string optional A|B|C\nBrew error Hot\nBrew error Cold',
  ]);
  const text = JSON.stringify(history).replaceAll('"B"', '"\\ud800"').replaceAll('"Hot"', '"Hot\\ud800"');
  const view = new AsOfView(JSON.parse(text) as typeof history, { operation: 'Brew' }, '1.0.0');
  expect(['A', '\ufffd', 'C'].map((value) => view.hasValue('request', 'Leaf', value))).toEqual([true, true, false]);
  expect([view.hasError('Hot\ufffd'), view.hasError('Cold')]).toEqual([true, false]);
});
