/** A changelog page as HTML: the page itself, as the program behind awsapichanges.com prints it. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Prose } from '../../model/index.ts';
import type { DocumentedField } from '../build/documented-field.ts';
import { sdkNameOf } from '../build/sdk-names.ts';
import type { Positions } from '../build/service-draft.ts';
import { type MessageId, type Messages, type Point, quote } from '../messages.ts';
import { proseOf, textOf } from '../prose/hast-prose.ts';
import { parseHtmlPageTree } from '../prose/html-tree.ts';
import { parseSyntax } from '../python/parse-syntax.ts';
import type { EntryNode, SyntaxNode } from '../python/syntax-tree.ts';
import { type Header, parseHeader } from './header.ts';
import { parseFieldList, parseStructureList } from './html-fields.ts';
import { type PageDelta, type PageOperation, readPage } from './page.ts';
import { isSeeAlso } from './structured.ts';
import type { ChangelogResult } from './text-page.ts';

const seeAlso = /\/WebAPI\/([^/"]+)\/([^/"#]+)$/;

/** Offsets that the shared reading gives back are turned into points of the page by the element they came from. */
interface Origin {
  readonly from: number;
  readonly at: Point;
}

/** Reads a page. */
export function parseHtmlPage(text: string, messages: Messages, positions?: Positions): ChangelogResult {
  const tree = parseHtmlPageTree(text);
  const reader = new HtmlPage(messages);
  if (tree === null)
    messages.add('nesting-too-deep', 'elements in elements', { line: 1, column: 1 }, 'at most 1,000 levels');
  else reader.visit(tree);
  const page = readPage(
    {
      title: reader.header?.title,
      uid: reader.uid,
      date: reader.header?.date ?? null,
      notes: reader.notes,
      serviceAdded: false,
      operations: reader.operations,
      pointOf: (offset) => reader.pointOf(offset),
    },
    messages,
    positions,
  );
  if (reader.header === undefined)
    messages.add('unknown-service', 'page without a header line', { line: 1, column: 1 });
  return { ...page, date: reader.header?.date ?? null, notes: reader.notes, boilerplate: reader.boilerplate };
}

class HtmlPage {
  readonly operations: PageOperation[] = [];
  readonly notes: Prose[] = [];
  readonly boilerplate: Record<string, number> = {};
  header: Header | undefined;
  uid: string | undefined;
  readonly #messages: Messages;
  readonly #origins: Origin[] = [];
  #offset = 0;

  constructor(messages: Messages) {
    this.#messages = messages;
  }

  /** Walks down to the operations. Not recursive: hostile input nests without end. */
  visit(tree: Root): void {
    const stack: (Root | RootContent | ElementContent)[] = [tree];
    while (stack.length > 0) {
      const node = stack.pop() as Root | RootContent | ElementContent;
      if (node.type === 'element') {
        if (node.tagName === 'details') {
          this.#operation(node);
          continue;
        }
        if (this.#frame(node)) continue;
      } else if (node.type === 'text') {
        if (node.value.trim() !== '') this.#messages.add('unexpected-text', quote(node.value), pointOf(node));
        continue;
      }
      if ('children' in node)
        for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as ElementContent);
    }
  }

  pointOf(offset: number): Point {
    let low = 0;
    let high = this.#origins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#origins[middle] as Origin).from <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#origins[low]?.at ?? { line: 1, column: 1 };
  }

  /** The page around the operations; true where an element needs no further look. */
  #frame(element: Element): boolean {
    const { tagName: name } = element;
    if (name === 'head' || name === 'nav' || name === 'footer' || name === 'h1' || name === 'script')
      return this.#skip(`page-${name}`);
    if (name !== 'p') return false;
    const text = textOf(element).replace(/\s+/g, ' ').trim();
    const header = parseHeader(text);
    if (header !== undefined) {
      this.header ??= header;
      return true;
    }
    if (text.startsWith('Changes ')) {
      const rest = element.children.filter((child) => !(child.type === 'element' && child.tagName === 'span'));
      this.notes.push(proseOf(rest));
      return true;
    }
    return false;
  }

  #skip(pattern: string): true {
    this.boilerplate[pattern] = (this.boilerplate[pattern] ?? 0) + 1;
    return true;
  }

  #operation(details: Element): void {
    const summary = details.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'summary',
    );
    const title = /^(\w+)\s*\((new|updated)\)$/.exec(
      summary === undefined ? '' : textOf(summary).replace(/\s+/g, ' ').trim(),
    );
    const at = pointOf(details);
    if (title === null) {
      this.#messages.add('unexpected-text', quote(textOf(summary ?? details)), at, 'an operation, new or updated');
      return;
    }
    const name = title[1] as string;
    const parts = this.#parts(details, name);
    this.operations.push({
      name: parts.name ?? name,
      sdkName: sdkNameOf(name),
      added: title[2] === 'new',
      deltas: parts.deltas,
      documentation: parts.documentation,
      deprecated: parts.deprecated,
      request: parts.request,
      parameters: parts.parameters,
      response: parts.response,
      responseRoot: parts.responseRoot,
      at,
    });
  }

  #parts(details: Element, name: string) {
    const deltas: PageDelta[] = [];
    let said: PageDelta['direction'] = 'both';
    let stated: string | undefined;
    const intro: ElementContent[] = [];
    let request: SyntaxNode | null = null;
    let parameters: DocumentedField[] = [];
    let response: SyntaxNode | null | undefined;
    let responseRoot: DocumentedField | undefined;
    let section: 'intro' | 'request' = 'intro';
    for (const child of details.children) {
      if (child.type === 'text') {
        const word = child.value.trim();
        if (word === 'Request' || word === 'Response') said = word === 'Request' ? 'request' : 'response';
        else if (word !== '') this.#messages.add('unexpected-text', quote(word), pointOf(child));
        continue;
      }
      if (child.type !== 'element' || child.tagName === 'summary' || child.tagName === 'br') continue;
      // The text of a list of fields is most of the page, and nobody asks for it.
      const text = child.tagName === 'dl' || child.tagName === 'pre' ? '' : textOf(child).replace(/\s+/g, ' ').trim();
      if (child.tagName === 'span') {
        const direction = /^Changes \((.+)\)$/.exec(text)?.[1];
        if (direction === 'request' || direction === 'response') said = direction;
        else if (direction === undefined) this.#skip('permalink');
        continue;
      }
      const link = findLink(child);
      if (link !== undefined) {
        this.uid ??= link.uid;
        stated = link.name;
        this.#skip('see-also');
        continue;
      }
      if (child.tagName === 'pre') {
        const node = this.#syntax(child);
        if (node === null) continue;
        if (section === 'request') request = node;
        else if (hasLiteralClass(child)) intro.push(child);
        else deltas.push({ direction: said, node });
        continue;
      }
      if (text === 'Request Syntax') {
        section = 'request';
        continue;
      }
      if (section === 'intro') {
        intro.push(child);
        continue;
      }
      if (child.tagName === 'dl') {
        const list = parseFieldList(child, this.#messages);
        parameters = list.parameters;
        if (list.returns === null) response = null;
        else if (list.returns !== undefined) {
          const read = this.#returns(list.returns);
          response = read.syntax;
          responseRoot = read.root;
        }
        continue;
      }
      if (text !== '') this.#messages.add('unexpected-text', quote(text), pointOf(child), `a part of ${quote(name)}`);
    }
    const blocks = proseOf(intro).filter((block) => !isSeeAlso(block));
    const isDeprecation = (block: Prose[number]) =>
      JSON.stringify(block).includes('This operation is deprecated and may not function as expected');
    return {
      deltas,
      name: stated,
      documentation: blocks.filter((block) => !isDeprecation(block)),
      deprecated: blocks.some(isDeprecation),
      request,
      parameters,
      response,
      responseRoot,
    };
  }

  #returns(description: Element): { readonly syntax: SyntaxNode | null; readonly root: DocumentedField | undefined } {
    let syntax: SyntaxNode | null = null;
    let root: DocumentedField | undefined;
    for (const child of description.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'pre') syntax = this.#syntax(child) ?? syntax;
      else if (child.tagName === 'ul') root = parseStructureList(child, this.#messages)[0] ?? root;
      else if (/^(?:Response Syntax|Response Structure)$/.test(textOf(child).trim())) this.#skip('section-heading');
      else if (textOf(child).includes('EventStream')) this.#skip('event-stream-sentence');
      else if (textOf(child).trim() !== '') this.#messages.add('unexpected-text', quote(textOf(child)), pointOf(child));
    }
    return { syntax, root };
  }

  /** Offsets of all syntax blocks count on from one to the next, so that each leads back to its own element. */
  #syntax(pre: Element): SyntaxNode | null {
    const source = textOf(pre);
    const at = pointOf(pre);
    const from = this.#offset;
    const parsed = parseSyntax(source);
    for (const problem of parsed.problems) {
      const id: MessageId =
        problem.kind === 'end' ? 'unexpected-end' : problem.kind === 'depth' ? 'nesting-too-deep' : 'unexpected-syntax';
      this.#messages.add(id, quote(problem.actual), at, problem.expected);
    }
    this.#origins.push({ from, at });
    this.#offset += source.length + 1;
    if (parsed.node !== null) shift(parsed.node, from);
    return parsed.node;
  }
}

/** Makes the offsets of a tree count from `by`. The tree was made a moment ago and nobody else has it yet. */
function shift(node: SyntaxNode | EntryNode, by: number): void {
  Object.assign(node, { start: node.start + by, end: node.end + by });
  if ('entries' in node) for (const entry of node.entries) shift(entry, by);
  if ('values' in node) for (const value of node.values) shift(value, by);
  if ('items' in node) for (const item of node.items) shift(item, by);
  if ('options' in node) for (const option of node.options) shift(option, by);
  if (node.type === 'entry' && node.value !== null) shift(node.value, by);
}

/** “See also: AWS API Documentation”, with the link that names service and operation. */
function findLink(element: Element): { readonly uid: string; readonly name: string } | undefined {
  if (element.tagName !== 'p' || !textOf(element).trim().startsWith('See also: AWS API Documentation'))
    return undefined;
  for (const child of element.children) {
    if (child.type !== 'element' || child.tagName !== 'a') continue;
    const found = seeAlso.exec(String(child.properties.href ?? ''));
    if (found !== null) return { uid: found[1] as string, name: found[2] as string };
  }
  return undefined;
}

function hasLiteralClass(element: Element): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes('literal-block');
}

function pointOf(node: RootContent | ElementContent): Point {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
