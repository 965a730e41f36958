/** Text of which Markdown could take nothing for a sign is written as it is: most texts are like that, and to ask for each of 60 signs costs. */
import { defaultHandlers } from 'mdast-util-to-markdown';
import type { Options } from 'remark-stringify';

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>;

/** What is no sign anywhere behind a letter or a blank, as long as the line does not end (`mdast-util-to-markdown`, `unsafe.js`). */
const plain = /^[A-Za-z ][A-Za-z0-9 ,;:.()/%$?'"-]*$/;

/** Writes a text; equal to what `mdast-util-to-markdown` writes. */
export const writeText: Handle = (node: { readonly value: string }, parent, state, info) => {
  const { value } = node;
  const isPlain =
    plain.test(value) &&
    // Blanks at the beginning or the end of a line are another thing.
    !(value.startsWith(' ') && isLineEnd(info.before)) &&
    !(value.endsWith(' ') && isLineEnd(info.after));
  // Our trees have every node of mdast that this one prints.
  return isPlain ? value : defaultHandlers.text(node as never, parent, state, info);
};

function isLineEnd(character: string): boolean {
  return character === '' || character === '\n' || character === '\r';
}
