/** How much of a sample a page shows. */
import { expect, test } from 'vitest';
import type { Shape } from '../../../src/model/index.ts';
import { partCode } from '../../../src/view/code/code-panel.ts';
import { planFields } from '../../../src/view/fields/field-plan.ts';

/** The sample of a structure with so many fields: one line each, and two for its brackets. */
function sampleOf(fields: number) {
  const members = Array.from({ length: fields }, (_, at) => ({ name: `Field${at}`, target: 'Text' }));
  const shapes: Readonly<Record<string, Shape>> = { Root: { kind: 'structure', members }, Text: { kind: 'string' } };
  return partCode(planFields(shapes, { fields: 'Root' }).roots.fields ?? []);
}

test('a sample is shown whole unless it is much longer than a screen', () => {
  expect(sampleOf(118)?.cut).toBeNull();
  expect(sampleOf(118)?.text.split('\n')).toHaveLength(120);
  expect(sampleOf(119)?.cut).toEqual({ text: '61 of 121 lines:', list: 'fields' });
  // The 60th line, and the bracket that closes what is open.
  expect(sampleOf(119)?.text.split('\n')).toHaveLength(61);
  expect(JSON.parse(sampleOf(119)?.text ?? '')).toMatchObject({ Field0: 'string', Field58: 'string' });
  expect(sampleOf(0)).toBeNull();
});
