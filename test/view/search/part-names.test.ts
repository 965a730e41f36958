/** The names that a page carries of parts on pages of their own. */
import { expect, test } from 'vitest';
import type { Shape } from '../../../src/model/index.ts';
import { partNamesOf } from '../../../src/view/search/part-names.ts';

const member = (name: string, target: string) => ({ name, target });

const shapes: Readonly<Record<string, Shape>> = {
  Part: {
    kind: 'structure',
    members: [member('Size', 'Text'), member('Inner', 'Inners'), member('Again', 'Part')],
  },
  Inners: { kind: 'list', member: member('item', 'Inner') },
  Inner: { kind: 'structure', members: [member('KmsKeyId', 'Text'), member('Size', 'Text')] },
  Text: { kind: 'string' },
};

test('a part has the names of all that is below it, each once, the nearest first', () => {
  expect(partNamesOf(shapes)('Part')).toBe('Size Inner Again KmsKeyId');
});

test('names are said where the part stands first', () => {
  const names = partNamesOf(shapes);
  expect(names('Inner')).toBe('KmsKeyId Size');
  expect(names('Inner')).toBe('');
  expect(names('Part')).not.toBe('');
});

test('a part with more names than there is room for has none, and a smaller one after it still has', () => {
  const many = Array.from({ length: 900 }, (_, at) => member(`AnyNameAtAll${at}`, 'Text'));
  const names = partNamesOf({ ...shapes, Large: { kind: 'structure', members: many } });
  expect(names('Large')).toBe('');
  expect(names('Inner')).toBe('KmsKeyId Size');
});

test('a shape that nobody knows has no names', () => {
  expect(partNamesOf({})('Part')).toBe('');
});
