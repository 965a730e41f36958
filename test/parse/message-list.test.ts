/** The list of messages of a document: what each says, and that many of one kind are counted. */
import { expect, test } from 'vitest';
import { Messages, quote, timesOf } from '../../src/parse/messages.ts';

const at = (line: number) => ({ line, column: 2 });

test('a message has what was found, and what was expected, apart', () => {
  const messages = new Messages('tea.rst');
  messages.add('unexpected-text', '`x`', at(3), '`y`');
  const [message] = messages.list;
  expect(message).toMatchObject({ actual: '`x`', line: 3, column: 2, ruleId: 'unexpected-text', file: 'tea.rst' });
  expect(message?.expected).toEqual(['`y`']);
  expect(message?.reason).toBe('Unexpected `x`, expected `y`');
});

test('a quoted line has at most sixty signs', () => {
  expect(quote('x'.repeat(60))).toBe(`\`${'x'.repeat(60)}\``);
  expect(quote('x'.repeat(61))).toBe(`\`${'x'.repeat(59)}…\``);
});

test('of one kind as many are kept as are allowed, and the others are one more message', () => {
  const told = (count: number) => {
    const messages = new Messages('tea.rst', 2);
    for (let line = 1; line <= count; line++) messages.add('unexpected-text', `\`${line}\``, at(line));
    messages.add('unexpected-end', '`x`', at(9));
    const list = messages.finish().filter(({ ruleId }) => ruleId === 'unexpected-text');
    return [list.length, list.reduce((sum, message) => sum + timesOf(message), 0), messages.said];
  };
  expect(told(2)).toEqual([2, 2, 3]);
  expect(told(3)).toEqual([3, 3, 4]);
  expect(told(9)).toEqual([3, 9, 10]);
});
