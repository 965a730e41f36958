/** A new or a removed field is shown with all that is inside it, as far as twenty lines go. */
import { expect, test } from 'vitest';
import { wholeMember } from '../../../src/view/syntax/syntax-whole.ts';
import { letters, structure, to } from './tiny-sides.ts';

/** A field with one structure and some plain fields inside: its braces, those of the structure, and a line for each field. */
function whole(plain: number): readonly string[] {
  const names = Array.from({ length: plain }, (_, at) => to(`F${at}`, 'Text'));
  const shapes = {
    Text: { kind: 'string' },
    Inner: letters('a'),
    Outer: structure(to('In', 'Inner'), ...names),
  } as const;
  return wholeMember({ shapes, enums: true, remark: () => '' }, to('Out', 'Outer'));
}

test('twenty lines are shown whole', () => {
  expect(whole(15)).toHaveLength(20);
  expect(whole(15).slice(0, 4)).toEqual(['"Out": {', '  "In": {', '    "a": "string",', '  },']);
});

test('of more the inner fields are left out first', () => {
  expect(whole(16).slice(0, 2)).toEqual(['"Out": {', '  "In": { … },']);
  expect(whole(16)).toHaveLength(19);
});
