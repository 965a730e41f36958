/**
 * Writes text without Markdown punctuation unchanged. Most text is like that, and checking it for each of 60 special
 * characters is slow.
 */
import { defaultHandlers } from 'mdast-util-to-markdown';
import type { Options } from 'remark-stringify';

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>;

/** Characters that have no meaning in Markdown after a letter or a space (`mdast-util-to-markdown`, `unsafe.js`). */
const plain = /^[A-Za-z ][A-Za-z0-9 ,;:.()/%$?'"-]*$/;

/** Writes a text. The result equals that of `mdast-util-to-markdown`. */
export const writeText: Handle = (node: { readonly value: string }, parent, state, info) => {
  const { value } = node;
  const isPlain =
    plain.test(value) &&
    // Spaces at the start or end of a line need escapes.
    !(value.startsWith(' ') && isLineEnd(info.before)) &&
    !(value.endsWith(' ') && isLineEnd(info.after));
  // Every node of our trees that is printed here is also a node of mdast.
  return isPlain ? value : defaultHandlers.text(node as never, parent, state, info);
};

function isLineEnd(character: string): boolean {
  return character === '' || character === '\n' || character === '\r';
}
