/** A request, a response or an error that refers to no shape is told, as a field is. */
import { expect, test } from 'vitest';
import { linesOf, parse } from './tiny-model.ts';

const shapes = { Leaf: { type: 'structure', members: { Name: { shape: 'Text' } } }, Text: { type: 'string' } };
const brew = (id: string) => ({
  Brew: { name: 'Brew', input: { shape: id }, output: { shape: id }, errors: [{ shape: id }] },
});

test('each one is told, and nothing is called removed', () => {
  const whole = parse({ operations: brew('Leaf'), shapes });
  expect(whole.messages.map(String)).toEqual([]);
  for (const id of ['Nope', '__proto__', 'constructor']) {
    const broken = parse({ operations: brew(id), shapes });
    expect(broken.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`)).toEqual(
      ['input', 'output', 'errors'].map(
        (part) => `dangling-reference: Unexpected \`Brew.${part}\` to \`${id}\`, expected the id of a shape`,
      ),
    );
    const [before, after] = [whole.api.services[0], broken.api.services[0]];
    if (before === undefined || after === undefined) throw new Error('a model has no service');
    expect(linesOf(before, after).filter((line) => line.includes('field-removed'))).toEqual([]);
  }
});
