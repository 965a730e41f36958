/** The examples of an operation: those without a title are counted. */
import { expect, test } from 'vitest';
import type { Example } from '../../../src/model/index.ts';
import { operationPage } from '../../../src/view/pages/operation-page.ts';
import { fixtureSite } from '../../fixture-site.ts';

function examplesOf(examples: readonly Example[]) {
  const site = fixtureSite();
  const service = site.store.service('elbv2');
  if (service === null) throw new Error('expected the fixture');
  const operations = service.operations.map((state) => ({ ...state, operation: { ...state.operation, examples } }));
  const store = { ...site.store, service: () => ({ ...service, operations }) };
  return operationPage({ ...site, store }, 'elbv2', 'CreateListener').examples;
}

test('an example without a title has its number', () => {
  const titled = { title: 'To listen', request: 'client.listen()', response: '{}' };
  expect(examplesOf([{}, titled, {}])).toEqual([
    { title: 'Example 1', description: '', request: null, response: null },
    { title: 'To listen', description: '', request: 'client.listen()', response: '{}' },
    { title: 'Example 3', description: '', request: null, response: null },
  ]);
});
