/** Descriptions written in HTML, as service models carry them, read into a syntax tree. */
import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Prose } from '../../model/index.ts';
import { proseOf } from './hast-prose.ts';

const processor = unified().use(rehypeParse, { fragment: true }).freeze();

/** Reads HTML into prose. Only text and the elements of documentation get through; attributes other than `href` do not. */
export function parseHtmlProse(html: string): Prose {
  if (!html.includes('<') && !html.includes('&'))
    return html.trim() === ''
      ? []
      : [{ type: 'paragraph', children: [{ type: 'text', value: html.replace(/\s+/g, ' ').trim() }] }];
  const tree: Root = processor.parse(html);
  return proseOf(tree);
}
