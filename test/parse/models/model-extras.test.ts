/** What botocore adds to a model in files of its own, `*.sdk-extras.json`: merged into the document that it belongs to. */
import { expect, test } from 'vitest';
import { fieldsOf, type Service } from '../../../src/model/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';

const model = {
  metadata: { uid: 'tea-2020-01-01', serviceId: 'Tea' },
  operations: { Brew: { name: 'Brew', input: { shape: 'BrewRequest' } } },
  shapes: {
    BrewRequest: { type: 'structure', members: { Leaf: { shape: 'String' } } },
    String: { type: 'string' },
  },
};
const extras = {
  merge: {
    metadata: { serviceId: 'TEA' },
    shapes: { BrewRequest: { members: { SourceRegion: { shape: 'String' } } } },
  },
};
const pagination = { pagination: { Brew: { input_token: 'A', output_token: 'B', result_key: 'C' } } };

const parse = (...documents: readonly object[]) =>
  parseDocuments(
    'service-model',
    documents.map((value, index) => ({ name: `${index}.json`, text: JSON.stringify(value) })),
    { service: 'tea' },
  );
const fields = (service: Service | undefined) =>
  service === undefined ? [] : [...fieldsOf(service.shapes, 'BrewRequest')].map(({ path }) => path);

test('members and metadata are added to the model, in whatever order the files come', () => {
  for (const documents of [
    [model, extras],
    [extras, model],
  ]) {
    const { api, messages } = parse(...documents);
    expect(messages.map(String)).toEqual([]);
    expect(fields(api.services[0])).toEqual(['Leaf', 'SourceRegion']);
    expect(api.services[0]?.metadata).toMatchObject({ serviceId: 'TEA', uid: 'tea-2020-01-01' });
  }
});

test('those of paginators go to the paginators', () => {
  const { api } = parse(model, { merge: { pagination: { Brew: { non_aggregate_keys: ['D'] } } } }, pagination);
  expect(api.services[0]?.paginators).toMatchObject([{ name: 'Brew', inputToken: ['A'], nonAggregateKeys: ['D'] }]);
});

test('additions without content, and without a model, are no message', () => {
  const told = (merge: object) => parse({ merge }).messages.map(({ ruleId }) => ruleId);
  expect(told({}).filter((id) => id === 'unexpected-text')).toEqual([]);
  expect(told({ metadata: {} })).toContain('unexpected-text');
});

test('what belongs to no document, or nests without end, is a message', () => {
  expect(parse(extras).messages.map(({ ruleId }) => ruleId)).toContain('unexpected-text');
  const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) as object;
  const { api, messages } = parse(model, { merge: { shapes: deep } });
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['nesting-too-deep']);
  expect(fields(api.services[0])).toEqual(['Leaf']);
});
