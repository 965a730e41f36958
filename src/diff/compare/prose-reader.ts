/** Descriptions as words and links, so that two of them can be compared without their markup. */
import type { Block, Inline, ListItem, Prose, TableCell, TableRow } from '../../model/index.ts';

/** Reads a description. A caller's own reader may parse the HTML of models; the default one drops its tags. */
export interface ProseReader {
  /** The words, with single blanks between them. */
  words(prose: Prose): string;
  /** The addresses of its links, in their order. */
  links(prose: Prose): readonly string[];
}

type Node = Block | Inline | ListItem | TableRow | TableCell;

/**
 * A reader of syntax trees. `read` parses HTML into a tree; `wordsOf` may know the words without a tree, and otherwise
 * gives undefined.
 */
export function proseReader(
  read: (prose: Prose) => Prose = (prose) => prose,
  wordsOf: (prose: Prose) => string | undefined = () => undefined,
): ProseReader {
  // Several rules need each description, and parsing HTML is expensive.
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

/** Whether two descriptions are equal without parsing: both are missing, or both are the same HTML. */
export function surelySame(before: Prose | undefined, after: Prose | undefined): boolean {
  if (before === after) return true;
  const [old, now] = [unread(before), unread(after)];
  return old !== undefined && old === now;
}

/** Whether two descriptions in unparsed HTML have the same links: the text inside their `<a …>` is equal. */
export function surelySameLinks(before: Prose | undefined, after: Prose | undefined): boolean {
  const [old, now] = [unread(before), unread(after)];
  const links = (html: string) => html.match(/<a\s[^>]*>/g)?.join('') ?? '';
  return old !== undefined && now !== undefined && links(old) === links(now);
}

/** The unparsed HTML of a description. */
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
  // As above: all children are nodes.
  if ('children' in node) for (const child of node.children as readonly Node[]) collectLinks(child, links);
}
