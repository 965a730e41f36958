/** Prose as one line of text with its marks, for tests to read: an own reading, not that of `view`. */
import type { Block, Inline, Prose } from '../src/model/index.ts';

/** Blocks are parted by ` / `. */
export function proseText(prose: Prose): string {
  return prose.map(blockText).join(' / ');
}

function blockText(block: Block): string {
  if (block.type === 'paragraph' || block.type === 'heading') return block.children.map(inlineText).join('');
  if (block.type === 'code') return `\`\`\`${block.lang ?? ''} ${block.value}\`\`\``;
  if (block.type === 'blockquote') return `> ${proseText(block.children)}`;
  if (block.type !== 'list') return block.type;
  return block.children.map((item) => `${block.ordered ? '1.' : '-'} ${proseText(item.children)}`).join(' / ');
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
