/** Every message about a model names the file that it is about, whatever files stand before it. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';
import { model as tea } from './tiny-model.ts';

const model = { ...tea, operations: { Brew: { name: 'Brew' }, Pour: { name: 'Pour' } } };
const deep = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as unknown;
const waiter = { operation: 'Brew', delay: 5, maxAttempts: 3, acceptors: [] };
const rules = { parameters: {}, rules: [] };

/** Files of a model without a fault, in the order in which a folder has them. */
const files: Readonly<Record<string, unknown>> = {
  'endpoint-rule-set-1.json': rules,
  'examples-1.json': { examples: {} },
  'paginators-1.json': { pagination: { Brew: { input_token: 'A' } } },
  'paginators-1.sdk-extras.json': { merge: { pagination: { Pour: { non_aggregate_keys: ['D'] } } } },
  'service-2.json': model,
  'service-2.sdk-extras.json': { merge: { metadata: { serviceId: 'Tea' } } },
  'waiters-2.json': { waiters: { TeaReady: waiter } },
  'waiters-2.sdk-extras.json': { merge: { waiters: {} } },
};

/** The files and rules of all messages; a text stands for itself, any other value for its JSON. */
function told(changed: Readonly<Record<string, unknown>>): readonly string[] {
  const documents = Object.entries({ ...files, ...changed }).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }));
  const { messages } = parseDocuments('service-model', documents, { service: 'tea' });
  return messages.map(({ file, name, ruleId }) => {
    expect(name).toBe(`${file}:1:1`);
    return `${file} ${ruleId}`;
  });
}

test('without a fault there is no message', () => {
  expect(told({})).toEqual([]);
});

test('a byte that is no text is told once in each file, at its first place', () => {
  const documents = ['paginators-1.json', 'service-2.json'].map((name) => ({
    name,
    text: JSON.stringify({ ...(files[name] as object), note: 'f\ufffdr \ufffd' }, null, 1),
  }));
  const { messages } = parseDocuments('service-model', documents, { service: 'tea' });
  const undecoded = messages.filter(({ ruleId }) => ruleId === 'undecoded-bytes');
  expect(undecoded.map(({ file, line, column }) => [file, line, column])).toEqual([
    ['paginators-1.json', 7, 12],
    ['service-2.json', 14, 12],
  ]);
});

test.each(Object.keys(files).filter((name) => name !== 'service-2.json'))('%s that is no JSON, or no part', (name) => {
  expect(told({ [name]: '{"a":' })).toEqual([`${name} damaged-model`]);
  expect(told({ [name]: { a: 1 } })).toEqual([`${name} unexpected-text`]);
});

test('a model that is no JSON, or no model', () => {
  expect(told({ 'service-2.json': '{"a":' }).at(0)).toBe('service-2.json damaged-model');
  // The additions have no model now.
  const additions = 'service-2.sdk-extras.json unexpected-text';
  expect(told({ 'service-2.json': '{"a":' })).toEqual([
    'service-2.json damaged-model',
    'service-2.json damaged-model',
    additions,
  ]);
  expect(told({ 'service-2.json': {} })).toEqual([
    'service-2.json unexpected-text',
    'service-2.json damaged-model',
    additions,
  ]);
});

const faults: readonly (readonly [file: string, value: unknown, rule: string])[] = [
  ['waiters-2.json', { waiters: { TeaReady: null } }, 'unexpected-text'],
  ['waiters-2.json', { waiters: { TeaReady: { ...waiter, delay: '5' } } }, 'unexpected-text'],
  ['waiters-2.json', { waiters: { TeaReady: { ...waiter, acceptors: [deep(40)] } } }, 'nesting-too-deep'],
  ['waiters-2.sdk-extras.json', { merge: { waiters: { TeaReady: { delay: '5' } } } }, 'unexpected-text'],
  ['waiters-2.sdk-extras.json', { merge: { waiters: { Other: 1 } } }, 'unexpected-text'],
  ['waiters-2.sdk-extras.json', { merge: deep(200) }, 'nesting-too-deep'],
  ['paginators-1.json', { pagination: { Brew: null } }, 'unexpected-text'],
  ['paginators-1.json', { pagination: { Brew: {}, Pour: { limit_key: 5 } } }, 'unexpected-text'],
  ['paginators-1.json', { pagination: { Brew: {}, Pour: { limit_key: 'x', result_key: [5] } } }, 'unexpected-text'],
  ['paginators-1.sdk-extras.json', { merge: { pagination: { Brew: { result_key: 5 } } } }, 'unexpected-text'],
  ['examples-1.json', { examples: { Brew: 5 } }, 'unexpected-text'],
  ['examples-1.json', { examples: { Brew: [{ title: 5 }] } }, 'unexpected-text'],
  ['examples-1.json', { examples: { Brew: [deep(200)] } }, 'nesting-too-deep'],
  ['endpoint-rule-set-1.json', { ...rules, rules: [deep(400)] }, 'nesting-too-deep'],
  ['service-2.json', { ...model, clientContextParams: { A: 1 } }, 'unexpected-text'],
  ['service-2.json', { ...model, operations: { Brew: { inputs: {} } } }, 'unknown-trait'],
  ['service-2.json', { ...model, shapes: { A: { type: 'tensor' } } }, 'dangling-reference'],
];

test.each(faults.map(([file, value, rule]) => ({ file, value, rule })))(
  'a fault inside $file: $rule',
  ({ file, value, rule }) => {
    expect(told({ [file]: value })).toEqual([`${file} ${rule}`]);
  },
);
