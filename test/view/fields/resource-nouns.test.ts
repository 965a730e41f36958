/** Operations are grouped by what they are about: the longest noun that at least three of them have. */
import { expect, test } from 'vitest';
import { nounGroups } from '../../../src/view/fields/resource-nouns.ts';

const groups = (...names: readonly string[]) =>
  nounGroups(names, (name) => name).map(({ noun, operations }) => [noun, operations.join(' ')]);

test('three operations are a group, two are not', () => {
  expect(groups('CreateCup', 'DeleteCup', 'DescribeCups', 'CreateMug', 'DeleteMug')).toEqual([
    ['Cup', 'CreateCup DeleteCup DescribeCups'],
    [null, 'CreateMug DeleteMug'],
  ]);
});

test('the longest noun counts, and what it leaves is no group where it is too few', () => {
  const attributes = ['GetCupSize', 'SetCupSize', 'DropCupSize'];
  expect(groups('CreateCup', ...attributes, 'DeleteCup')).toEqual([
    ['CupSize', attributes.join(' ')],
    [null, 'CreateCup DeleteCup'],
  ]);
  expect(groups('CreateCup', ...attributes, 'DeleteCup', 'GetCup').map(([noun]) => noun)).toEqual(['Cup', 'CupSize']);
});

test('what a preposition begins tells how, and not of what', () => {
  expect(groups('ListCupsByName', 'ListCupsForTea', 'GetCup')).toEqual([
    ['Cup', 'ListCupsByName ListCupsForTea GetCup'],
  ]);
  expect(groups('ListByName', 'GetByName', 'DropByName')).toEqual([[null, 'ListByName GetByName DropByName']]);
});

test.each([
  ['Fly', 'Flies'],
  ['Tie', 'Ties'],
  ['Box', 'Boxes'],
  ['Class', 'Classes'],
  ['Batch', 'Batches'],
  ['Brush', 'Brushes'],
  ['Cup', 'Cups'],
  ['Tea', 'Teas'],
])('%s is one of %s', (one, several) => {
  expect(groups(`Create${one}`, `Delete${one}`, `List${several}`)).toEqual([
    [one, `Create${one} Delete${one} List${several}`],
  ]);
});

test.each(['Gas', 'Status', 'Access', 'Cors'])('%s is written as it is', (noun) => {
  expect(groups(`Get${noun}`, `Put${noun}`, `Delete${noun}`)).toEqual([[noun, `Get${noun} Put${noun} Delete${noun}`]]);
});
