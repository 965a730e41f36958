/** What counts as unchanged: a shape and all that it reaches, on both sides. */
import { describe, expect, test } from 'vitest';
import { Unchanged } from '../../../src/diff/compare/unchanged.ts';
import { type Member, type Operation, partsOf, type Shape } from '../../../src/model/index.ts';
import { forSeeds } from '../../generate/random.ts';

type Shapes = Readonly<Record<string, Shape>>;

const member = (name: string, target: string, more: Partial<Member> = {}): Member => ({ name, target, ...more });
const structure = (...members: Member[]): Shape => ({ kind: 'structure', members });
const text = (value: string) => [{ type: 'html', value }] as const;
const shapes = {
  Loop: structure(member('Next', 'Loop'), member('Leaf', 'Leaf')),
  Leaf: { kind: 'string', enum: ['A'] },
  List: { kind: 'list', member: member('', 'Loop') },
  Other: structure(member('Number', 'Number')),
  Number: { kind: 'integer', constraints: { min: 1 } },
} as const satisfies Record<string, Shape>;
const operation: Operation = { name: 'Op', nameOrigin: 'stated', sdkName: 'op', request: 'List', response: 'Other' };

describe('unchanged', () => {
  test('equal content is unchanged, though no object is shared, and recursion ends', () => {
    const unchanged = new Unchanged(shapes, structuredClone(shapes));
    for (const id of Object.keys(shapes)) expect(unchanged.has(id, id, true)).toBe(true);
    expect(unchanged.has('Leaf', 'Number', true)).toBe(false);
    expect(unchanged.hasOperation(operation, structuredClone(operation), true)).toBe(true);
  });

  test('a change reaches everything that leads to it, through lists and recursion, and nothing else', () => {
    const unchanged = new Unchanged(shapes, { ...shapes, Leaf: { kind: 'string', enum: ['A', 'B'] } });
    const changed = Object.keys(shapes).filter((id) => !unchanged.has(id, id, false));
    expect(changed).toEqual(['Loop', 'Leaf', 'List']);
    expect(unchanged.hasOperation(operation, operation, false)).toBe(false);
    expect(unchanged.hasOperation({ ...operation, request: null }, { ...operation, request: null }, false)).toBe(true);
  });

  test.each<[string, Record<string, Shape>]>([
    ['a constraint that only one side has', { Number: { kind: 'integer' } }],
    ['a constraint', { Number: { kind: 'integer', constraints: { min: 2 } } }],
    ['a trait that only one side has', { Number: { kind: 'integer', constraints: { min: 1 }, sensitive: true } }],
    ['another kind', { Number: { kind: 'long', constraints: { min: 1 } } }],
    ['a member fewer', { Other: structure() }],
  ])('%s is seen from both sides', (_, other) => {
    const after = { ...shapes, ...other };
    expect(new Unchanged(shapes, after).has('Other', 'Other', false)).toBe(false);
    expect(new Unchanged(after, shapes).has('Other', 'Other', false)).toBe(false);
  });

  test('descriptions count only where they are asked for', () => {
    const after = { ...shapes, Other: structure(member('Number', 'Number', { documentation: text('<p>New.</p>') })) };
    expect(new Unchanged(shapes, after).has('Other', 'Other', false)).toBe(true);
    expect(new Unchanged(after, shapes).has('Other', 'Other', false)).toBe(true);
    expect(new Unchanged(shapes, after).has('Other', 'Other', true)).toBe(false);
    expect(new Unchanged(after, shapes).has('Other', 'Other', true)).toBe(false);
  });

  test('what an operation says of itself counts, its description only where it is asked for', () => {
    const unchanged = new Unchanged(shapes, shapes);
    const is = (other: Partial<Operation>, documentation: boolean) =>
      unchanged.hasOperation(operation, { ...operation, ...other }, documentation);
    for (const documentation of [false, true]) {
      expect(is({}, documentation)).toBe(true);
      expect(is({ sdkName: 'other' }, documentation)).toBe(false);
      expect(is({ documentation: text('<p>New.</p>') }, documentation)).toBe(!documentation);
    }
  });

  test('an operation is not unchanged where an error of it is', () => {
    const failing = { ...operation, errors: [{ name: 'Fails', target: 'Leaf' }] };
    const unchanged = new Unchanged(shapes, { ...shapes, Leaf: { kind: 'string' } });
    const alone = { ...failing, request: null, response: null };
    expect(unchanged.hasOperation(alone, alone, false)).toBe(false);
  });
});

/** Shapes that changed, and all that lead to them, found by going round until nothing is new. */
function changedByHand(before: Shapes, after: Shapes, isSame: (a: Shape, b: Shape) => boolean): ReadonlySet<string> {
  const changed = new Set(Object.keys(before).filter((id) => after[id] === undefined));
  for (;;) {
    const size = changed.size;
    for (const [id, shape] of Object.entries(after)) {
      const was = before[id];
      if (was === undefined || !isSame(was, shape) || partsOf(shape).some(({ target }) => changed.has(target)))
        changed.add(id);
    }
    if (changed.size === size) return changed;
  }
}

test('what is taken over from the pair before changes nothing: generated histories, in any order of asking', () => {
  const ids = Array.from({ length: 12 }, (_, at) => `S${at}`);
  const plain = (shape: Shape) =>
    JSON.stringify(shape, (key, value: unknown) => (key === 'documentation' ? undefined : value));
  let changes = 0;
  forSeeds(60, (random) => {
    const shape = (): Shape => {
      if (random.chance(0.3)) return { kind: 'string', enum: random.some(['A', 'B', 'C'], 2) };
      const words = random.chance(0.3) ? { documentation: text(`<p>${random.whole(0, 3)}</p>`) } : {};
      return structure(...random.some(ids, 3).map((target, at) => member(`M${at}`, target, words)));
    };
    let before: Shapes = {};
    let last: Unchanged | undefined;
    for (let step = 0; step < 15; step++) {
      const kept = Object.entries(before).filter(() => random.chance(0.95));
      const after: Shapes = {
        ...Object.fromEntries(kept.map(([id, one]) => [id, random.chance(0.1) ? structuredClone(one) : one])),
        ...Object.fromEntries(random.some(ids, random.whole(0, 3)).map((id) => [id, shape()])),
      };
      last = new Unchanged(before, after, random.chance(0.9) ? last : undefined);
      const facts = changedByHand(before, after, (a, b) => plain(a) === plain(b));
      const words = changedByHand(before, after, (a, b) => JSON.stringify(a) === JSON.stringify(b));
      changes += words.size;
      for (const documentation of random.pick([[true, false], [false, true], [true], []]))
        for (const id of Object.keys(after))
          expect(last.has(id, id, documentation)).toBe(!(documentation ? words : facts).has(id));
      before = after;
    }
  });
  expect(changes).toBeGreaterThan(1_000);
});

test('a pair that gave away what it knows still answers', () => {
  const after = { ...shapes, Leaf: { kind: 'string', enum: ['B'] } } as const;
  const first = new Unchanged(shapes, after);
  expect(first.has('List', 'List', false)).toBe(false);
  expect(new Unchanged(after, { ...after, Number: { kind: 'long' } }, first).has('Other', 'Other', true)).toBe(false);
  expect(first.has('List', 'List', true)).toBe(false);
  expect(first.has('Other', 'Other', true)).toBe(true);
});
