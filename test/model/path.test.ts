/** The grammar of paths: whatever names are made of, they come back. */
import { expect, test } from 'vitest';
import {
  fieldsOf,
  isInside,
  itemStep,
  joinPaths,
  keyStep,
  lastName,
  lastStep,
  memberPath,
  nameStep,
  parentPath,
  pathBelow,
  pathOf,
  type Shape,
  splitPath,
  stepName,
  valueStep,
} from '../../src/model/index.ts';
import { Random } from '../generate/random.ts';

const ordinary = [
  'A',
  'A.B',
  'A[]',
  'A[].B',
  'A{}.B{key}',
  'A[][].B',
  'x-amz-meta_1',
  'A B',
  '[]',
  '{}.x',
  '{key}',
  'Größe',
];

test.each(ordinary)('the path %j is what it was before names were escaped', (path) => {
  expect(pathOf(splitPath(path))).toBe(path);
  for (const step of splitPath(path)) expect(stepName(step) ?? step).toBe(step);
});

test('a path says its steps', () => {
  expect(splitPath('A[].B{key}.C{}')).toEqual(['A', '[]', 'B', '{key}', 'C', '{}']);
  expect(parentPath('A[].B')).toBe('A[]');
  expect(parentPath('A[]')).toBe('A');
  expect(parentPath('A')).toBe('');
  expect(lastName('A[].B{}[]')).toBe('B');
  expect(lastName('[]')).toBeUndefined();
  expect(isInside('A[].B', 'A[]')).toBe(true);
  expect(isInside('AB', 'A')).toBe(false);
  expect(isInside('A', 'A')).toBe(false);
  expect(joinPaths('A', '[].B')).toBe('A[].B');
});

const signs = [
  '.',
  '[',
  ']',
  '{',
  '}',
  '\\',
  '[]',
  '{}',
  '{key}',
  'key',
  '-',
  'u000a',
  '\n',
  '\t',
  '\u2028',
  '\u0000',
  'ä',
  '=',
  '',
  'a',
];

test('any names and steps come back', () => {
  for (let seed = 1; seed <= 3000; seed++) {
    const random = new Random(seed);
    const steps = Array.from({ length: random.whole(1, 6) }, () => {
      if (random.chance(0.3)) return random.pick([itemStep, valueStep, keyStep]);
      return nameStep(Array.from({ length: random.whole(0, 4) }, () => random.pick(signs)).join(''));
    });
    const path = pathOf(steps);
    const seen = JSON.stringify({ seed, path });
    expect(splitPath(path), seen).toEqual(steps);
    expect(path, seen).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(parentPath(path), seen).toBe(pathOf(steps.slice(0, -1)));
    for (let at = 0; at < steps.length; at++) {
      const above = pathOf(steps.slice(0, at));
      const below = pathOf(steps.slice(at));
      expect(isInside(path, above), seen).toBe(true);
      expect(pathBelow(path, above), seen).toBe(below);
      expect(joinPaths(above, below), seen).toBe(path);
    }
  }
});

test('any list of names comes back from the path of its fields', () => {
  for (let seed = 1; seed <= 500; seed++) {
    const random = new Random(seed);
    const names = Array.from({ length: random.whole(1, 8) }, () =>
      Array.from({ length: random.whole(0, 5) }, () => random.pick(signs)).join(''),
    );
    const path = names.reduce(memberPath, '');
    expect(splitPath(path).map(stepName), JSON.stringify({ seed, names })).toEqual(names);
    expect(lastName(path)).toBe(names.at(-1));
  }
});

test('reading from the end says what taking the whole path apart says, of anything', () => {
  const pieces = ['.', '[', ']', '{', '}', '\\', 'a', 'Ab', '[]', '{}', '{key}', '\\u0009', '\\-', 'key', ''];
  for (let seed = 1; seed <= 5_000; seed++) {
    const random = new Random(seed);
    const path = Array.from({ length: random.whole(0, 6) }, () => random.pick(pieces)).join('');
    const steps = splitPath(path);
    const named = steps.findLast((step) => stepName(step) !== null);
    expect(lastStep(path), path).toBe(steps.at(-1) ?? '');
    expect(lastName(path), path).toBe(named === undefined ? undefined : stepName(named));
  }
});

test('no two fields of a structure share a path', () => {
  const names = [...new Set([...signs, ...signs.map((sign) => `a${sign}`), ...signs.map((sign) => `a${sign}b`)])];
  const shapes: Record<string, Shape> = {
    Root: { kind: 'structure', members: names.map((name) => ({ name, target: 'List' })) },
    List: { kind: 'list', member: { name: '', target: 'Leaf' } },
    Leaf: { kind: 'string' },
  };
  const paths = [...fieldsOf(shapes, 'Root')].map(({ path }) => path);
  expect(new Set(paths).size).toBe(names.length * 2);
  expect(paths).not.toContain('');
});

test.each(['[', 'a[b', '}x', '..', '.', 'a.', '.a', 'a\\', '\\', '{keys}', '[][', 'a..b'])(
  'what is no path, %j, ends too',
  (text) => {
    let turns = 0;
    for (let at = text; at !== ''; at = parentPath(at)) expect(turns++).toBeLessThan(20);
  },
);
