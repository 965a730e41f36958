/** Descriptions written in HTML, as service models carry them, read into a syntax tree. */
import type { Prose } from '../../model/index.ts';
import { proseOf } from './hast-prose.ts';
import { parseHtmlTree } from './html-tree.ts';

/** Reads HTML into prose. Only text and the elements of documentation get through; attributes other than `href` do not. */
export function parseHtmlProse(html: string): Prose {
  if (!html.includes('<') && !html.includes('&'))
    return html.trim() === ''
      ? []
      : [{ type: 'paragraph', children: [{ type: 'text', value: html.replace(/\s+/g, ' ').trim() }] }];
  const tree = parseHtmlTree(html);
  // What cannot be read as HTML is shown as it is written: as text.
  return tree === null ? [{ type: 'code', value: html }] : proseOf(tree);
}
