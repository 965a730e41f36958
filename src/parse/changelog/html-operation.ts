/** One operation of a changelog page in HTML: an element `details` with the changes and the method's documentation. */
import type { Element, ElementContent } from 'hast';
import { sdkNameOf } from '../../model/index.ts';
import type { DocumentedField } from '../build/documented-field.ts';
import { type Messages, type Point, quote } from '../messages.ts';
import { claim, hastText, proseOf } from '../prose/hast-prose.ts';
import { parseSyntax } from '../python/parse-syntax.ts';
import { settled } from '../python/settled.ts';
import type { EntryNode, SyntaxNode } from '../python/syntax-tree.ts';
import { type HtmlAccount, pointOf } from './html-account.ts';
import { parseFieldList, parseStructureList } from './html-fields.ts';
import { brokenOff, type PageDelta, type PageOperation, type ReadSyntax, shownOf } from './page.ts';

const seeAlso = 'See also: AWS API Documentation';
const goto = /\/WebAPI\/([^/"]+)\/([^/"#]+)$/;
/** docutils puts its own heading above it. */
const deprecation =
  /^(?:!?danger!? )?This operation is deprecated and may not function as expected\.(?: This operation should not be used going forward and is only kept for the purpose of backwards compatib\w+\.)?$/i;
/** Leading words that are not part of the description are shorter than this. */
const longestLead = 300;

/** Offsets in the syntax are turned into points of the page through their element. */
interface Origin {
  readonly from: number;
  readonly at: Point;
}

/** Reads one operation after the other; keeps the uid of the service after the first operation that states it. */
export class OperationReader {
  uid: string | undefined;
  readonly #messages: Messages;
  readonly #account: HtmlAccount;
  readonly #origins: Origin[] = [];
  #offset = 0;

  constructor(messages: Messages, account: HtmlAccount) {
    this.#messages = messages;
    this.#account = account;
  }

  /** The operation; undefined, with a message, if the element is not an operation. */
  read(details: Element): PageOperation | undefined {
    const summary = details.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'summary',
    );
    const title = summary === undefined ? null : /^(\w+)\s*\((new|updated)\)$/.exec(elementWords(summary));
    const at = pointOf(details);
    if (summary === undefined || title === null) {
      this.#messages.add('unexpected-text', quote(hastText(summary ?? details)), at, 'an operation, new or updated');
      return undefined;
    }
    claim(summary);
    const name = title[1] as string;
    return { name, sdkName: sdkNameOf(name), added: title[2] === 'new', at, ...this.#parts(details, summary) };
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

  /** Text that is read here is claimed; unexpected text is left to the account. */
  #parts(details: Element, summary: Element) {
    const deltas: PageDelta[] = [];
    const intro: ElementContent[] = [];
    let said: PageDelta['direction'] = 'both';
    let linkedName: string | undefined;
    let deprecated = false;
    let section: 'intro' | 'request' | 'fields' = 'intro';
    let request: ReadSyntax | undefined;
    let list: ReturnType<typeof parseFieldList> | undefined;
    let returned: ReturnType<OperationReader['returns']> | undefined;
    for (const child of details.children) {
      if (child.type === 'text') {
        const word = child.value.trim();
        if (word !== 'Request' && word !== 'Response') continue;
        said = word === 'Request' ? 'request' : 'response';
        claim(child);
      }
      if (child.type !== 'element' || child === summary || child.tagName === 'br') continue;
      if (child.tagName === 'pre' && !(section === 'intro' && hasLiteralClass(child))) {
        if (section === 'intro') {
          const { whole } = this.#syntax(child);
          if (whole !== null) deltas.push({ direction: said, node: whole });
        } else if (request === undefined) request = this.#syntax(child);
        continue;
      }
      if (child.tagName === 'dl' && section !== 'intro') {
        if (list !== undefined) continue;
        list = parseFieldList(child, this.#messages, this.#account);
        if (list.returns !== undefined && list.returns !== null) returned = this.returns(list.returns);
        continue;
      }
      const words = child.tagName === 'p' || child.tagName === 'span' || section === 'intro' ? leadOf(child) : '';
      if (child.tagName === 'span') {
        const direction = /^Changes \((.+)\)$/.exec(words)?.[1];
        if (direction === 'request' || direction === 'response') said = direction;
        if (direction !== undefined) claim(child);
        else if (words === 'Link ¶' || words === '') this.#account.skip('permalink', child);
        continue;
      }
      if (section !== 'intro') continue;
      if (words === 'Request Syntax') {
        section = 'request';
        this.#account.skip('section-heading', child);
        continue;
      }
      if (words.startsWith(seeAlso)) {
        const link = findLink(child);
        this.uid ??= link?.uid;
        linkedName = link?.name ?? linkedName;
        if (words === seeAlso) {
          this.#account.skip('see-also', child);
          continue;
        }
      }
      if (deprecation.test(words)) {
        deprecated = true;
        this.#account.skip('deprecation', child);
      } else intro.push(child);
    }
    return {
      deltas,
      ...(linkedName === undefined ? {} : { name: linkedName }),
      documentation: proseOf(intro),
      deprecated,
      request: request === undefined ? undefined : shownOf(request),
      parameters: list?.parameters ?? [],
      response: list?.returns === null ? null : returned && shownOf(returned.syntax),
      responseRoot: returned?.root,
      partial: request === undefined ? [] : brokenOff(request, returned?.syntax),
    };
  }

  returns(description: Element): { readonly syntax: ReadSyntax; readonly root: DocumentedField | undefined } {
    let syntax: ReadSyntax | undefined;
    let root: DocumentedField | undefined;
    for (const child of description.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'pre' && syntax === undefined) syntax = this.#syntax(child);
      else if (child.tagName === 'ul' && root === undefined) root = parseStructureList(child);
      else if (child.tagName === 'p') {
        const words = leadOf(child);
        if (words === 'Response Syntax' || words === 'Response Structure') this.#account.skip('section-heading', child);
        else if (words.includes('EventStream')) this.#account.skip('event-stream-sentence', child);
      }
    }
    return { syntax: syntax ?? { node: null, cut: true }, root };
  }

  /** The offsets continue from one syntax block to the next, so that each offset leads back to its own element. */
  #syntax(pre: Element): ReadSyntax & { readonly whole: SyntaxNode | null } {
    const source = hastText(pre);
    claim(pre);
    const at = pointOf(pre);
    const from = this.#offset;
    const parsed = parseSyntax(source);
    for (const problem of parsed.problems) {
      const id =
        problem.kind === 'end'
          ? 'unexpected-end'
          : problem.kind === 'depth'
            ? 'structure-too-deep'
            : 'unexpected-syntax';
      this.#messages.add(id, quote(problem.actual), at, problem.expected);
    }
    const behind = source.slice(parsed.end);
    if (/\S/.test(behind) && parsed.problems.length === 0)
      this.#messages.add('unexpected-text', quote(behind), at, 'the end of the syntax');
    this.#origins.push({ from, at });
    this.#offset += source.length + 1;
    if (parsed.node !== null && from > 0) shift(parsed.node, from);
    // A name alone is the beginning of a call.
    if (parsed.node === null || parsed.node.type === 'name') return { node: null, cut: true, whole: parsed.node };
    const cut = parsed.problems.some(({ kind }) => kind === 'end');
    return { node: cut ? settled(parsed.node, source, parsed.end, from) : parsed.node, cut, whole: parsed.node };
  }
}

interface Movable {
  start: number;
  end: number;
}

/** Adds `by` to all offsets of a tree. The tree is new and has no other user yet. */
function shift(node: SyntaxNode | EntryNode, by: number): void {
  // Syntax nodes are read-only for all code but their creator.
  (node as Movable).start += by;
  (node as Movable).end += by;
  if ('entries' in node) for (const entry of node.entries) shift(entry, by);
  if ('values' in node) for (const value of node.values) shift(value, by);
  if ('items' in node) for (const item of node.items) shift(item, by);
  if ('options' in node) for (const option of node.options) shift(option, by);
  if (node.type === 'entry' && node.value !== null) shift(node.value, by);
}

/** “See also: AWS API Documentation”, with the link that names service and operation. */
function findLink(element: Element): { readonly uid: string; readonly name: string } | undefined {
  for (const child of element.children) {
    if (child.type !== 'element' || child.tagName !== 'a') continue;
    const found = goto.exec(String(child.properties.href ?? ''));
    if (found !== null) return { uid: found[1] as string, name: found[2] as string };
  }
  return undefined;
}

function hasLiteralClass(element: Element): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes('literal-block');
}

function elementWords(element: Element): string {
  return hastText(element).replace(/\s+/g, ' ').trim();
}

/** The words of an element that may contain more than description; empty if it is too long for that. */
function leadOf(element: Element): string {
  const text = hastText(element, longestLead);
  return text.length > longestLead ? '' : text.replace(/\s+/g, ' ').trim();
}
