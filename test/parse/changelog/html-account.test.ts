/** The account of a page: no text is left out of it, wherever it stands. */
import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { HtmlAccount } from '../../../src/parse/changelog/html-account.ts';
import { Messages } from '../../../src/parse/messages.ts';

test('every text that nobody took is a message, in the order of the page', () => {
  const word = (value: string) => ({ type: 'text' as const, value });
  const messages = new Messages('page.html');
  const tree: Root = {
    type: 'root',
    children: [
      word('first'),
      { type: 'element', tagName: 'p', properties: {}, children: [word('alone')] },
      { type: 'element', tagName: 'p', properties: {}, children: [word('one'), word(' \n'), word('two')] },
      word('last'),
    ],
  };
  new HtmlAccount().close(tree, messages);
  expect(messages.list.map(({ reason }) => /first|alone|one|two|last/.exec(reason)?.[0])).toEqual([
    ...['first', 'alone', 'one', 'two', 'last'],
  ]);
});
