/** Descriptions as plain text, for titles, summaries and terminals. */
import type { Block, Inline, ListItem, Prose, TableCell, TableRow } from '../../model/index.ts';

/** The text of a description, one line for each block. */
export function proseText(prose: Prose | null | undefined): string {
  return (prose ?? []).map(nodeText).filter(Boolean).join('\n');
}

/** The beginning of a description on one line, cut at the end of a sentence or a word. */
export function proseSummary(prose: Prose | null | undefined, limit = 160): string {
  // A blank before a comma is what a link without words leaves behind.
  const text = proseText(prose)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:!?](?: |$))/g, '')
    .trim();
  const sentence = text.match(/^.*?[.!?](?=\s+[A-Z]|$)/)?.[0] ?? text;
  if (sentence.length <= limit) return sentence;
  // Cut by whole characters, because half of a surrogate pair is not valid text.
  const cut = [...sentence].slice(0, limit).join('');
  const end = cut.lastIndexOf(' ');
  return `${(end > cut.length / 2 ? cut.slice(0, end) : cut).replace(/[,;:]$/, '')}…`;
}

/** A description without its leading titles: the page has its own title, and readers want the first sentence. */
export function withoutTitle(prose: Prose | null | undefined): Prose {
  const blocks = prose ?? [];
  const start = blocks.findIndex((block) => !isTitle(block));
  return start === -1 ? blocks : blocks.slice(start);
}

function isTitle(block: Block): boolean {
  if (block.type === 'heading') return true;
  const text = nodeText(block).trim();
  return block.type === 'paragraph' && text.length < 60 && !/[.!?:;]/.test(text);
}

type Node = Block | Inline | ListItem | TableRow | TableCell;

function nodeText(node: Node): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  const between = blockParents.has(node.type) ? '\n' : node.type === 'tableRow' ? '\t' : '';
  // TypeScript cannot join the lists of children of all node types; every child is a node.
  return (node.children as readonly Node[]).map(nodeText).join(between);
}

const blockParents = new Set<Node['type']>(['list', 'listItem', 'blockquote', 'note', 'table']);
