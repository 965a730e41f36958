/** The delta of a changelog page: whole new fields, additions inside old ones, new values, and what fits nowhere. */
import { expect, test } from 'vitest';
import type { Shape } from '../../../src/model/index.ts';
import { placeDelta } from '../../../src/parse/changelog/delta.ts';
import { parseSyntax } from '../../../src/parse/python/parse-syntax.ts';

const structure = (...members: readonly string[]): Shape => ({
  kind: 'structure',
  members: members.map((member) => {
    const [name = '', target = '', mark] = member.split(' ');
    return { name, target, ...(mark === undefined ? {} : { required: true }) };
  }),
});
const shapes: Readonly<Record<string, Shape>> = {
  Root: structure('Name Text required', 'Cup Cup', 'Cups Cups', 'Tags Tags', 'Colours Colours', 'Colour Colour'),
  Cup: structure('Size Number', 'Leaf Leaf'),
  Leaf: structure('Kind Text'),
  Cups: { kind: 'list', member: { name: '', target: 'Cup' } },
  Tags: { kind: 'map', key: { name: '', target: 'Text' }, value: { name: '', target: 'Cup' } },
  Colours: { kind: 'list', member: { name: '', target: 'Colour' } },
  Colour: { kind: 'string', enum: ['red', 'green', 'blue'] },
  Text: { kind: 'string' },
  Number: { kind: 'integer' },
};

function placed(delta: string, root: string | null = 'Root'): readonly string[] {
  const { node } = parseSyntax(delta);
  if (node === null) throw new Error('Unexpected end, expected a delta');
  const { additions, unplaced } = placeDelta((id) => shapes[id], root, node);
  return [
    ...additions.map(({ kind, path, value, required, offset }) =>
      [`${offset}`, kind, path, value, required ? 'required' : ''].filter(Boolean).join(' '),
    ),
    ...unplaced.map(({ path, offset }) => `${offset} unplaced ${path}`),
  ];
}

test.each([
  ["{'Name': 'string'}", ['1 field Name required']],
  // All members of a structure: the structure is new; fewer of them: only these are.
  ["{'Cup': {'Size': 123, 'Leaf': {'Kind': 'string'}}}", ['1 field Cup']],
  ["{'Cup': {'Size': 123}}", ['9 field Cup.Size']],
  ["{'Cup': {'Leaf': {'Kind': 'string'}}}", ['9 field Cup.Leaf']],
  ["{'Cup': {'Size': 123, 'Other': 123}}", ['9 field Cup.Size', '22 unplaced Cup.Other']],
  // Lists and maps have no step of their own.
  ["{'Cups': {'Size': 123}}", ['10 field Cups[].Size']],
  ["{'Cups': [{'Size': 123}]}", ['1 field Cups']],
  ["{'Tags': {'Size': 123}}", ['10 field Tags{}.Size']],
  ["{'Tags': {'string': {'Size': 123}}}", ['1 field Tags']],
  ["{'Tags': {'a | b': {'Size': 123}}}", ['1 field Tags']],
  ["{'Tags': {'Size': 123, 'Leaf': {'Kind': 'string'}}}", ['10 field Tags{}.Size', '23 field Tags{}.Leaf']],
  // New values of an enum, in alphabetical order; all of them are a new enum.
  ["{'Colour': {'red', 'blue'}}", ['11 enum-value Colour blue', '11 enum-value Colour red']],
  ["{'Colours': {'green'}}", ['12 enum-value Colours[] green']],
  ["{'Colour': {'blue', 'red', 'green'}}", ['11 enum Colour']],
  ["{'Name': {'x'}}", ['9 enum-value Name x']],
  ["{'Name': {}}", ['1 field Name required']],
  ["{'Other': 123}", ['1 unplaced Other']],
  ["{'Name'", []],
])('%s', (delta, expected) => {
  expect(placed(delta)).toEqual(expected);
});

test('without a shape nothing has a place', () => {
  expect(placed("{'Name': 'string'}", null)).toEqual(['1 unplaced Name']);
  expect(placed("{'Name': 'string'}", 'Text')).toEqual(['1 unplaced Name']);
  expect(placed("'string'")).toEqual([]);
});
