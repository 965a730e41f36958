/** What was passed over is printed up to twenty; more are counted. */
import { expect, test } from 'vitest';
import { printPassedOver } from '../../../src/cli/print-messages.ts';

function printed(count: number): readonly string[] {
  let out = '';
  printPassedOver(
    Array.from({ length: count }, (_, at) => `File ${at + 1}.`),
    { write: (text) => (out += text) },
  );
  return out.split('\n').slice(0, -1);
}

test.each([
  [20, 'File 20.'],
  [21, '… and 1 more was passed over.'],
  [1021, '… and 1,001 more were passed over.'],
])('of %i', (count, last) => {
  expect(printed(count).at(-1)).toBe(last);
  expect(printed(count)).toHaveLength(Math.min(count, 21));
});
