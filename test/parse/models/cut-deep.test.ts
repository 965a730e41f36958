/** Shapes that are more than 400 steps from every operation have an unknown inside; those before them stay whole. */
import { expect, test } from 'vitest';
import type { Operation, Shape } from '../../../src/model/index.ts';
import { Messages } from '../../../src/parse/messages.ts';
import { cutDeep } from '../../../src/parse/models/cut-deep.ts';

const operation: Operation = { name: 'Brew', sdkName: 'brew', nameOrigin: 'stated', request: 'S0' };

/** So many structures in a row, with a text in the last one; at one step a list instead. */
function row(count: number, listAt?: number): Record<string, Shape> {
  const shapes: Record<string, Shape> = { Text: { kind: 'string' } };
  for (let at = 0; at < count; at++) {
    const next = { name: 'Next', target: at === count - 1 ? 'Text' : `S${at + 1}` };
    shapes[`S${at}`] = at === listAt ? { kind: 'list', member: next } : { kind: 'structure', members: [next] };
  }
  return shapes;
}

function cut(shapes: Record<string, Shape>, from: readonly Operation[] = [operation]) {
  const messages = new Messages('tea.json');
  const after = cutDeep(from, shapes, messages);
  const changed = Object.keys(shapes).filter((id) => after[id] !== shapes[id]);
  return { changed: changed.map((id) => [id, after[id]]), told: messages.list.map(({ ruleId }) => ruleId) };
}

test('a text 400 steps away is as it was, whatever else there is', () => {
  const other: Record<string, Shape> = { Other: { kind: 'structure', members: [] } };
  expect(cut(row(400))).toEqual({ changed: [], told: [] });
  expect(cut({ ...row(400), ...other })).toEqual({ changed: [], told: [] });
});

test('of a structure 400 steps away the inside is unknown, and that is told', () => {
  expect(cut(row(401))).toEqual({
    changed: [['S400', { kind: 'recursive', of: 'structure' }]],
    told: ['structure-too-deep'],
  });
  expect(cut(row(401, 400)).changed).toEqual([['S400', { kind: 'recursive', of: 'list' }]]);
  expect(cut(row(500)).changed.map(([id]) => id)).toEqual(['S400']);
});

test('the shortest way from any operation counts', () => {
  const shorter: Operation = { ...operation, name: 'Pour', request: null, response: 'S1' };
  expect(cut(row(401), [operation, shorter])).toEqual({ changed: [], told: [] });
  const failing: Operation = { ...operation, name: 'Stir', request: null, errors: [{ name: 'E', target: 'S1' }] };
  expect(cut(row(401), [operation, failing])).toEqual({ changed: [], told: [] });
});
