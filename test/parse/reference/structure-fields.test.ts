/** The fields of a response structure: also where they begin on its first line. */
import { expect, test } from 'vitest';
import { Ledger, linesOf } from '../../../src/parse/lines.ts';
import { Messages } from '../../../src/parse/messages.ts';
import { parseStructure } from '../../../src/parse/reference/rst-fields.ts';

function namesIn(text: string): readonly string[] {
  const lines = linesOf(text);
  const part = { lines, ledger: new Ledger(lines), messages: new Messages('a.rst'), first: 0, end: lines.count };
  return parseStructure(part, 0).map(({ name }) => name);
}
const fields = '- **Leaf** *(string) --*\n\n  The leaf.\n\n- **Cup** *(string) --*\n';

test('with and without a blank line before the first', () => {
  expect(namesIn(`\n${fields}`)).toEqual(['Leaf', 'Cup']);
  expect(namesIn(fields)).toEqual(['Leaf', 'Cup']);
});
