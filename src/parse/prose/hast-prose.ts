/**
 * Reads descriptions from an HTML tree: elements of API documentation keep their form, and others keep only their text.
 */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { append, type Block, type Inline, type ListItem, type Note, type TableRow } from '../../model/index.ts';

type Content = RootContent | ElementContent;

const blockNames = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'pre',
  'div',
  'section',
  'blockquote',
  'note',
  'important',
  'caution',
  'warning',
  'table',
  'dl',
  'dt',
  'dd',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'fullname',
  'title',
  'aside',
  'article',
  'br',
]);
const notes: Readonly<Record<string, Note['kind']>> = {
  note: 'note',
  important: 'important',
  caution: 'caution',
  warning: 'warning',
  aside: 'note',
};
/** The content of these elements is not text of the description. */
export const silent = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript']);
/** Below this depth, elements are read as text. */
const deepest = 100;

/** The mark of a text node whose text is also in the model. */
const claimed = {};

/** The blocks of a tree's content. All their text is claimed; the white space between blocks is no paragraph. */
export function proseOf(nodes: Root | readonly Content[], depth = 0): Block[] {
  const children = 'type' in nodes ? nodes.children : nodes;
  const blocks: Block[] = [];
  let run: Content[] = [];
  for (const node of children) {
    if (node.type === 'element' && blockNames.has(node.tagName) && depth < deepest) {
      if (run.length > 0) {
        pushParagraph(blocks, run, depth);
        run = [];
      }
      for (const block of blocksOf(node, depth + 1)) blocks.push(block);
    } else if (run.length > 0 || node.type !== 'text' || hasWords(node)) run.push(node);
  }
  pushParagraph(blocks, run, depth);
  return blocks;
}

function pushParagraph(blocks: Block[], nodes: readonly Content[], depth: number): void {
  const children = trimmed(inlinesOf(nodes, depth));
  if (children.length > 0) blocks.push({ type: 'paragraph', children });
}

/** The text of a tree, with its white space. Of a text longer than `enough`, at least so much of its start. */
export function hastText(node: Content | Root, enough = Number.POSITIVE_INFINITY): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const only = node.children[0];
  if (node.children.length === 1 && only?.type === 'text') return isSilent(node) ? '' : only.value;
  let out = '';
  eachText(node, (text) => {
    out += text.value;
    return out.length <= enough;
  });
  return out;
}

/** Marks all text of a tree as accounted for. */
export function claim(node: Content): void {
  eachText(node, (text) => {
    text.data = claimed;
    return true;
  });
}

/** Whether the text is accounted for: it is part of prose, or a caller claimed it. */
export function isClaimed(text: Text): boolean {
  return text.data === claimed;
}

/**
 * Whether a text is more than white space. This is asked of every text of a page; most begin with a line break and a
 * letter of ASCII, which are seen sooner than an expression starts.
 */
export function hasWords({ value }: Text): boolean {
  let at = 0;
  while (value.charCodeAt(at) === 32 || value.charCodeAt(at) === 10) at++;
  const code = value.charCodeAt(at);
  return (code > 32 && code < 128) || (at < value.length && /\S/.test(value));
}

/** Shows every text, until `see` wants no more. Not recursive: hostile input may nest without limit. */
function eachText(node: Content | Root, see: (text: Text) => boolean): void {
  const stack: (Content | Root)[] = [node];
  while (stack.length > 0) {
    const next = stack.pop() as Content | Root;
    if (next.type === 'text') {
      if (!see(next)) return;
    } else if ('children' in next && !isSilent(next)) {
      for (let at = next.children.length - 1; at >= 0; at--) stack.push(next.children[at] as Content);
    }
  }
}

function isSilent(node: Content | Root): boolean {
  return node.type === 'element' && silent.has(node.tagName);
}

/** Claims and returns the text of an element that becomes a value. */
function takenText(element: Element): string {
  claim(element);
  return hastText(element);
}

function blocksOf(element: Element, depth: number): Block[] {
  const { tagName: name } = element;
  if (name === 'p') return proseOf(element.children, depth);
  const note = notes[name];
  if (note !== undefined)
    return wrap(proseOf(element.children, depth), (children) => ({ type: 'note', kind: note, children }));
  if (name === 'ul' || name === 'ol') return listOf(element, depth);
  if (name === 'pre') return codeOf(element);
  if (name === 'table') return tableOf(element, depth);
  if (name === 'dl') return definitionsOf(element, depth);
  if (name === 'blockquote')
    return wrap(proseOf(element.children, depth), (children) => ({ type: 'blockquote', children }));
  if (/^h[1-6]$/.test(name) || name === 'title' || name === 'fullname') {
    const children = trimmed(inlinesOf(element.children, depth));
    // The expression has checked the digit.
    const level = /^h[1-6]$/.test(name) ? (Number(name[1]) as 1 | 2 | 3 | 4 | 5 | 6) : 4;
    return children.length === 0 ? [] : [{ type: 'heading', depth: level, children }];
  }
  return proseOf(element.children, depth);
}

function wrap(children: Block[], make: (children: Block[]) => Block): Block[] {
  return children.length === 0 ? [] : [make(children)];
}

function listOf(element: Element, depth: number): Block[] {
  const items: ListItem[] = [];
  for (const child of element.children) {
    const isItem = child.type === 'element' && child.tagName === 'li';
    const children = proseOf(isItem ? child.children : [child], depth);
    if (children.length === 0) continue;
    // A list directly inside a list belongs to the item before it.
    const last = items.at(-1);
    if (!isItem && last !== undefined)
      items[items.length - 1] = { type: 'listItem', children: [...last.children, ...children] };
    else items.push({ type: 'listItem', children });
  }
  return items.length === 0 ? [] : [{ type: 'list', ordered: element.tagName === 'ol', children: items }];
}

function codeOf(element: Element): Block[] {
  const value = takenText(element).replace(/^\n+/, '').trimEnd();
  return value === '' ? [] : [{ type: 'code', value }];
}

function definitionsOf(element: Element, depth: number): Block[] {
  const blocks: Block[] = [];
  for (const child of element.children) {
    if (child.type !== 'element') append(blocks, proseOf([child], depth));
    else if (child.tagName === 'dt') {
      const children = trimmed(inlinesOf(child.children, depth));
      if (children.length > 0) blocks.push({ type: 'paragraph', children: [{ type: 'strong', children }] });
    } else if (child.tagName === 'dd')
      append(
        blocks,
        wrap(proseOf(child.children, depth), (children) => ({ type: 'blockquote', children })),
      );
    else append(blocks, proseOf([child], depth));
  }
  return blocks;
}

function tableOf(element: Element, outside: number): Block[] {
  const rows: TableRow[] = [];
  const captions: Block[] = [];
  const visit = (nodes: readonly Content[], depth: number) => {
    for (const node of nodes) {
      if (node.type !== 'element' || depth > 4) continue;
      if (node.tagName === 'caption') {
        append(captions, proseOf(node.children, outside));
        continue;
      }
      if (node.tagName !== 'tr') {
        visit(node.children, depth + 1);
        continue;
      }
      const cells = node.children.filter(
        (cell): cell is Element => cell.type === 'element' && (cell.tagName === 'td' || cell.tagName === 'th'),
      );
      if (cells.length > 0)
        rows.push({
          type: 'tableRow',
          children: cells.map((cell) => ({ type: 'tableCell', children: trimmed(inlinesOf(cell.children, 0)) })),
        });
    }
  };
  visit(element.children, 0);
  return rows.length === 0 ? captions : [...captions, { type: 'table', children: rows }];
}

function inlinesOf(nodes: readonly Content[], depth: number): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    if (node.type === 'text') {
      node.data = claimed;
      pushText(inlines, node.value);
    } else if (node.type !== 'element' || silent.has(node.tagName)) continue;
    else if (depth >= deepest) pushText(inlines, takenText(node));
    else append(inlines, inlineOf(node, depth + 1));
  }
  return inlines;
}

function inlineOf(element: Element, depth: number): Inline[] {
  const { tagName: name } = element;
  if (name === 'br') return [{ type: 'break' }];
  if (
    name === 'code' ||
    name === 'tt' ||
    name === 'samp' ||
    name === 'kbd' ||
    (name === 'span' && hasClass(element, 'literal'))
  ) {
    const value = takenText(element).replace(/\s+/g, ' ').trim();
    return value === '' ? [] : [{ type: 'inlineCode', value }];
  }
  const children = inlinesOf(element.children, depth);
  if (children.length === 0) return [];
  if (name === 'a') {
    const url = element.properties.href;
    return typeof url === 'string' && url !== '' ? [{ type: 'link', url, children }] : children;
  }
  if (name === 'b' || name === 'strong') return [{ type: 'strong', children }];
  if (name === 'i' || name === 'em' || name === 'var') return [{ type: 'emphasis', children }];
  return children;
}

function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}

/** White space other than one single space. */
const unfolded = /[^\S ]| {2}/;

function pushText(inlines: Inline[], value: string): void {
  const text = unfolded.test(value) ? value.replace(/\s+/g, ' ') : value;
  const last = inlines.at(-1);
  if (last?.type === 'text') inlines[inlines.length - 1] = { type: 'text', value: last.value + text };
  else if (text !== '') inlines.push({ type: 'text', value: text });
}

/** The content without white space at both ends; line breaks there have no meaning either. */
function trimmed(inlines: Inline[]): Inline[] {
  let from = 0;
  let end = inlines.length;
  while (from < end && isBlank(inlines[from] as Inline)) from++;
  while (end > from && isBlank(inlines[end - 1] as Inline)) end--;
  const out = from === 0 && end === inlines.length ? inlines : inlines.slice(from, end);
  const first = out[0];
  if (first?.type === 'text') out[0] = { type: 'text', value: first.value.trimStart() };
  const last = out.at(-1);
  if (last?.type === 'text') out[out.length - 1] = { type: 'text', value: last.value.trimEnd() };
  return out;
}

function isBlank(inline: Inline): boolean {
  return inline.type === 'break' || (inline.type === 'text' && inline.value.trim() === '');
}
