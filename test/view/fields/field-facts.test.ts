/** Tests what is said of one field: limits, values, defaults, deprecation, what is inside, and where the rest is. */
import { expect, test } from 'vitest';
import type { Fact, Member, Operation, Shape } from '../../../src/model/index.ts';
import type { FieldView } from '../../../src/view/fields/field-tree.ts';
import { operationPage } from '../../../src/view/pages/operation-page.ts';
import { modelFacts, paragraph } from '../../fixture-services.ts';
import { fixtureSite } from '../../fixture-site.ts';

interface Given {
  readonly shapes?: Readonly<Record<string, Shape>>;
  readonly facts?: readonly Fact[];
}

const base: Readonly<Record<string, Shape>> = { String: { kind: 'string' }, Integer: { kind: 'integer' } };

/** The request of an operation that has these members. */
function fieldsOf(members: readonly Member[], { shapes = {}, facts = modelFacts }: Given = {}): readonly FieldView[] {
  const site = fixtureSite();
  const operation: Operation = {
    ...{ name: 'Brew', sdkName: 'brew', nameOrigin: 'stated', errors: [], request: 'BrewRequest', response: null },
  };
  const all = { ...base, ...shapes, BrewRequest: { kind: 'structure', members } as Shape };
  const service: typeof site.store.service = (id) => {
    const known = site.store.service(id);
    const [first] = known?.operations ?? [];
    return known === null || first === undefined
      ? null
      : { ...known, operations: [{ ...first, operation, shapes: all, facts }] };
  };
  return operationPage({ ...site, store: { ...site.store, service } }, 'elbv2', 'Brew').directions[0]?.fields ?? [];
}

const fieldOf = (shape: Shape, member: Partial<Member> = {}, given: Given = {}) =>
  fieldsOf([{ name: 'F', target: 'Own', ...member }], { ...given, shapes: { ...given.shapes, Own: shape } })[0];
const text: Member = { name: '', target: 'String' };
const members = (count: number) => Array.from({ length: count }, (_, index) => ({ ...text, name: `M${index}` }));

test.each<[string, Shape, string | undefined]>([
  ['least', { kind: 'string', constraints: { min: 3 } }, 'at least 3 characters'],
  ['most', { kind: 'string', constraints: { max: 3 } }, 'at most 3 characters'],
  ['both', { kind: 'string', constraints: { min: 1, max: 3 } }, '1 to 3 characters'],
  ['one length', { kind: 'string', constraints: { min: 3, max: 3 } }, 'exactly 3 characters'],
  ['none', { kind: 'string', constraints: {} }, undefined],
  ['from nothing', { kind: 'string', constraints: { min: 0 } }, undefined],
  ['from nothing to a length', { kind: 'string', constraints: { min: 0, max: 10_000 } }, 'at most 10,000 characters'],
  ['from zero', { kind: 'integer', constraints: { min: 0, max: 1440 } }, '0 to 1,440'],
  ['64 bits', { kind: 'long', constraints: { max: '9223372036854775807' } }, 'at most 9,223,372,036,854,775,807'],
  ['a fraction', { kind: 'double', constraints: { max: 0.1234 } }, 'at most 0.1234'],
  ['a long fraction', { kind: 'double', constraints: { max: 12345678.12345 } }, 'at most 12,345,678.12345'],
  ['below zero', { kind: 'double', constraints: { min: -1234.5678, max: -0.5 } }, '-1,234.5678 to -0.5'],
  [
    'none fits',
    { kind: 'string', constraints: { min: 5, max: 1 } },
    'at least 5 characters and at most 1 character: nothing fits',
  ],
  [
    '0 is too long',
    { kind: 'list', member: text, constraints: { min: 1, max: 0 } },
    'at least 1 entry and at most 0 entries: nothing fits',
  ],
  [
    'digits of a number',
    { kind: 'long', constraints: { min: '9223372036854775807', max: '9223372036854775806' } },
    'at least 9,223,372,036,854,775,807 and at most 9,223,372,036,854,775,806: nothing fits',
  ],
  ['entries of a list', { kind: 'list', member: text, constraints: { max: 3 } }, 'at most 3 entries'],
  ['entries of a map', { kind: 'map', key: text, value: text, constraints: { min: 3 } }, 'at least 3 entries'],
  ['bytes', { kind: 'blob', constraints: { max: 3 } }, 'at most 3 bytes'],
  ['a number', { kind: 'integer', constraints: { min: 1, max: 3 } }, '1 to 3'],
])('limits in words: %s', (_, shape, words) => {
  expect(fieldOf(shape)?.facts.constraints).toEqual(words === undefined ? [] : [words]);
});

test('a pattern and a default are shown as they are', () => {
  expect(fieldOf({ kind: 'string', constraints: { pattern: '^a$' } })?.facts).toMatchObject({
    ...{ pattern: '^a$', constraints: [], defaultValue: null },
  });
  expect(fieldOf({ kind: 'boolean' }, { default: false })?.facts.defaultValue).toBe('false');
  expect(fieldOf({ kind: 'string' }, { default: 'a' })?.facts.defaultValue).toBe('"a"');
});

test.each([
  [{}, 'Deprecated.'],
  [{ message: 'Use G.' }, 'Deprecated: Use G.'],
  [{ since: '2024-01-01' }, 'Deprecated since 2024-01-01.'],
  [{ since: '2024-01-01', message: 'Use G.' }, 'Deprecated since 2024-01-01: Use G.'],
])('the deprecation %j reads %j', (deprecated, words) => {
  expect(fieldOf({ kind: 'string' }, { deprecated })?.facts.deprecated).toBe(words);
  expect(fieldOf({ kind: 'string', deprecated })?.facts.deprecated).toBe(words);
});

test('what a field says of itself goes before what its shape says', () => {
  const own = fieldOf(
    { kind: 'string', deprecated: { message: 'shape' }, documentation: paragraph('shape') },
    { deprecated: { message: 'field' }, documentation: paragraph('field') },
  );
  expect(own?.facts).toMatchObject({ deprecated: 'Deprecated: field', docs: '<p>field</p>' });
  expect(fieldOf({ kind: 'string', documentation: paragraph('shape') })?.facts.docs).toBe('<p>shape</p>');
  // Of a structure the shape is told on its own.
  expect(fieldOf({ kind: 'structure', members: [], documentation: paragraph('shape') })?.facts.docs).toBe('');
});

test('tokens and secrets have a note', () => {
  expect(fieldOf({ kind: 'string', sensitive: true }, { idempotencyToken: true })?.facts.notes).toEqual([
    'Idempotency token: the SDK fills it in when it is left out.',
    'Sensitive: kept out of logs.',
  ]);
  expect(fieldOf({ kind: 'string' })?.facts.notes).toEqual([]);
});

test('what a request must carry is said and comes first; what it may carry is not said', () => {
  const fields = fieldsOf([
    { name: 'May', target: 'String', required: false },
    { name: 'Unknown', target: 'String' },
    { name: 'Must', target: 'String', required: true },
  ]);
  expect(fields.map(({ name, required, always }) => [name, required, always])).toEqual([
    ['Must', true, false],
    ['May', false, false],
    ['Unknown', false, false],
  ]);
});

test('a long list of values stands on a page once, a short one wherever it is used', () => {
  const values = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);
  const twice = (count: number) =>
    fieldsOf(
      [
        { name: 'First', target: 'Enum' },
        { name: 'Second', target: 'Enum' },
      ],
      { shapes: { Enum: { kind: 'string', enum: values(count) } } },
    ).map(({ facts }) => [facts.values?.count ?? 0, facts.sameValues]);
  expect(twice(50)).toEqual([
    [50, null],
    [50, null],
  ]);
  expect(twice(51)).toEqual([
    [51, null],
    [0, { label: 'the same 51 values as First', url: '#request.First' }],
  ]);
});

test('what is inside a list or a map is told where there is something to say of it', () => {
  const list = (item: Shape) =>
    fieldOf({ kind: 'list', member: { name: '', target: 'Item' } }, {}, { shapes: { Item: item } });
  expect(list({ kind: 'string' })?.inside).toEqual([]);
  for (const item of [
    { kind: 'string', enum: ['a'] },
    { kind: 'string', constraints: { min: 1 } },
    { kind: 'string', constraints: { pattern: 'a' } },
    { kind: 'string', deprecated: {} },
    { kind: 'string', sensitive: true },
    { kind: 'string', documentation: paragraph('Words.') },
  ] satisfies readonly Shape[])
    expect(list(item)?.inside.map(({ label, anchor }) => [label, anchor])).toEqual([['Each item', 'request.F[]']]);
  const limited = { Key: { kind: 'string', constraints: { min: 1 } }, Value: { kind: 'string', enum: ['a'] } } as const;
  const map = fieldOf(
    { kind: 'map', key: { name: '', target: 'Key' }, value: { name: '', target: 'Value' } },
    {},
    { shapes: limited },
  );
  expect(map?.inside.map(({ label, anchor }) => [label, anchor])).toEqual([
    ['Each key', 'request.F{key}'],
    ['Each value', 'request.F{}'],
  ]);
});

test('the members of a list’s items are the field’s own', () => {
  const field = fieldOf(
    { kind: 'list', member: { name: '', target: 'Item' } },
    {},
    { shapes: { Item: { kind: 'structure', members: members(2) } } },
  );
  expect(field?.children.map(({ name, anchor }) => [name, anchor])).toEqual([
    ['M0', 'request.F[].M0'],
    ['M1', 'request.F[].M1'],
  ]);
  expect(field?.shape?.name).toBe('Item');
  expect(fieldOf({ kind: 'string' })?.children).toEqual([]);
});

test.each<[Shape, string]>([
  [{ kind: 'structure', members: members(1) }, '1 field'],
  [{ kind: 'structure', members: members(2) }, '2 fields'],
  [{ kind: 'union', members: members(3) }, 'exactly one of 3'],
  [{ kind: 'eventstream', members: members(1) }, '1 event'],
])('children are announced: %#', (shape, label) => {
  expect(fieldOf(shape)?.childrenLabel).toBe(label);
});

test.each(['.*', '^.*$', String.raw`[\s\S]*`, '(.*)'])(
  'a pattern that accepts everything is not told: %s',
  (pattern) => {
    expect(fieldOf({ kind: 'string', constraints: { pattern } })?.facts.pattern).toBe(null);
  },
);

test('fields are open where a call must have them, or where there is nothing else', () => {
  const shapes = { Own: { kind: 'structure', members: members(8) } } as const;
  const [needed, other] = fieldsOf(
    [
      { name: 'Other', target: 'Own' },
      { name: 'Needed', target: 'Own', required: true },
    ],
    { shapes },
  );
  expect([needed?.name, needed?.open, other?.open]).toEqual(['Needed', true, false]);
  expect(fieldOf({ kind: 'structure', members: members(8) })?.open).toBe(true);
  expect(fieldOf({ kind: 'structure', members: members(9) })?.open).toBe(false);
  const inner = { Inner: { kind: 'structure', members: members(1) } } as const;
  expect(
    fieldOf({ kind: 'structure', members: [{ name: 'G', target: 'Inner' }] }, {}, { shapes: inner })?.children[0]?.open,
  ).toBe(false);
});

test('a field that repeats what it is in leads there', () => {
  const shapes: Readonly<Record<string, Shape>> = {
    Node: {
      kind: 'structure',
      members: [
        { name: 'Next', target: 'Node' },
        { name: 'All', target: 'Nodes' },
      ],
    },
    Nodes: { kind: 'list', member: { name: '', target: 'Node' } },
    '~again': { kind: 'recursive', of: 'structure' },
    Deep: { kind: 'recursive', of: 'structure' },
  };
  const [field, again, deep, whole] = fieldsOf(
    [
      { name: 'Tree', target: 'Node' },
      { name: 'Again', target: '~again' },
      { name: 'Deep', target: 'Deep' },
      { name: 'Whole', target: 'BrewRequest' },
    ],
    { shapes },
  );
  expect(field?.more).toBeNull();
  expect(field?.children.map(({ more }) => more)).toEqual([
    { label: 'the same as Tree above', url: '#request.Tree' },
    { label: 'the same as Tree above', url: '#request.Tree' },
  ]);
  expect(again?.more).toEqual({ label: 'repeats one of the structures around it', url: null });
  expect(deep?.more).toEqual({ label: 'goes deeper than is read', url: null });
  expect(whole?.more).toEqual({ label: 'the same as the whole of it', url: '#request' });
});
