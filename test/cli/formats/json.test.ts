/** JSON is written for programs and for people: indented by two blanks, with a line end. */
import { expect, test } from 'vitest';
import type { Comparison } from '../../../src/cli/formats/diff-formats.ts';
import { printJson } from '../../../src/cli/formats/json.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';

test('it is indented by two blanks', () => {
  const side = { version: '1.0.0', date: null, source: 'a' };
  const comparison: Comparison = {
    ...{ old: side, new: side, syntax: null, env: {} },
    out: { isTTY: false } as Comparison['out'],
    services: [
      {
        ...{ id: 'tea', title: 'Tea', status: 'changed' },
        changes: [changeOf('of-the-future', 'x', { places: [placeOf('Brew', 'Leaf')] })],
      },
    ],
  };
  const text = printJson(comparison);
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
});
