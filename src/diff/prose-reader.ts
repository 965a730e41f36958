/** Descriptions as words and links, so that two of them can be held against each other without their markup. */
import type { Block, Inline, ListItem, Prose, TableCell, TableRow } from '../model/index.ts';

/** Reads a description. What is given by the caller may read the HTML that models carry; the plain one drops its tags. */
export interface ProseReader {
  /** The words, with single blanks between them. */
  words(prose: Prose): string;
  /** The addresses of its links, in their order. */
  links(prose: Prose): readonly string[];
}

type Node = Block | Inline | ListItem | TableRow | TableCell;

/** A reader of syntax trees. `read` turns HTML that nobody has read yet into a tree. */
export function proseReader(read: (prose: Prose) => Prose = (prose) => prose): ProseReader {
  // Several rules ask about each description, and reading HTML is what costs.
  const known = new WeakMap<Prose, { readonly words: string; readonly links: readonly string[] }>();
  const readOnce = (prose: Prose) => {
    let once = known.get(prose);
    if (once === undefined) {
      const blocks = read(prose);
      const links: string[] = [];
      for (const block of blocks) collectLinks(block, links);
      once = { words: blocks.map(textOf).join(' ').replace(/\s+/g, ' ').trim(), links };
      known.set(prose, once);
    }
    return once;
  };
  return { words: (prose) => readOnce(prose).words, links: (prose) => readOnce(prose).links };
}

/** Whether two descriptions are the same without being read: neither is there, or both are the same HTML. */
export function surelySame(before: Prose | undefined, after: Prose | undefined): boolean {
  if (before === after) return true;
  const [old, now] = [before?.[0], after?.[0]];
  if (before?.length !== 1 || after?.length !== 1 || old?.type !== 'html' || now?.type !== 'html') return false;
  return old.value === now.value;
}

function textOf(node: Node): string {
  if (node.type === 'html') return node.value.replace(/<[^>]*>/g, ' ');
  if ('value' in node) return node.value;
  if (node.type === 'break') return ' ';
  const apart = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || isInline(node);
  return (node.children as readonly Node[]).map(textOf).join(apart ? '' : ' ');
}

function isInline({ type }: Node): boolean {
  return type === 'emphasis' || type === 'strong' || type === 'link';
}

function collectLinks(node: Node, links: string[]): void {
  if (node.type === 'html') for (const [, url = ''] of node.value.matchAll(/href="([^"]*)"/g)) links.push(url);
  if (node.type === 'link') links.push(node.url);
  if ('children' in node) for (const child of node.children as readonly Node[]) collectLinks(child, links);
}
