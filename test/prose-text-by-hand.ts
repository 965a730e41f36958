/** Prose as one line of text with its marks, for tests to read: an own reading, not that of `view`. */
import type { Block, Inline, Prose, TableRow } from '../src/model/index.ts';

/** Blocks are parted by ` / `. */
export function proseText(prose: Prose): string {
  return prose.map(blockText).join(' / ');
}

function blockText(block: Block): string {
  if (block.type === 'paragraph') return block.children.map(inlineText).join('');
  if (block.type === 'heading') return `${'#'.repeat(block.depth)} ${block.children.map(inlineText).join('')}`;
  if (block.type === 'code') return `\`\`\`${block.lang ?? ''} ${block.value}\`\`\``;
  if (block.type === 'blockquote') return `> (${proseText(block.children)})`;
  if (block.type === 'note') return `${block.kind.toUpperCase()}(${proseText(block.children)})`;
  if (block.type === 'table') return block.children.map(rowText).join(' ');
  if (block.type !== 'list') return block.type;
  return block.children.map((item) => `${block.ordered ? '1.' : '-'} (${proseText(item.children)})`).join(' ');
}

function rowText({ children }: TableRow): string {
  return `|${children.map((cell) => cell.children.map(inlineText).join('')).join('|')}|`;
}

function inlineText(inline: Inline): string {
  if (inline.type === 'text') return inline.value;
  if (inline.type === 'inlineCode') return `\`${inline.value}\``;
  if (inline.type === 'break') return '⏎';
  const inner = 'children' in inline ? inline.children.map(inlineText).join('') : '';
  if (inline.type === 'emphasis') return `*${inner}*`;
  if (inline.type === 'strong') return `**${inner}**`;
  return `[${inner}](${inline.url})`;
}
