/** Reference text: rendered documentation of botocore in 2015, with many services in one file. */

import type { Direction, Operation, ShapeId } from '../../model/index.ts';
import { clientMethods } from '../../model/index.ts';
import { type DocumentedField, rootField } from '../build/documented-field.ts';
import { type MergeContext, mergeRequest, mergeResponse } from '../build/merge-shape.ts';
import { linesPoint } from '../build/points.ts';
import { type Positions, positionKey, ServiceBuilder } from '../build/service-builder.ts';
import { syntaxAt } from '../build/syntax-lines.ts';
import { parseTextFields } from '../build/text-fields.ts';
import { referenceTextFacts } from '../dialects/reference-text/facts.ts';
import { apiNameOf } from '../known/services.ts';
import { Ledger, type Lines, linesOf } from '../lines.ts';
import { type Messages, quote } from '../messages.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { TextReading } from '../text-part.ts';
import { titleFromIntro } from './client-intro.ts';
import type { ServiceBuilders } from './rst-page.ts';

export interface TextDocumentInput {
  readonly text: string;
  readonly builders: ServiceBuilders;
  readonly messages: Messages;
  readonly positions?: Positions | undefined;
}

export interface TextDocumentResult {
  /** The version of botocore that the document states. */
  readonly version: string | undefined;
  readonly boilerplate: Readonly<Record<string, number>>;
}

const classLine = /^class ([\w-]+)\.(Client|Paginator|Waiter)(?:\.([\w-]+))?$/;
const methodLine = /^([a-z][a-z0-9_]*)\((.*)\)$/;

/** Whether a text is written in this dialect. */
export function isReferenceText(text: string): boolean {
  return /^class [\w-]+\.Client\r?$/m.test(text.slice(0, 200_000));
}

/** A run of lines under one heading: a class, or a method of a class. */
interface Chunk {
  readonly line: number;
  end: number;
  readonly section: string;
  /** The method's name; undefined for the head of a class. */
  readonly method: string | undefined;
  readonly name: string | undefined;
}

/** Reads a document into builders. If the text breaks off, the last operation is read up to that point. */
export function parseReferenceText(input: TextDocumentInput): TextDocumentResult {
  const lines = linesOf(input.text);
  const ledger = new Ledger(lines);
  const chunks = chunksOf(lines);
  ledger.skip('getting-started', 0, chunks[0]?.line ?? lines.count);
  let builder: ServiceBuilder | undefined;
  for (const chunk of chunks) {
    if (chunk.method === undefined && chunk.section === 'Client') {
      // A document may break off before the paginators. If it continues with another service, it states all of them.
      builder?.facts.add('paginators');
      builder = readClient(input, lines, ledger, chunk);
    } else if (builder === undefined) continue;
    else if (chunk.section === 'Paginator') {
      builder.facts.add('paginators');
      if (chunk.name !== undefined) {
        const { name } = apiNameOf(builder.id, chunk.name);
        builder.paginators.set(name, { name });
      }
      ledger.skip('paginator-repeats-operation', chunk.line, chunk.end);
    } else if (chunk.section === 'Waiter') ledger.skip('waiter-repeats-operation', chunk.line, chunk.end);
    else if (clientMethods.has(chunk.method ?? '')) ledger.skip('client-method', chunk.line, chunk.end);
    else readMethod(input, builder, { lines, ledger, messages: input.messages }, chunk);
  }
  skipBoilerplate(lines, ledger);
  for (const gap of ledger.gaps())
    input.messages.add('unexpected-text', quote(lines.at(gap.first)), {
      line: gap.first + 1,
      column: Math.max(lines.indent(gap.first), 0) + 1,
    });
  return {
    version: /^botocore (\d+(?:\.\d+)+) documentation\s*$/m.exec(input.text.slice(0, 4000))?.[1],
    boilerplate: ledger.boilerplate(),
  };
}

function chunksOf(lines: Lines): Chunk[] {
  const chunks: Chunk[] = [];
  let section = '';
  for (const at of lines.indexes()) {
    if (lines.indent(at) !== 0) continue;
    const line = lines.at(at).trimEnd();
    const opened = classLine.exec(line);
    const method = opened === null ? methodLine.exec(line) : null;
    if (opened === null && (method === null || section === '')) continue;
    if (opened !== null) section = opened[2] as string;
    const last = chunks.at(-1);
    if (last !== undefined) last.end = at;
    chunks.push({ line: at, end: lines.count, section, method: method?.[1], name: opened?.[3] });
  }
  return chunks;
}

function readClient(input: TextDocumentInput, lines: Lines, ledger: Ledger, chunk: Chunk): ServiceBuilder | undefined {
  let id: string | undefined;
  let end = chunk.line + 1;
  for (; end < chunk.end; end++) {
    const text = lines.at(end).trim();
    if (text === 'These are the available methods:') break;
    const made = /^client = session\.create_client\('([a-z0-9._-]+)'\)$/.exec(text);
    if (made !== null) {
      id = made[1];
      ledger.skip('client-code', end);
    }
  }
  const from = chunk.line + 1;
  ledger.skip('contents-lead', Math.min(end, chunk.end - 1));
  ledger.use(chunk.line);
  if (id === undefined) {
    input.messages.add(
      'unknown-service',
      quote(lines.at(chunk.line)),
      { line: chunk.line + 1, column: 1 },
      '`create_client(…)`',
    );
    return undefined;
  }
  const blocks = parseBlocks({ lines, messages: input.messages, first: from, end }, { plain: true }).filter(
    (block) => !JSON.stringify(block).includes('create_client('),
  );
  ledger.use(from, end);
  const intro = titleFromIntro(blocks);
  const builder = new ServiceBuilder(id);
  for (const fact of referenceTextFacts.always) builder.facts.add(fact);
  builder.title = intro.title ?? id;
  builder.documentation = intro.documentation;
  input.builders.set(id, builder);
  return builder;
}

function readMethod(input: TextDocumentInput, builder: ServiceBuilder, reading: TextReading, chunk: Chunk): void {
  const { lines, ledger, messages } = reading;
  const { positions } = input;
  // A chunk of this kind always has a method.
  const sdkName = chunk.method as string;
  const { name, origin } = apiNameOf(builder.id, sdkName);
  ledger.use(chunk.line);
  const find = (heading: string, from: number) => {
    for (let at = from; at < chunk.end; at++)
      if (lines.indent(at) === 0 && lines.at(at).trimEnd() === heading) return at;
    return -1;
  };
  const requestAt = find('Request Syntax', chunk.line + 1);
  if (requestAt === -1) {
    messages.add('no-operation', quote(sdkName), { line: chunk.line + 1, column: 1 }, 'a request syntax');
    ledger.use(chunk.line, chunk.end);
    return;
  }
  const documentation = parseBlocks({ lines, messages, first: chunk.line + 1, end: requestAt }, { plain: true });
  ledger.use(chunk.line + 1, requestAt);
  ledger.skip('section-heading', requestAt);
  positions?.set(positionKey(builder.id, name, '', ''), { file: messages.file, line: chunk.line + 1, column: 1 });
  const context = (direction: 'request' | 'response'): MergeContext => ({
    table: builder.table,
    messages,
    direction,
    knowsRequired: true,
    // A description can only be cut off at the end of the document.
    describesAll: chunk.end === lines.count,
    onField:
      positions &&
      ((path, at) => positions.set(positionKey(builder.id, name, direction, path), { file: messages.file, ...at })),
    pointOf: (offset) => linesPoint(lines, offset),
  });
  const request = readSyntax(reading, requestAt + 1, chunk);
  const responseAt = find('Response Syntax', request.stop);
  const structureAt = find('Response Structure', request.stop);
  const parameters = readFields(
    reading,
    find('Parameters', request.stop),
    firstPositive(find('Return type', request.stop), find('Returns', request.stop), responseAt, chunk.end),
  );
  const isKnown = !request.cut || request.node?.type === 'call';
  const requestId = isKnown ? mergeRequest(context('request'), request.node, parameters.children) : undefined;
  skipReturnLines(lines, ledger, request.stop, chunk.end);
  let response: ShapeId | null | undefined = null;
  const partial: Direction[] = request.cut && isKnown ? ['request'] : [];
  if (responseAt !== -1) {
    ledger.skip('section-heading', responseAt);
    const syntax = readSyntax(reading, responseAt + 1, chunk);
    const root = readFields(reading, structureAt, chunk.end).children[0];
    response = mergeResponse(context('response'), syntax.node, root);
    if (syntax.cut) partial.push('response');
  } else if (chunk.end === lines.count && find('None', request.stop) < 0) response = undefined;
  if (response === undefined && !request.cut)
    messages.add(
      'unexpected-end',
      'end of the text',
      linesPoint(lines, input.text.length),
      `what ${quote(sdkName)} returns`,
    );
  const operation: Operation = {
    name,
    nameOrigin: origin,
    sdkName,
    ...(documentation.length > 0 ? { documentation } : {}),
    ...(requestId === undefined ? {} : { request: requestId }),
    ...(response === undefined ? {} : { response }),
    ...(partial.length > 0 ? { partial } : {}),
  };
  if (builder.operations.has(name))
    messages.add('unexpected-text', quote(name), { line: chunk.line + 1, column: 1 }, 'each operation once');
  builder.operations.set(name, operation);
}

function readSyntax(
  { lines, ledger, messages }: TextReading,
  from: number,
  { end, method }: Chunk,
): { readonly node: SyntaxNode | null; readonly stop: number; readonly cut: boolean } {
  const first = lines.nextText(from, end);
  if (first >= end) {
    const at = linesPoint(lines, lines.text.length);
    messages.add('unexpected-end', `end of ${quote(method ?? '')}`, at, 'its syntax');
    return { node: null, stop: end, cut: end === lines.count };
  }
  const { node, stop, cut } = syntaxAt({ lines, messages, first, end }, method);
  ledger.use(first, stop);
  return { node, stop, cut: end === lines.count && cut };
}

/** The fields under a heading, as children of one field. */
function readFields(reading: TextReading, heading: number, end: number): DocumentedField {
  const root = rootField(heading);
  if (heading === -1) return root;
  reading.ledger.skip('section-heading', heading);
  parseTextFields({ ...reading, first: heading + 1, end: Math.max(end, heading + 1) }, root);
  return root;
}

function skipReturnLines(lines: Lines, ledger: Ledger, from: number, end: number): void {
  for (let at = from; at < end; at++)
    if (lines.indent(at) === 0 && /^(?:Return type|Returns|dict|None)\s*$/.test(lines.at(at)))
      ledger.skip('return-type', at);
}

const boilerplate: readonly (readonly [string, RegExp])[] = [
  ['section-title', /^(?:Client|Paginators|Waiters|Table of Contents)$/],
  ['contents-lead', /^The available (?:paginators|waiters) are:$/],
];

function skipBoilerplate(lines: Lines, ledger: Ledger): void {
  for (const { first, end } of [...ledger.gaps()]) {
    for (let at = first; at < end; at++) {
      const found = boilerplate.find(([, pattern]) => pattern.test(lines.at(at).trimEnd()));
      if (found !== undefined) ledger.skip(found[0], at);
    }
  }
}

function firstPositive(...values: readonly number[]): number {
  return values
    .filter((value) => value >= 0)
    .reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}
