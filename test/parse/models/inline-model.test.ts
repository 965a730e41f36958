/** Models of the form that botocore had until 0.63: what they state is read as today's models are. */
import { expect, test } from 'vitest';
import { pathLines } from '../../../src/model/index.ts';
import { detectDialect, parseDocuments } from '../../../src/parse/index.ts';

const string = { shape_name: 'String', type: 'string' };
const operations = [
  {
    name: 'PutTea2012_01_01',
    documentation: '<p>Puts tea.</p>',
    input: {
      shape_name: 'PutTeaRequest',
      type: 'structure',
      members: {
        Name: { ...string, required: true, min_length: 1, max_length: 64, pattern: '[a-z]+', documentation: 'A name.' },
        Kinds: {
          shape_name: 'KindList',
          type: 'list',
          members: { shape_name: 'Kind', type: 'string', enum: ['green', 'black'] },
        },
        Tags: { shape_name: 'TagMap', type: 'map', keys: { shape_name: 'TagKey', type: 'string' }, members: string },
        Leaf: { type: 'structure', members: { Size: { type: 'integer' } } },
        Body: { shape_name: 'Body', type: 'blob', streaming: true, payload: true },
        Policy: { shape_name: 'Policy', type: 'jsondoc' },
      },
    },
    output: null,
    errors: [{ shape_name: 'NoTea', type: 'structure', members: { message: string } }],
  },
  {
    name: 'GetTea2012_01_01',
    input: {
      shape_name: 'GetTeaRequest',
      type: 'structure',
      members: { Kind: { shape_name: 'Kind', type: 'string', enum: ['white'] } },
    },
    output: { shape_name: 'GetTeaResult', type: 'structure', members: { Name: string } },
    errors: [],
  },
];
const model = (ops: unknown) => ({
  api_version: '2012-01-01',
  type: 'query',
  service_full_name: 'Amazon Tea',
  documentation: '<p>All of tea.</p>',
  operations: ops,
  pagination: {
    GetTea: { input_token: 'A', py_input_token: 'a', output_token: 'B', more_key: 'More', result_key: 'Name' },
  },
});

const read = (value: unknown) =>
  parseDocuments('service-model', [{ name: 'tea/0000-00-00/service-1.json', text: JSON.stringify(value) }], {
    service: 'tea',
  });

test('every shape is read where it stands', () => {
  const text = JSON.stringify(model(operations));
  expect(detectDialect(text)).toBe('service-model');
  const { api, messages } = read(model(operations));
  expect(messages).toEqual([]);
  const service = api.services[0];
  expect(service).toMatchObject({ id: 'tea', title: 'Amazon Tea', apiVersion: '2012-01-01' });
  expect(service?.facts).not.toContain('http');
  expect(service?.facts).not.toContain('member-deprecation');
  expect(service?.operations.map(({ name, errors }) => `${name} ${errors?.map((error) => error.name)}`)).toEqual([
    'GetTea ',
    'PutTea NoTea',
  ]);
  expect(service?.paginators).toEqual([
    { name: 'GetTea', inputToken: ['A'], outputToken: ['B'], resultKey: ['Name'], moreResults: 'More' },
  ]);
  // Two shapes of one name: the first keeps it.
  expect(service?.shapes.String).toMatchObject({ constraints: { min: 1, max: 64, pattern: '[a-z]+' } });
  expect(service?.shapes['String~2']).toEqual({ kind: 'string' });
  if (service === undefined) throw new Error('no service');
  const lines = [...pathLines(service, () => {})].map((line) => line.split('\t').slice(1).join(' '));
  expect(lines).toEqual([
    'GetTea request Kind string optional white',
    'GetTea response Name string  ',
    'PutTea request Body stream optional ',
    'PutTea request Kinds list optional ',
    'PutTea request Kinds[] string  black|green',
    'PutTea request Leaf dict optional ',
    'PutTea request Leaf.Size integer optional ',
    'PutTea request Name string required ',
    'PutTea request Policy string optional ',
    'PutTea request Tags dict optional ',
    'PutTea request Tags{key} string  ',
    'PutTea request Tags{} string  ',
  ]);
});

test('a key that no model of that form has is a message', () => {
  const odd = { ...model(operations), brandNew: 1 };
  expect(read(odd).messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([
    expect.stringMatching(/^unknown-trait .*`brandNew`/),
  ]);
});

test('operations are a list, or records by name', () => {
  const byName = Object.fromEntries(operations.map((operation) => [operation.name, operation]));
  expect(read(model(byName))).toEqual(read(model(operations)));
});

test('operations that do not say their names are called as their keys are', () => {
  const byName = Object.fromEntries(operations.map(({ name, ...operation }) => [name, operation]));
  expect(read(model(byName))).toEqual(read(model(operations)));
});

test('paginators are called as their operations are', () => {
  const { pagination, ...rest } = model(operations);
  const dated = { ...rest, pagination: { GetTea2012_01_01: pagination.GetTea } };
  expect(read(dated)).toEqual(read(model(operations)));
  expect(read(dated).api.services[0]?.paginators?.map(({ name }) => name)).toEqual(['GetTea']);
});

test('what is no operation is a message', () => {
  const { api, messages } = read(model([...operations, { input: null }, 7]));
  expect(api.services[0]?.operations).toHaveLength(2);
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['unexpected-text', 'unexpected-text']);
});

test.each([
  [399, false],
  [400, true],
  [1_000, true],
])('%i lists in each other: cut off, with a message: %s', (lists, isCut) => {
  let shape: Record<string, unknown> = { type: 'string' };
  for (let depth = 0; depth < lists; depth++) shape = { type: 'list', members: shape };
  const { messages } = read(
    model([{ name: 'Deep', input: { type: 'structure', members: { A: shape } }, output: null, errors: [] }]),
  );
  expect(messages.some(({ ruleId }) => ruleId === 'nesting-too-deep')).toBe(isCut);
});

test('a shape whose name is empty has none', () => {
  const input = { shape_name: '', type: 'structure', members: { Name: { shape_name: '', type: 'string' } } };
  const { api } = read(model([{ name: 'PutTea2012_01_01', input, output: null, errors: [] }]));
  const names = Object.keys(api.services[0]?.shapes ?? {});
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !name.startsWith('~'))).toEqual([]);
});
