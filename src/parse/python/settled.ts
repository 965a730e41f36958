/** What is certain of a syntax that breaks off: a value at the break may be the beginning of one of another type. */
import type { EntryNode, SyntaxNode } from './syntax-tree.ts';

/** A text, the offset at which it breaks off, and the offset that the nodes have for its first character. */
interface Broken {
  readonly text: string;
  readonly end: number;
  readonly from: number;
}

/**
 * The syntax without the values at its end whose types are open: `123` may be the beginning of `123.0`, `True` of
 * `True|False`, and `{` of a structure or of a map. Null if nothing is certain. The offsets of nodes count from `from`.
 */
export function settled(node: SyntaxNode | null, text: string, end: number, from = 0): SyntaxNode | null {
  let behind = end;
  while (behind > 0 && /\s/.test(text[behind - 1] as string)) behind--;
  return node === null ? null : certain(node, { text, end: behind + from, from });
}

function certain(node: SyntaxNode, broken: Broken): SyntaxNode | null {
  if (node.end < broken.end) return node;
  switch (node.type) {
    case 'string':
      return node;
    case 'alternatives':
      return isCertain(node.options) ? node : null;
    case 'call':
      return { ...node, entries: entriesOf(node.entries, broken), values: valuesOf(node.values, broken) };
    case 'list': {
      if (isClosed(node, node.items, broken)) return node;
      const items = valuesOf(node.items, broken);
      return items.length === 0 ? null : { ...node, items };
    }
    case 'dict': {
      // More may follow `{...}`: then it is a document.
      if (isClosed(node, [...node.entries, ...node.values], broken))
        return node.values[0]?.type === 'ellipsis' ? null : node;
      const entries = entriesOf(node.entries, broken);
      const [only] = entries;
      // Of a map, the value tells the type; a name without its value may be a key of one.
      const isOpen = only === undefined || (entries.length === 1 && only.key === 'string' && only.value === null);
      return isOpen ? null : { ...node, entries, values: [] };
    }
    default:
      return null;
  }
}

/** Whether the options that are there decide the type: those of an enumeration, or of a document. */
function isCertain(options: readonly SyntaxNode[]): boolean {
  const types = new Set(options.map(({ type }) => type));
  return (types.size === 1 && types.has('string')) || (types.has('dict') && types.has('list'));
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** Whether the bracket at the end of the text is the node's own, and not that of its last part. */
function isClosed(node: SyntaxNode, parts: readonly { readonly end: number }[], { text, end, from }: Broken): boolean {
  return text[end - 1 - from] === closing[text[node.start - from] ?? ''] && (parts.at(-1)?.end ?? 0) < end;
}

function entriesOf(entries: readonly EntryNode[], broken: Broken): EntryNode[] {
  return entries.map((entry) => (entry.value === null ? entry : { ...entry, value: certain(entry.value, broken) }));
}

function valuesOf(values: readonly SyntaxNode[], broken: Broken): SyntaxNode[] {
  return values.flatMap((value) => certain(value, broken) ?? []);
}
