/** A changelog page as HTML: the page itself, as the program of awsapichanges.com prints it. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Prose } from '../../model/index.ts';
import type { Positions } from '../build/service-builder.ts';
import type { Messages, Point } from '../messages.ts';
import { claim, hastText, proseOf } from '../prose/hast-prose.ts';
import { parseHtmlPageTree } from '../prose/html-tree.ts';
import { dayOf } from '../text/day.ts';
import { checkCount, type Header, isOtherPage, parseHeader, sayNextPage } from './header.ts';
import { HtmlAccount, pointOf } from './html-account.ts';
import { OperationReader } from './html-operation.ts';
import { type PageOperation, readPage } from './page.ts';
import type { ChangelogResult } from './text-page.ts';

/** Reads a page. */
export function parseHtmlPage(text: string, messages: Messages, positions?: Positions): ChangelogResult {
  const tree = parseHtmlPageTree(text);
  const account = new HtmlAccount();
  const reader = new OperationReader(messages, account);
  const page = new HtmlPage(account, reader);
  if (tree === null)
    messages.add('nesting-too-deep', 'elements in elements', { line: 1, column: 1 }, 'at most 1,000 levels');
  else page.visit(tree);
  if (page.next !== undefined) sayNextPage(messages, hastText(page.next), pointOf(page.next));
  const { header, headerAt, notes, operations } = page;
  const date = dayOf(header?.date, messages, headerAt);
  const read = readPage(
    {
      title: header?.title,
      uid: reader.uid,
      date,
      notes,
      serviceAdded: false,
      operations,
      pointOf: (offset) => reader.pointOf(offset),
    },
    messages,
    positions,
  );
  if (header === undefined) messages.add('unknown-service', 'page without a header line', { line: 1, column: 1 });
  else checkCount(header, operations.length, messages, text.split('\n').length);
  if (tree !== null) account.close(tree, messages, page.next);
  return { ...read, date, notes, boilerplate: account.boilerplate };
}

class HtmlPage {
  readonly operations: PageOperation[] = [];
  readonly notes: Prose[] = [];
  header: Header | undefined;
  headerAt: Point = { line: 1, column: 1 };
  /** The header of another page in the same file, where the reading ends. */
  next: Element | undefined;
  readonly #account: HtmlAccount;
  readonly #reader: OperationReader;

  constructor(account: HtmlAccount, reader: OperationReader) {
    this.#account = account;
    this.#reader = reader;
  }

  /** Walks down to the operations. Not recursive: hostile input may nest without limit. */
  visit(tree: Root): void {
    const stack: (Root | RootContent | ElementContent)[] = [tree];
    while (stack.length > 0 && this.next === undefined) {
      const node = stack.pop() as Root | RootContent | ElementContent;
      if (node.type === 'element') {
        if (node.tagName === 'details') {
          const operation = this.#reader.read(node);
          if (operation !== undefined) this.operations.push(operation);
          continue;
        }
        if (this.#frame(node)) continue;
      }
      if ('children' in node)
        for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as ElementContent);
    }
  }

  /** Reads the page around the operations; true if the content of an element needs no further reading. */
  #frame(element: Element): boolean {
    const { tagName: name } = element;
    if (name === 'head' || name === 'nav' || name === 'footer' || name === 'h1') {
      this.#account.skip(`page-${name}`, element);
      return true;
    }
    if (name !== 'p') return false;
    const text = hastText(element).replace(/\s+/g, ' ').trim();
    const header = parseHeader(text);
    if (header !== undefined) {
      if (this.header !== undefined) {
        // The header of this page again has nothing that is used.
        if (isOtherPage(header, this.header)) this.next = element;
      } else {
        claim(element);
        this.header = header;
        this.headerAt = element.position?.start ?? this.headerAt;
      }
      return true;
    }
    if (text.startsWith('Changes ')) {
      const badge = element.children.find((child) => child.type === 'element' && child.tagName === 'span');
      if (badge !== undefined && hastText(badge).trim() === 'Changes') claim(badge);
      this.notes.push(proseOf(element.children.filter((child) => child !== badge)));
      return true;
    }
    return false;
  }
}
