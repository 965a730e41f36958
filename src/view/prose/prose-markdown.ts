/** Descriptions as Markdown. */

import type { Nodes } from 'mdast';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import type { Prose } from '../../model/index.ts';
import { type Memory, topic } from '../site/memory.ts';
import { writeText } from './plain-text.ts';
import { isWebAddress } from './prose-html.ts';
import { proseTree } from './prose-tree.ts';

type Handle = NonNullable<NonNullable<Options['handlers']>['link']>;

/**
 * The Markdown of a description. A note becomes a quotation that begins with its kind; a table has one line for each
 * row.
 */
export function proseMarkdown(prose: Prose | null | undefined): string {
  if (prose === null || prose === undefined) return '';
  return pipeline.stringify(proseTree(prose)).trimEnd();
}

/**
 * The Markdown of a description, kept as long as the description: many operations of a service have the same fields.
 */
export function rememberedMarkdown(memory: Memory, prose: Prose | null | undefined): string {
  return prose === null || prose === undefined ? '' : memory.remember(written, prose, () => proseMarkdown(prose));
}

const written = topic<Prose, string>();

const handlers: Record<string, Handle> = {
  text: writeText,
  note(node: { readonly kind: string; readonly children: readonly Nodes[] }, parent, state, info) {
    const label = `${node.kind.slice(0, 1).toUpperCase()}${node.kind.slice(1)}`;
    const first: Nodes = {
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ type: 'text', value: label }] }],
    };
    // Block nodes of our tree are also block nodes of mdast.
    const quote = { type: 'blockquote', children: [first, ...node.children] } as Nodes;
    return state.handle(quote, parent, state, info);
  },
  table: (node: { readonly children: readonly Nodes[] }, _parent, state, info) =>
    node.children.map((row) => state.handle(row, undefined, state, info)).join('\n'),
  tableRow: (node: { readonly children: readonly Nodes[] }, _parent, state, info) =>
    node.children.map((cell) => state.handle(cell, undefined, state, info)).join(' | '),
  tableCell: (node, _parent, state, info) => state.containerPhrasing(node, { ...info, before: '|', after: '|' }),
  link: (node: { readonly url: string; readonly children: readonly Nodes[] }, _parent, state, info) => {
    const leave = state.enter('label');
    // Link nodes of our tree are also link nodes of mdast.
    const label = state.containerPhrasing(node as never, { ...info, before: '[', after: ']' });
    leave();
    return isWebAddress(node.url) ? `[${label}](${encodeURI(decodeSafely(node.url)).replace(/[()]/g, '\\$&')})` : label;
  },
  // HTML from outside is printed as text, never as HTML.
  html: (node: { readonly value: string }, parent, state, info) =>
    state.handle({ type: 'text', value: node.value }, parent, state, info),
};

const pipeline = unified().use(remarkStringify, { bullet: '-', rule: '-', handlers }).freeze();

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
