/** Descriptions as words and links, so that two of them can be held against each other without their markup. */
import type { Block, Inline, ListItem, Prose, TableCell, TableRow } from '../../model/index.ts';

/** Reads a description. What is given by the caller may read the HTML that models carry; the plain one drops its tags. */
export interface ProseReader {
  /** The words, with single blanks between them. */
  words(prose: Prose): string;
  /** The addresses of its links, in their order. */
  links(prose: Prose): readonly string[];
}

type Node = Block | Inline | ListItem | TableRow | TableCell;

/**
 * A reader of syntax trees. `read` turns HTML that nobody has read yet into a tree; `wordsOf` may know the words without
 * one, and gives undefined where it does not.
 */
export function proseReader(
  read: (prose: Prose) => Prose = (prose) => prose,
  wordsOf: (prose: Prose) => string | undefined = () => undefined,
): ProseReader {
  // Several rules ask about each description, and reading HTML is what costs.
  const known = new WeakMap<Prose, string>();
  return {
    words(prose) {
      let words = known.get(prose);
      if (words === undefined) {
        words = wordsOf(prose) ?? read(prose).map(nodeWords).join(' ').replace(/\s+/g, ' ').trim();
        known.set(prose, words);
      }
      return words;
    },
    links(prose) {
      const links: string[] = [];
      for (const block of read(prose)) collectLinks(block, links);
      return links;
    },
  };
}

/** Whether two descriptions are the same without being read: neither is there, or both are the same HTML. */
export function surelySame(before: Prose | undefined, after: Prose | undefined): boolean {
  if (before === after) return true;
  const [old, now] = [unread(before), unread(after)];
  return old !== undefined && old === now;
}

/** Whether two descriptions in unread HTML link alike: what their `<a …>` say is the same, letter by letter. */
export function surelySameLinks(before: Prose | undefined, after: Prose | undefined): boolean {
  const [old, now] = [unread(before), unread(after)];
  const links = (html: string) => html.match(/<a\s[^>]*>/g)?.join('') ?? '';
  return old !== undefined && now !== undefined && links(old) === links(now);
}

/** The HTML of a description that nobody has read yet. */
function unread(prose: Prose | undefined): string | undefined {
  const block = prose?.[0];
  return prose?.length === 1 && block?.type === 'html' ? block.value : undefined;
}

function nodeWords(node: Node): string {
  if (node.type === 'html') return node.value.replace(/<[^>]*>/g, ' ');
  if ('value' in node) return node.value;
  if (node.type === 'break') return ' ';
  const apart = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || isInline(node);
  // The children of every node are nodes; the union of their lists is no list of the union.
  return (node.children as readonly Node[]).map(nodeWords).join(apart ? '' : ' ');
}

function isInline({ type }: Node): boolean {
  return type === 'emphasis' || type === 'strong' || type === 'link';
}

function collectLinks(node: Node, links: string[]): void {
  if (node.type === 'html') for (const [, url = ''] of node.value.matchAll(/href="([^"]*)"/g)) links.push(url);
  if (node.type === 'link') links.push(node.url);
  // As above: children are nodes.
  if ('children' in node) for (const child of node.children as readonly Node[]) collectLinks(child, links);
}
