/** What a source does not tell is absent in its model: an empty list would say that there is nothing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseDocuments } from '../../src/parse/index.ts';

const content = path.resolve(import.meta.dirname, '../../content');
const read = (name: string) => ({ name, text: readFileSync(path.join(content, name), 'utf8') });
const folder = 'reference/1.40.73/reference/services';

test('a page of one operation tells nothing of waiters, paginators, settings, or other operations', () => {
  const { api } = parseDocuments('reference-rst', [read(`${folder}/elbv2/client/register_targets.rst`)]);
  const [service] = api.services;
  expect(Object.keys(service ?? {}).sort()).toEqual([
    ...['facts', 'id', 'kind', 'operations', 'shapes', 'title', 'uid', 'apiVersion'].sort(),
  ]);
  expect(service?.facts).not.toContain('all-operations');
  expect(service?.operations.map(({ name }) => name)).toEqual(['RegisterTargets']);
});

test('the page of the service tells what operations there are', () => {
  const { api } = parseDocuments('reference-rst', [read(`${folder}/elbv2.rst`)]);
  const [service] = api.services;
  expect(service?.facts).toContain('all-operations');
  expect(service?.title).toBe('Elastic Load Balancing');
  expect(service?.operations.map(({ nameOrigin }) => nameOrigin)).toEqual(service?.operations.map(() => 'inferred'));
});

test('services stand in order, whatever the order of their pages', () => {
  const pages = [read('pages/2025-11-13-elastic-load-balancing.txt'), read('pages/2020-09-08-api-gateway.txt')];
  for (const documents of [pages, pages.toReversed()])
    expect(parseDocuments('changelog-text', documents).api.services.map(({ id }) => id)).toEqual([
      'apigatewayv2',
      'elbv2',
    ]);
});
