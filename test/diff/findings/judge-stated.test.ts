/** Changes that a document states are judged like those that the differ finds, and joined where their types are equal. */
import { expect, test } from 'vitest';
import { judgeStated } from '../../../src/diff/index.ts';
import type { Service, StatedChange } from '../../../src/model/index.ts';
import { serviceOf } from '../rules/example-notation.ts';

const service = serviceOf('Brew request Leaf string optional A|B\nPour response Drops integer required') as Service;
const at = { file: 'page', line: 3, column: 1 };
const stated = (kind: string, path: string, value = ''): StatedChange => ({
  ...{ kind, operation: 'Brew', direction: 'request', path, value, at },
});

test('a value has what is there now, and a field has not', () => {
  const { changes, unknown } = judgeStated(service, [
    stated('enum-value-added', 'Leaf', 'B'),
    stated('field-added', 'Leaf'),
  ]);
  expect(unknown).toEqual([]);
  expect(changes.changes.map(({ kind, value, after }) => [kind, value, after])).toEqual([
    ['enum-value-added', 'B', 'B'],
    ['field-added', '', undefined],
  ]);
  expect(changes.changes.map(({ places }) => places[0]?.new)).toEqual([at, at]);
  expect([changes.id, changes.title, changes.status]).toEqual(['example', 'Example', 'changed']);
});

test('a kind that nobody knows is handed back', () => {
  const strange = stated('of-the-future', 'Leaf');
  expect(judgeStated(service, [strange])).toMatchObject({ changes: { changes: [] }, unknown: [strange] });
});

test('a service that is stated as new was added', () => {
  const added: StatedChange = { kind: 'service-added', operation: null, direction: null, path: '', value: '', at };
  expect(judgeStated(service, [added]).changes.status).toBe('added');
});
