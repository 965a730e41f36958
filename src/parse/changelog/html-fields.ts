/** Described fields in the HTML of a changelog page: docutils' field list for parameters, nested lists inside. */
import type { Element, ElementContent } from 'hast';
import type { Block, Inline } from '../../model/index.ts';
import type { DocumentedField } from '../build/documented-field.ts';
import { writtenType } from '../build/documented-types.ts';
import { withoutMark } from '../build/text-fields.ts';
import { type Messages, quote } from '../messages.ts';
import { claim, hastText, hasWords, proseOf } from '../prose/hast-prose.ts';
import { type HtmlAccount, pointOf } from './html-account.ts';

/** Fields below this depth are not read. */
const deepest = 200;

export interface FieldList {
  readonly parameters: DocumentedField[];
  /** The result of the operation: null for `None`, undefined if the page does not state it. */
  readonly returns: Element | null | undefined;
}

/** Reads `<dl class="field-list">`. A description is claimed together with its term. */
export function parseFieldList(list: Element, messages: Messages, account: HtmlAccount): FieldList {
  const parameters: DocumentedField[] = [];
  let returns: Element | null | undefined;
  let term: Element | undefined;
  let typed: { readonly name: string; readonly term: Element; readonly element: Element } | undefined;
  for (const child of list.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'dt') {
      term = child;
      continue;
    }
    const words = term === undefined ? '' : hastText(term).replace(/\s+/g, ' ').trim().replace(/:$/, '');
    const [kind, name, more] = words.split(' ', 3);
    if (term === undefined || more !== undefined) continue;
    if (kind === 'type' && name !== undefined) typed = { name, term, element: child };
    else if (kind === 'param' && name !== undefined) {
      let type = '';
      if (typed?.name === name) {
        type = hastText(typed.element).trim();
        claim(typed.term);
        claim(typed.element);
      }
      claim(term);
      parameters.push(fieldOf(child, { name, type }, 0));
      typed = undefined;
    } else if (kind === 'returns' && name === undefined && returns === undefined) {
      returns = isNone(child) ? null : child;
      account.skip('section-heading', term);
      if (returns === null) claim(child);
    } else if (kind === 'rtype' && /^\s*(?:\w+\s*)?$/.test(hastText(child))) {
      claim(term);
      account.skip('return-type', child);
    } else if (kind !== 'rtype' && kind !== 'returns') {
      claim(term);
      messages.add('unexpected-text', quote(words), pointOf(term), '`type`, `param`, `rtype` or `returns`');
    }
    term = undefined;
  }
  return { parameters, returns };
}

/** Whether all that is said is `None`. Other descriptions are most of a page: their start is enough. */
function isNone(description: Element): boolean {
  return hastText(description, 1_000).trim() === 'None';
}

/** Reads the list under “Response Structure”: one field, which is the response itself. */
export function parseStructureList(list: Element): DocumentedField | undefined {
  for (const item of itemsOf(list)) {
    const field = itemField(item, 0);
    if (field !== undefined) return field;
  }
  return undefined;
}

/**
 * `first` is the text after the name, in the paragraph that names the field; absent if the field has no such paragraph.
 */
function fieldOf(
  element: Element,
  { name, type }: { readonly name: string; readonly type: string },
  depth: number,
  first?: { readonly blocks: readonly Block[]; readonly paragraph: Element },
): DocumentedField {
  const children: DocumentedField[] = [];
  const prose: ElementContent[] = [];
  for (const child of element.children) {
    if (child === first?.paragraph) continue;
    const fields =
      child.type === 'element' && child.tagName === 'ul' && depth < deepest ? fieldsOf(child, depth + 1) : undefined;
    if (fields === undefined) prose.push(child);
    else for (const field of fields) children.push(field);
  }
  const blocks = first === undefined ? proseOf(prose) : first.blocks.concat(proseOf(prose));
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

/** The fields of a list; undefined if one item is not a field, because then it is another kind of list. */
function fieldsOf(list: Element, depth: number): DocumentedField[] | undefined {
  const fields: DocumentedField[] = [];
  for (const item of itemsOf(list)) {
    const field = itemField(item, depth);
    if (field === undefined) return undefined;
    fields.push(field);
  }
  return fields.length === 0 ? undefined : fields;
}

/**
 * `<p><strong>Name</strong> <em>(string) --</em> <strong>[REQUIRED]</strong> words</p>`; undefined if an item is not a
 * field.
 */
function itemField(item: Element, depth: number): DocumentedField | undefined {
  const paragraph = item.children.find((child): child is Element => child.type === 'element');
  if (paragraph?.tagName !== 'p') return undefined;
  const nodes = paragraph.children.filter((child) => child.type !== 'text' || hasWords(child));
  const [first] = nodes;
  const name = first?.type === 'element' && first.tagName === 'strong' ? hastText(first) : '';
  const typed = typeIn(nodes, name === '' ? 0 : 1);
  if (typed === undefined || writtenType(typed.type) === undefined) return undefined;
  for (const node of nodes.slice(0, typed.behind)) claim(node);
  const blocks = typed.rest.length === 0 ? [] : proseOf(typed.rest);
  return fieldOf(item, { name, type: typed.type }, depth, { blocks, paragraph });
}

/** `<em>(string) --</em>`; a type that was a role has no emphasis and may have several nodes. */
function typeIn(
  nodes: readonly ElementContent[],
  from: number,
): { readonly type: string; readonly rest: readonly ElementContent[]; readonly behind: number } | undefined {
  let text = '';
  for (let index = from; index < nodes.length && index < from + 4; index++) {
    const node = nodes[index] as ElementContent;
    text += hastText(node);
    const found = /^\s*\(([^)]+)\)\s*--\s*/.exec(text);
    if (found === null) continue;
    const left = text.slice(found[0].length);
    const rest = nodes.slice(index + 1);
    const behind = index + 1;
    return { type: found[1] as string, rest: left === '' ? rest : [{ type: 'text', value: left }, ...rest], behind };
  }
  return undefined;
}

function itemsOf(list: Element): Element[] {
  return list.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'li');
}

/** `[REQUIRED]` is strong on the page, and is a paragraph or the start of one. */
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
