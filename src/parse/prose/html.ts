/** Reads descriptions in HTML, the form in service models, into a syntax tree. */
import type { Prose } from '../../model/index.ts';
import { proseOf } from './hast-prose.ts';
import { parseHtmlTree } from './html-tree.ts';

/** Reads HTML into prose. Only text and elements of documentation are kept; of attributes, only `href`. */
export function parseHtmlProse(html: string): Prose {
  if (!html.includes('<') && !html.includes('&'))
    return html.trim() === ''
      ? []
      : [{ type: 'paragraph', children: [{ type: 'text', value: html.replace(/\s+/g, ' ').trim() }] }];
  const tree = parseHtmlTree(html);
  // HTML that cannot be read is shown unchanged, as text.
  return tree === null ? [{ type: 'code', value: html }] : proseOf(tree);
}
