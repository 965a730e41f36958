/** Where a model has its service and each operation: found in the text, in any order of it. */
import { expect, test } from 'vitest';
import type { Service } from '../../../src/model/index.ts';
import { positionKey } from '../../../src/parse/build/service-builder.ts';
import { placeOperations } from '../../../src/parse/models/operation-positions.ts';

function positionsIn(text: string, ...operations: readonly string[]) {
  const service = { id: 'tea', operations: operations.map((name) => ({ name })) } as unknown as Service;
  const positions = new Map<string, { readonly file: string; readonly line: number; readonly column: number }>();
  placeOperations({ name: 'tea.json', text }, service, positions as never);
  return (operation: string) => {
    const found = positions.get(positionKey('tea', operation, '', ''));
    return found && `${found.file}:${found.line}:${found.column}`;
  };
}

const text = `{
  "metadata": { "Stir": { "no": "operation" } },
  "operations": {
    "Brew": { "name": "Brew" },
    "Pour" : { "name": "Pour" }, "Stir":{},
    "Rinse": "Brew"
  }
}`;

test('a service is at the beginning, an operation where its key is', () => {
  const at = positionsIn(text, 'Brew', 'Pour', 'Stir', 'Rinse');
  expect(['', 'Brew', 'Pour', 'Stir', 'Rinse'].map(at)).toEqual([
    'tea.json:1:1',
    'tea.json:4:5',
    'tea.json:5:5',
    'tea.json:5:34',
    undefined,
  ]);
});

test('in another order than that of the text, too', () => {
  const at = positionsIn(text, 'Stir', 'Brew');
  expect(['Stir', 'Brew'].map(at)).toEqual(['tea.json:5:34', 'tea.json:4:5']);
});

test('a model without the word has only the service', () => {
  const at = positionsIn('{"Brew": {}}', 'Brew');
  expect(['', 'Brew'].map(at)).toEqual(['tea.json:1:1', 'tea.json:1:2']);
});
