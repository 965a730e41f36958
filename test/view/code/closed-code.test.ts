/** Tests that code which was cut is whole: brackets in names and texts open nothing. */
import { expect, test } from 'vitest';
import { closedCode } from '../../../src/view/code/closed-code.ts';

test.each([
  [
    ['client.brew(', "    Leaf='it\\'s (',", '    Deep={', "        'a]': ["],
    ['    ', '        ]', '    }', ')'],
  ],
  [
    ['{', '  "A": "{",', '  "B": [', '    "it\'s",'],
    ['', '  ]', '}'],
  ],
  [
    ['{', '  "A": [1, 2],'],
    ['', '}'],
  ],
])('%j', (lines, ends) => {
  const closed = closedCode(lines);
  expect(closed.slice(lines.length)).toEqual(ends.slice(1));
  expect(closed.slice(0, lines.length)).toEqual([...lines.slice(0, -1), lines.at(-1)?.replace(/,$/, '')]);
});

test('JSON that was cut after any line can be read', () => {
  const value = { A: { B: ['x', { C: '"}' }], D: {} }, E: [[1], ["it's"]], F: 'y' };
  const lines = JSON.stringify(value, null, 2).split('\n');
  for (let kept = 1; kept <= lines.length; kept++)
    expect(() => JSON.parse(closedCode(lines.slice(0, kept)).join('\n')), `${kept} lines`).not.toThrow();
});

test('a command ends with its last line', () => {
  expect(closedCode(['aws tea brew \\', "    --a '{' \\"])).toEqual(['aws tea brew \\', "    --a '{'"]);
});
