/** Tests what a list of changes says in one line each: what is told together, its words, and how far it reaches. */
import { expect, test } from 'vitest';
import { type Card, cardsOf } from '../../../src/diff/index.ts';
import type { Change } from '../../../src/model/index.ts';
import { headlines, reachWords } from '../../../src/view/changes/headline.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';

const said = (...changes: readonly Change[]) =>
  headlines(changes).map(({ title }) => title.map(({ text, code }) => (code ? `[${text}]` : text)).join(''));
const card = (change: Change) => cardsOf([change])[0] as Card;
const added = (value: string, more: Partial<Change> = {}) => changeOf('enum-value-added', value, more);

test('values that came at the same places are one line, with the key of the first', () => {
  const lines = headlines([added('A'), added('B'), added('C')]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ severity: 'safe', where: null, key: 'enum-value-added A' });
  expect(said(added('A'), added('B'), added('C'))).toEqual(['[CreateListener] accepts [A], [B] or [C] for [Protocol]']);
});

test.each<[string, Change]>([
  ['another shape', added('B', { shape: 'Other' })],
  ['another severity', added('B', { severity: 'dangerous' })],
  ['another kind', changeOf('enum-value-removed', 'B')],
  ['another path', added('B', { places: [placeOf('CreateListener', 'Port')] })],
  ['another operation', added('B', { places: [placeOf('ModifyListener', 'Protocol')] })],
  ['another direction', added('B', { places: [placeOf('CreateListener', 'Protocol', { direction: 'response' })] })],
  [
    'a place of another severity',
    added('B', { places: [placeOf('CreateListener', 'Protocol', { severity: 'docs' })] }),
  ],
  [
    'one place more',
    added('B', { places: [placeOf('CreateListener', 'Protocol'), placeOf('CreateListener', 'Port')] }),
  ],
])('values are told apart where there is %s', (_, other) => {
  expect(headlines([added('A'), other])).toHaveLength(2);
});

test('a name that reads like two places is one', () => {
  const places = [placeOf('Op', 'A'), placeOf('Op', 'B')];
  expect(
    headlines([added('A', { places }), added('B', { places: [placeOf('Op', 'A safeOp request B')] })]),
  ).toHaveLength(2);
});

test('changes of other kinds are never told together', () => {
  const change = changeOf('of-the-future', 'x');
  expect(
    headlines([
      { ...change, key: '1' },
      { ...change, key: '2' },
    ]).map(({ key }) => key),
  ).toEqual(['1', '2']);
});

test('a shape is named where people use its name', () => {
  const places = [placeOf('CreateListener', 'Protocol'), placeOf('ModifyListener', 'Protocol')];
  expect(said(added('A', { shape: 'ProtocolEnum', places }))).toEqual(['[ProtocolEnum] accepts [A] in requests']);
  expect(said(added('A', { shape: '~abc', places }), added('B', { shape: '~abc', places }))).toEqual([
    '[Protocol] accepts [A] or [B] in requests',
  ]);
});

test('else the names of its places are taken, the most frequent first, or the operation, or the service', () => {
  const both = (...paths: readonly string[]) => {
    const places = paths.map((path) => placeOf('CreateListener', path, { direction: 'response' }));
    return said(added('A', { places }), added('B', { places }))[0];
  };
  expect(both('X', 'Y[].X', 'Z')).toBe('[X] and [Z] can be [A] or [B] in responses — handle unknown values');
  expect(both('')).toBe('[CreateListener] can be [A] or [B] in responses — handle unknown values');
});

test.each([
  ['enum-value-removed', '[Op] no longer accepts [A] or [B]'],
  ['error-added', '[Op] can raise [A] or [B]'],
  ['error-removed', '[Op] no longer raises [A] or [B]'],
])('%s has its own verb', (kind, line) => {
  const places = [placeOf('Op', '', { direction: null })];
  expect(said(changeOf(kind, 'A', { places }), changeOf(kind, 'B', { places }))).toEqual([line]);
});

test('where a change is seen stands beside it, unless the line says it', () => {
  const where = (...places: Change['places'][number][]) => headlines([added('A', { places })])[0]?.where;
  expect(where(placeOf('Op', 'A'))).toBeNull();
  expect(where(placeOf('Op', 'A', { direction: 'response' }))).toBe('Op');
  expect(where(placeOf('Op', ''))).toBeNull();
  expect(where(placeOf(null, ''))).toBeNull();
  expect(where(placeOf('Op', 'A'), placeOf('Op', 'B'))).toBe('1 operation, 2 places');
  expect(where(placeOf('Op', 'A'), placeOf('Other', 'A'))).toBe('2 operations, 2 places');
});

test('places that are not listed are counted too', () => {
  const places = [placeOf('Op', 'A'), placeOf('Op', 'B')];
  expect(reachWords(card(added('A', { places, unlisted: 1998 })))).toBe(
    '1 operation, 2,000 places, 1,998 of them not listed',
  );
  expect(reachWords(card(added('A', { unlisted: 1 })))).toBe('1 operation, 2 places, 1 of them not listed');
  expect(reachWords(card(added('A')))).toBeNull();
});
