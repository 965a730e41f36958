/** Cards: which changes share one, and what it has of all of them. */
import { expect, test } from 'vitest';
import { cardSentence, cardsOf, worstFirst } from '../../../src/diff/index.ts';
import type { Change } from '../../../src/model/index.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';

const told = (...changes: readonly Change[]) =>
  cardsOf(changes).map(({ changes: own, places, unlisted }) => [
    own.length,
    places.map(({ operation, path }) => `${operation} ${path}`.trim()),
    unlisted,
  ]);
const gone = (name: string, more: Partial<Change> = {}) =>
  changeOf('operation-removed', name, { severity: 'breaking', places: [placeOf(name, '')], key: name, ...more });

test('operations that are gone are one card, with the places of all of them', () => {
  expect(told(gone('Brew', { unlisted: 2 }), gone('Pour', { unlisted: 3 }))).toEqual([[2, ['Brew', 'Pour'], 5]]);
  expect(told(gone('Brew'), gone('Brew', { key: 'again' }))).toEqual([[2, ['Brew'], 0]]);
  expect(told(gone('Brew', { unlisted: 2 }))).toEqual([[1, ['Brew'], 2]]);
});

test('one that was deprecated before it went has its own card', () => {
  const planned = gone('Stir', { before: { deprecated: {} } });
  expect(told(gone('Brew'), planned, gone('Pour'))).toEqual([
    [2, ['Brew', 'Pour'], 0],
    [1, ['Stir'], 0],
  ]);
});

test('values of one enum are one card, which has their places once', () => {
  const value = (text: string, shape: string) =>
    changeOf('enum-value-added', text, {
      shape,
      places: [placeOf('Brew', 'Leaf'), placeOf('Pour', 'Leaf')],
      unlisted: 4,
    });
  expect(told(value('a', 'Leaf'), value('b', 'Leaf'), value('c', 'Cup'))).toEqual([
    [2, ['Brew Leaf', 'Pour Leaf'], 4],
    [1, ['Brew Leaf', 'Pour Leaf'], 4],
  ]);
});

test('changes of another severity or audience stand apart', () => {
  expect(told(gone('Brew'), gone('Pour', { severity: 'dangerous' }), gone('Stir', { audience: 'wire' }))).toHaveLength(
    3,
  );
});

test.each([
  ...['operation-added', 'operation-removed', 'paginator-added', 'paginator-removed', 'waiter-added'],
  ...['waiter-removed', 'readonly-added', 'readonly-removed', 'idempotent-added', 'idempotent-removed'],
  ...['sensitive-added', 'sensitive-removed'],
])('all changes of the kind %s are one card', (kind) => {
  const change = (name: string) => changeOf(kind, name, { key: name, places: [placeOf(name, '')] });
  expect(told(change('A'), change('B'))).toEqual([[2, ['A', 'B'], 0]]);
});

test.each([
  ...['field-added', 'field-removed', 'required-field-added', 'required-added', 'required-removed'],
  ...['error-field-added', 'error-field-removed'],
])('names of one structure are one card of the kind %s', (kind) => {
  const change = (path: string) => changeOf(kind, '', { key: path, places: [placeOf('Brew', path)] });
  expect(told(change('Cup.A'), change('Cup.B'), change('Mug.A'))).toEqual([
    [2, ['Brew Cup.A', 'Brew Cup.B'], 0],
    [1, ['Brew Mug.A'], 0],
  ]);
});

test.each(['enum-value-added', 'enum-value-removed', 'error-added', 'error-removed'])(
  'values at one place are one card of the kind %s',
  (kind) => {
    const change = (value: string) => changeOf(kind, value, { key: value });
    expect(told(change('A'), change('B'))).toHaveLength(1);
  },
);

test('every other change has a card of its own, but for one unknown trait of many things', () => {
  expect(told(changeOf('of-the-future', 'A'), changeOf('of-the-future', 'B'))).toHaveLength(2);
  const trait = (value: string, key: string) => changeOf('trait-added', value, { key });
  expect(told(trait('new', '1'), trait('new', '2'), trait('other', '3'))).toHaveLength(2);
});

test('cards and their names have one order, whatever the order of the changes', () => {
  const values = ['v10', 'v2', 'v1', 'V3'].map((value) => changeOf('enum-value-added', value, { key: value }));
  const fields = ['h7', 'h10', 'h4'].map((path) =>
    changeOf('field-added', '', { key: path, places: [placeOf('Brew', path)] }),
  );
  const limits = ['min4', 'min10', 'min2'].map((path) =>
    changeOf('constraint-tightened', '', {
      ...{ key: path, after: 2, details: { limit: 'min', unit: 'character' } },
      places: [placeOf('Brew', path)],
    }),
  );
  const told = (changes: readonly Change[]) =>
    worstFirst(cardsOf(changes)).map((card) => [cardSentence(card), card.changes.map(({ key }) => key).join(' ')]);
  const once = told([...values, ...fields, ...limits]);
  expect(once).toEqual([
    ['`Brew` takes new optional fields `h4`, `h7` and `h10`', 'h4 h7 h10'],
    ['`Protocol` gains 4 values (`V3`, `v1`, `v2` and 1 more)', 'V3 v1 v2 v10'],
    ['`min2` must be at least 2 (no minimum before)', 'min2'],
    ['`min4` must be at least 2 (no minimum before)', 'min4'],
    ['`min10` must be at least 2 (no minimum before)', 'min10'],
  ]);
  expect(told([...limits, ...fields.toReversed(), ...values.toReversed()])).toEqual(once);
});

test('of equally bad cards the greater news comes first, and what only errors say comes last', () => {
  const kinds = [
    ...['error-field-changed', 'constraint-loosened', 'enum-value-added', 'field-added', 'operation-added'],
    'field-deprecated',
  ];
  const safe = kinds.map((kind) => changeOf(kind, 'x', { key: kind }));
  const bad = [changeOf('error-removed', 'x', { key: 'bad', severity: 'breaking' })];
  expect(worstFirst(cardsOf([...safe, ...bad])).map(({ kind }) => kind)).toEqual([
    ...['error-removed', 'field-deprecated', 'operation-added', 'field-added', 'enum-value-added'],
    ...['constraint-loosened', 'error-field-changed'],
  ]);
});

test('the key of a card is that of the change that was found first', () => {
  const values = ['b', 'a'].map((value) => changeOf('enum-value-added', value, { key: value }));
  expect(cardsOf(values).map(({ key }) => key)).toEqual(['b']);
});
