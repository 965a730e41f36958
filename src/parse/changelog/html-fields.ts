/** Described fields in the HTML of a changelog page: docutils' field list for parameters, nested lists inside. */
import type { Element, ElementContent } from 'hast';
import type { Block, Inline } from '../../model/index.ts';
import type { DocumentedField } from '../build/documented-field.ts';
import { writtenType } from '../build/documented-types.ts';
import { withoutMark } from '../build/text-fields.ts';
import { type Messages, quote } from '../messages.ts';
import { proseOf, textOf } from '../prose/hast-prose.ts';

/** Deeper than this no field is looked for. */
const deepest = 200;

export interface FieldList {
  readonly parameters: DocumentedField[];
  /** What is returned: null for `None`, undefined where nothing is said. */
  readonly returns: Element | null | undefined;
}

/** Reads `<dl class="field-list">`. */
export function parseFieldList(list: Element, messages: Messages): FieldList {
  const parameters: DocumentedField[] = [];
  let returns: Element | null | undefined;
  let term = '';
  let type = '';
  for (const child of list.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'dt') {
      term = textOf(child).replace(/\s+/g, ' ').trim().replace(/:$/, '');
      continue;
    }
    const [kind, name] = term.split(' ') as [string, string | undefined];
    if (kind === 'type') type = textOf(child).trim();
    else if (kind === 'param' && name !== undefined) {
      parameters.push(fieldOf(child, name, type, messages, 0));
      type = '';
    } else if (kind === 'returns') returns = isNone(child) ? null : child;
    else if (kind !== 'rtype')
      messages.add(
        'unexpected-text',
        quote(term),
        { line: child.position?.start.line ?? 1, column: 1 },
        '`type`, `param`, `rtype` or `returns`',
      );
  }
  return { parameters, returns };
}

/** `None`: more than a paragraph is something. */
function isNone(description: Element): boolean {
  const elements = description.children.filter((child) => child.type === 'element');
  return elements.length < 2 && textOf(description).trim() === 'None';
}

/** Reads the list under “Response Structure”. */
export function parseStructureList(list: Element, messages: Messages): DocumentedField[] {
  return itemsOf(list).flatMap((item) => itemField(item, messages, 0) ?? []);
}

function fieldOf(
  element: Element,
  name: string,
  type: string,
  messages: Messages,
  depth: number,
  first?: readonly Block[],
): DocumentedField {
  const children: DocumentedField[] = [];
  const prose: ElementContent[] = [];
  for (const child of element.children) {
    const fields =
      child.type === 'element' && child.tagName === 'ul' && depth < deepest
        ? itemsOf(child).map((item) => itemField(item, messages, depth + 1))
        : [];
    if (fields.length > 0 && fields.every((field) => field !== undefined))
      children.push(...(fields as DocumentedField[]));
    else prose.push(child);
  }
  const blocks = [...(first ?? []), ...proseOf(prose.slice(first === undefined ? 0 : afterFirst(prose)))];
  const read = withoutMark(unwrapMark(blocks));
  return {
    name,
    type,
    required: read.required,
    documentation: read.blocks,
    children,
    line: element.position?.start.line ?? 1,
    column: element.position?.start.column ?? 1,
  };
}

/** `<p><strong>Name</strong> <em>(string) --</em> <strong>[REQUIRED]</strong> words</p>`; undefined where an item is no field's. */
function itemField(item: Element, messages: Messages, depth: number): DocumentedField | undefined {
  const paragraph = item.children.find((child): child is Element => child.type === 'element');
  if (paragraph?.tagName !== 'p') return undefined;
  const nodes = paragraph.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  const [first] = nodes;
  const name = first?.type === 'element' && first.tagName === 'strong' ? textOf(first) : '';
  const typed = typeIn(nodes.slice(name === '' ? 0 : 1));
  if (typed === undefined || writtenType(typed.type) === undefined) return undefined;
  const { rest } = typed;
  const block: Block[] = rest.length === 0 ? [] : proseOf(rest);
  return fieldOf(item, name, typed.type, messages, depth, block);
}

/** `<em>(string) --</em>`; a type that was a role has no emphasis around it and may be several nodes. */
function typeIn(
  nodes: readonly ElementContent[],
): { readonly type: string; readonly rest: readonly ElementContent[] } | undefined {
  let text = '';
  for (const [index, node] of nodes.slice(0, 4).entries()) {
    text += node.type === 'element' ? textOf(node) : node.type === 'text' ? node.value : '';
    const found = /^\s*\(([^)]+)\)\s*--\s*/.exec(text);
    if (found === null) continue;
    const left = text.slice(found[0].length);
    const rest = nodes.slice(index + 1);
    return { type: found[1] as string, rest: left === '' ? rest : [{ type: 'text', value: left }, ...rest] };
  }
  return undefined;
}

function itemsOf(list: Element): Element[] {
  return list.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'li');
}

/** How many nodes stand before and with the paragraph that names the field. */
function afterFirst(nodes: readonly ElementContent[]): number {
  return nodes.findIndex((node) => node.type === 'element' && node.tagName === 'p') + 1;
}

/** `[REQUIRED]` is strong on the page, and its own paragraph or the start of one. */
function unwrapMark(blocks: readonly Block[]): readonly Block[] {
  const first = blocks[0];
  if (first?.type !== 'paragraph') return blocks;
  const strong = first.children[0];
  if (strong?.type !== 'strong') return blocks;
  const children: Inline[] = [...strong.children, ...first.children.slice(1)];
  const text = children[0];
  return text?.type === 'text' && text.value.startsWith('[REQUIRED]')
    ? [{ type: 'paragraph', children }, ...blocks.slice(1)]
    : blocks;
}
