/** Tests what a list of changes says in one line each: what is told together, its words, and how far it reaches. */
import { expect, test } from 'vitest';
import type { Change } from '../../src/model/index.ts';
import { headlines, reachWords, shortSentence } from '../../src/view/changes/headline.ts';
import { changeOf, placeOf } from '../changes-by-hand.ts';

const said = (...changes: readonly Change[]) =>
  headlines(changes).map(({ title }) => title.map(({ text, code }) => (code ? `[${text}]` : text)).join(''));
const added = (value: string, more: Partial<Change> = {}) => changeOf('enum-value-added', value, more);

test('values that came at the same places are one line, with the key of the first', () => {
  const lines = headlines([added('A'), added('B'), added('C')]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ severity: 'safe', where: 'CreateListener', key: 'enum-value-added A' });
  expect(said(added('A'), added('B'), added('C'))).toEqual(['[Protocol] gained [A], [B] and [C]']);
});

test.each<[string, Change]>([
  ['another shape', added('B', { shape: 'Other' })],
  ['another severity', added('B', { severity: 'dangerous' })],
  ['another audience', added('B', { audience: 'wire' })],
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
  expect(said(added('A', { shape: 'ProtocolEnum' }))).toEqual(['[ProtocolEnum] gained [A]']);
  expect(said(added('A', { shape: '~abc' }), added('B', { shape: '~abc' }))).toEqual(['[Protocol] gained [A] and [B]']);
});

test('else the fields are named, where they are few, or the operation, or the service', () => {
  const both = (...paths: readonly string[]) => {
    const places = paths.map((path) => placeOf('CreateListener', path));
    return said(added('A', { places }), added('B', { places }))[0];
  };
  expect(both('X', 'Y[].X')).toBe('[X] gained [A] and [B]');
  expect(both('X', 'Y', 'Z')).toBe('[X], [Y] and [Z] gained [A] and [B]');
  expect(both('W', 'X', 'Y', 'Z')).toBe('4 fields gained [A] and [B]');
  expect(both('')).toBe('[CreateListener] gained [A] and [B]');
  const places = [placeOf(null, '')];
  expect(said(added('A', { places }), added('B', { places }))).toEqual(['[the service] gained [A] and [B]']);
});

test.each([
  ['enum-value-removed', '[Op] lost [A] and [B]'],
  ['error-added', '[Op] can now fail with [A] and [B]'],
  ['error-removed', '[Op] no longer fails with [A] and [B]'],
])('%s has its own verb', (kind, line) => {
  const places = [placeOf('Op', '', { direction: null })];
  expect(said(changeOf(kind, 'A', { places }), changeOf(kind, 'B', { places }))).toEqual([line]);
});

test('where a change is seen stands beside it, unless the line says it', () => {
  const where = (...places: Change['places'][number][]) => headlines([added('A', { places })])[0]?.where;
  expect(where(placeOf('Op', 'A'))).toBe('Op');
  expect(where(placeOf('Op', ''))).toBeNull();
  expect(where(placeOf(null, ''))).toBeNull();
  expect(where(placeOf('Op', 'A'), placeOf('Op', 'B'))).toBe('1 operation, 2 places');
  expect(where(placeOf('Op', 'A'), placeOf('Other', 'A'))).toBe('2 operations, 2 places');
});

test('places that are not listed are counted too', () => {
  const places = [placeOf('Op', 'A'), placeOf('Op', 'B')];
  expect(reachWords(added('A', { places, unlisted: 1998 }))).toBe(
    '1 operation, 2,000 places, 1,998 of them not listed',
  );
  expect(reachWords(added('A', { unlisted: 1 }))).toBe('1 operation, 2 places, 1 of them not listed');
  expect(reachWords(added('A'))).toBeNull();
});

test('under a common title the value is enough', () => {
  expect(shortSentence(added('A'))).toBe('`A`');
  expect(shortSentence(changeOf('of-the-future', ''))).toBe('of the future');
});
