/** Which operation a name means, and what of the name goes on behind it. */
import { expect, test } from 'vitest';
import { operationAtStart, operationNamed } from '../../../src/cli/operation-named.ts';

const named = (name: string, sdkName = name) => ({ name, sdkName });

test.each([
  ['PutThing', 'PutThing', []],
  ['put_thing', 'PutThing', []],
  ['PUTTHING.request.A', 'PutThing', ['request', 'A']],
  // The longest name that fits.
  ['Put.Thing.A', 'Put.Thing', ['A']],
  ['put\\.thing.A', 'Put.Thing', ['A']],
  ['Put.A', 'Put', ['A']],
  ['Get.Thing', undefined, undefined],
  ['', undefined, undefined],
])('%j', (text, name, rest) => {
  const operations = [named('Put'), named('PutThing', 'put_thing'), named('Put.Thing')];
  const found = operationAtStart(operations, text);
  expect([found?.operation.name, found?.rest]).toEqual([name, rest]);
});

test('an operation without a name is not at the start of every name', () => {
  expect(operationAtStart([named('')], 'PutThing.A')).toBeUndefined();
});

test('a name as it is written counts before the name of the SDK, and that before another case', () => {
  const [low, sdk, own] = [named('PUT', 'x'), named('Other', 'put'), named('put', 'y')];
  expect(operationNamed([low, sdk, own], 'put')).toBe(own);
  expect(operationNamed([low, sdk], 'put')).toBe(sdk);
  expect(operationNamed([low], 'put')).toBe(low);
});
