/** What counts as unchanged: a shape and all that it reaches, on both sides. */
import { describe, expect, test } from 'vitest';
import { Unchanged } from '../../../src/diff/compare/unchanged.ts';
import type { Member, Operation, Shape } from '../../../src/model/index.ts';

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

  test('an operation is not unchanged where an error of it is', () => {
    const failing = { ...operation, errors: [{ name: 'Fails', target: 'Leaf' }] };
    const unchanged = new Unchanged(shapes, { ...shapes, Leaf: { kind: 'string' } });
    const alone = { ...failing, request: null, response: null };
    expect(unchanged.hasOperation(alone, alone, false)).toBe(false);
  });
});
