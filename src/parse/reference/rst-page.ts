/** Reference RST, both layouts: pages per operation (boto3 since 2023) and one page per service (before). */

import type { ErrorReference, Waiter } from '../../model/index.ts';
import { clientMethods, inferName } from '../../model/index.ts';
import { mergeResponse } from '../build/merge-shape.ts';
import { type Positions, ServiceBuilder } from '../build/service-builder.ts';
import { referenceRstFacts } from '../dialects/reference-rst/facts.ts';
import { apiNameOf } from '../known/services.ts';
import { Ledger, type Lines, linesOf } from '../lines.ts';
import { type Messages, quote } from '../messages.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import { titleFromIntro } from './client-intro.ts';
import { addFactsOfLayout } from './layout-facts.ts';
import { skipBoilerplate } from './rst-boilerplate.ts';
import { readClientContext } from './rst-client-context.ts';
import { type Directive, findDirectives, type Owner, ownersOf } from './rst-directives.ts';
import { parseStructure } from './rst-fields.ts';
import { parseMethod } from './rst-method.ts';

/** The services of the pages that are read so far. */
export type ServiceBuilders = Map<string, ServiceBuilder>;

/** One reference page, and the builders that it is read into. */
export interface PageInput {
  readonly text: string;
  readonly builders: ServiceBuilders;
  readonly messages: Messages;
  readonly positions?: Positions | undefined;
}

/** The result for one page. `boilerplate` counts the lines without a fact, by pattern. */
export interface PageResult {
  readonly kind: 'operation' | 'service' | 'paginator' | 'waiter' | 'exception' | 'method' | 'resource' | 'unknown';
  readonly service?: string;
  readonly boilerplate: Readonly<Record<string, number>>;
}

/** Reads one page into the builders. Never throws on a text; text without a place in the model becomes a message. */
export function parseReferencePage(input: PageInput): PageResult {
  const { text, messages } = input;
  const lines = linesOf(text);
  const ledger = new Ledger(lines);
  const directives = findDirectives(lines);
  const id = serviceIdOf(text);
  const top = directives[0];
  const owners = ownersOf(directives);
  const kind = owners[0]?.isOfResource === true ? 'resource' : pageKind(top, directives);
  if (kind === 'resource') ledger.skip('resource', 0, lines.count);
  else if (id !== undefined) {
    const builder = builderOf(input.builders, id);
    for (const [index, found] of directives.entries()) {
      readDirective({ input, builder, lines, ledger, found, owner: owners[index] as Owner });
    }
    if (kind === 'service') {
      readContents(builder, text);
      readClientContext(builder, lines, ledger, messages);
    }
    addFactsOfLayout(builder, text, kind);
    skipBoilerplate(lines, ledger);
  } else if (kind !== 'unknown') {
    messages.add(
      'unknown-service',
      'page that names no service',
      { line: 1, column: 1 },
      'a link to the service or `create_client(…)`',
    );
  }
  for (const gap of ledger.gaps()) {
    const at = lines.indent(gap.first);
    messages.add('unexpected-text', quote(lines.at(gap.first)), { line: gap.first + 1, column: Math.max(at, 0) + 1 });
  }
  return { kind, ...(id === undefined ? {} : { service: id }), boilerplate: ledger.boilerplate() };
}

/** Whether a text is written in this dialect. */
export function isReferenceRst(text: string): boolean {
  return /^ *\.\. py:(?:class|method):: /m.test(text.slice(0, 20_000));
}

function pageKind(top: Directive | undefined, all: readonly Directive[]): PageResult['kind'] {
  if (top === undefined) return 'unknown';
  if (top.type === 'class' && top.section === 'Client') return top.exceptions ? 'exception' : 'service';
  if (top.type === 'class' && top.section === 'Paginator') return 'paginator';
  if (top.type === 'class' && top.section === 'Waiter') return 'waiter';
  return all.some((one) => one.name !== undefined && clientMethods.has(one.name)) ? 'method' : 'operation';
}

/** The id of the service: from the link at the top of a page, or from the code that creates a client. */
function serviceIdOf(text: string): string | undefined {
  const link = /^:doc:`[^`<]*<(?:\.\.\/)+([a-z0-9][a-z0-9._-]*)>`/.exec(text);
  const client = link ?? /\b(?:create_client|boto3\.client)\('([a-z0-9][a-z0-9._-]*)'\)/.exec(text);
  // Words may stand above the page, where it was pasted from.
  const path = client ?? /^:doc:`[^`<\n]*<(?:\.\.\/)+([a-z0-9][a-z0-9._-]*)>` \/ /m.exec(text);
  return path?.[1];
}

function builderOf(builders: ServiceBuilders, id: string): ServiceBuilder {
  let builder = builders.get(id);
  if (builder === undefined) {
    builder = new ServiceBuilder(id);
    for (const fact of referenceRstFacts.always) builder.facts.add(fact);
    builders.set(id, builder);
  }
  return builder;
}

interface Reading {
  readonly input: PageInput;
  readonly builder: ServiceBuilder;
  readonly lines: Lines;
  readonly ledger: Ledger;
  readonly found: Directive;
  readonly owner: Owner;
}

function readDirective(reading: Reading): void {
  const { found, ledger } = reading;
  const { parent, isOfResource } = reading.owner;
  if (isOfResource) ledger.skip('resource', found.line, found.end);
  else if (found.type === 'class' && found.section === 'Client') {
    if (found.exceptions) readException(reading);
    else readClient(reading);
  } else if (found.type === 'class' && found.section === 'Paginator') readPaginator(reading);
  else if (found.type === 'class' && found.section === 'Waiter') readWaiter(reading);
  else if (found.type === 'method' && parent?.section !== 'Paginator' && parent?.section !== 'Waiter')
    readMethod(reading);
  else if (found.type === 'attribute' && parent === undefined) ledger.skip('attribute', found.line, found.end);
  else if (parent === undefined)
    ledger.skip(`repeated-${found.section ?? 'method'}`.toLowerCase(), found.line, found.end);
}

function readMethod({ input, builder, lines, ledger, found }: Reading): void {
  const name = found.name ?? '';
  if (clientMethods.has(name)) {
    ledger.skip('client-method', found.line, found.end);
    return;
  }
  const base = bodyIndent(lines, found);
  const operation = parseMethod({
    lines,
    ledger,
    messages: input.messages,
    builder,
    positions: input.positions,
    sdkName: name,
    line: found.line,
    first: found.line + 1,
    end: found.end,
    base,
  });
  if (operation === undefined) {
    input.messages.add(
      'no-operation',
      quote(name),
      { line: found.line + 1, column: found.indent + 1 },
      'a request syntax',
    );
    ledger.use(found.line, found.end);
    return;
  }
  if (builder.operations.has(operation.name))
    input.messages.add(
      'unexpected-text',
      quote(operation.name),
      { line: found.line + 1, column: found.indent + 1 },
      'each operation once',
    );
  builder.operations.set(operation.name, operation);
}

function readClient({ input, builder, lines, ledger, found }: Reading): void {
  ledger.use(found.line);
  const end = lines.find(found.line + 1, found.end, (at) =>
    /^\s*(?:These are the available methods:|\.\. py:|::$)/.test(lines.at(at)),
  );
  const blocks = parseBlocks({ lines, messages: input.messages, first: found.line + 1, end });
  ledger.use(found.line + 1, end);
  const intro = titleFromIntro(blocks);
  if (intro.title !== undefined) builder.title = intro.title;
  builder.documentation = intro.documentation;
}

function readPaginator({ builder, ledger, found }: Reading): void {
  // Pages of 2015 use the SDK's names for paginators and waiters.
  const said = found.name ?? '';
  const name = /^[a-z]/.test(said) ? apiNameOf(builder.id, said).name : said;
  if (name !== '') builder.paginators.set(name, { name });
  ledger.use(found.line);
  ledger.skip('paginator-repeats-operation', found.line + 1, found.end);
}

const polling = /Polls :py:meth:`[^`]*\.Client\.(\w+)` every (\d+) seconds [^`]* after (\d+) failed checks/;

function readWaiter({ builder, lines, ledger, found }: Reading): void {
  const said = found.name ?? '';
  const name = /^[a-z]/.test(said) ? inferName(said) : said;
  const at = lines.find(found.line + 1, found.end, (line) => polling.test(lines.at(line)));
  const polls = at === found.end ? null : polling.exec(lines.at(at));
  if (polls !== null) ledger.use(at);
  const waiter: Waiter =
    polls === null
      ? { name }
      : { name, operation: polls[1] as string, delay: Number(polls[2]), maxAttempts: Number(polls[3]) };
  if (name !== '') builder.waiters.set(name, waiter);
  ledger.use(found.line);
  ledger.skip('waiter-repeats-operation', found.line + 1, found.end);
}

/** The page of an exception: its fields stand under “Structure”, beside the `Error` field of every exception. */
function readException({ input, builder, lines, ledger, found }: Reading): void {
  const name = found.name ?? '';
  const structure = lines.find(found.line + 1, found.end, (at) => lines.at(at).trim() === '**Structure**');
  const first = lines.nextText(structure + 1, found.end);
  ledger.skip('exception-frame', found.line, Math.min(first, found.end));
  const root = parseStructure(
    { lines, ledger, messages: input.messages, first, end: found.end },
    lines.indent(first),
  )[0];
  if (root === undefined || name === '') return;
  const children = root.children.filter((child) => child.name !== 'Error');
  const point = { line: root.line, column: root.column };
  const target = mergeResponse(
    {
      table: builder.table,
      messages: input.messages,
      direction: 'response',
      knowsRequired: false,
      describesAll: false,
      pointOf: () => point,
    },
    null,
    { ...root, children },
  );
  const error: ErrorReference = { name, target };
  builder.errors.set(name, error);
}

/** Reads the index of a service, which lists all of its operations, waiters and paginators. */
function readContents(builder: ServiceBuilder, text: string): void {
  const listed = new Set<string>();
  // Pages of a whole service are long and have links of one form only: an expression for both forms is slow on them.
  const entries = text.includes('/client/') ? pagesOrMethods : methods;
  for (const [, method, page] of text.matchAll(entries)) listed.add(page ?? method ?? '');
  if (listed.size > 0) builder.listed = [...listed].filter((name) => !clientMethods.has(name));
  for (const name of pagesIn(text, '/paginator/', paginatorPages)) builder.paginators.set(name, { name });
  for (const name of pagesIn(text, '/waiter/', waiterPages))
    if (!builder.waiters.has(name)) builder.waiters.set(name, { name });
  builder.facts.add('paginators');
  builder.facts.add('waiters');
}

const methods = /:py:meth:`~?[\w-]+\.Client\.(\w+)`\s*$/gm;
const pagesOrMethods = /:py:meth:`~?[\w-]+\.Client\.(\w+)`\s*$|^ +[a-z0-9._-]+\/client\/(\w+)$/gm;
const paginatorPages = /^ +[a-z0-9._-]+\/paginator\/(\w+)$/gm;
const waiterPages = /^ +[a-z0-9._-]+\/waiter\/(\w+)$/gm;

/** The names of the pages of one folder that the index lists. */
function pagesIn(text: string, folder: string, pages: RegExp): readonly string[] {
  return text.includes(folder) ? Array.from(text.matchAll(pages), ([, name = '']) => name) : [];
}

/**
 * The indentation of a method's body, in columns. A description that begins with markup stands one column further to
 * the right than the sections, so the sections decide.
 */
function bodyIndent(lines: Lines, found: Directive): number {
  let first: number | undefined;
  let least: number | undefined;
  for (let at = found.line + 1; at < found.end; at++) {
    const indent = lines.indent(at);
    if (indent <= found.indent) continue;
    first ??= indent;
    // All sections begin in the same column: few lines are tested.
    if (indent < (least ?? indent + 1) && sectionStart.test(lines.at(at))) least = indent;
  }
  return least ?? first ?? found.indent + 2;
}

const sectionStart = /^ *(?:See also: `|\*\*Request Syntax\*\*|:(?:type|param) [^:]+:|:r(?:type|eturns):)/;
