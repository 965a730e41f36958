/**
 * A changelog page as flattened text: headings, parameter names and line breaks are lost, and are restored from the
 * order of lines.
 */

import type { Prose } from '../../model/index.ts';
import type { DocumentedField } from '../build/documented-field.ts';
import type { Positions } from '../build/service-builder.ts';
import { syntaxAt } from '../build/syntax-lines.ts';
import { requiredMark, withoutMark } from '../build/text-fields.ts';
import { Ledger, type Lines, linesOf } from '../lines.ts';
import { type Messages, quote } from '../messages.ts';
import type { TextPart, TextReading } from '../text-part.ts';
import { align, markIn } from './align.ts';
import { type Expectation, expectParameters, expectResponse } from './expected-fields.ts';
import { firstPage } from './header.ts';
import { brokenOff, type PageDelta, type PageOperation, type ReadSyntax, shownOf } from './page.ts';
import { seeAlso } from './structured.ts';
import { type ChangelogResult, finishTextPage, readHead } from './text-page.ts';

/** The position of one operation's request syntax: all other positions follow from it. */
interface Anchor {
  readonly heading: number;
  readonly call: number;
  readonly sdkName: string;
}

/** The lines of one operation, from its delta or description to the last field of its response. */
interface Span {
  readonly anchor: Anchor;
  first: number;
  end: number;
}

/** Reads a page. */
export function parseFlatPage(text: string, messages: Messages, positions?: Positions): ChangelogResult {
  const lines = linesOf(firstPage(text, messages));
  const reading = { lines, ledger: new Ledger(lines), messages };
  const anchors = anchorsOf(lines);
  const head = readHead(reading, anchors[0]?.heading ?? lines.count);
  const spans = spansOf(reading, anchors, head.behind);
  const operations = spans.map((span) => readOperation(reading, span));
  return finishTextPage(reading, positions, head, operations);
}

function anchorsOf(lines: Lines): Anchor[] {
  const anchors: Anchor[] = [];
  for (const at of lines.indexes()) {
    if (lines.at(at).trim() !== 'Request Syntax') continue;
    const call = lines.nextText(at + 1, lines.count);
    const found = /^\s*(?:response = )?client\.(\w+)\(/.exec(lines.at(call));
    if (found !== null) anchors.push({ heading: at, call, sdkName: found[1] as string });
  }
  return anchors;
}

/**
 * Cuts the page into operations. A delta line opens an operation. Without a delta the operation is new: then its
 * description stands before the line that ends in the link to the API's documentation.
 */
function spansOf(reading: TextReading, anchors: readonly Anchor[], behindHead: number): Span[] {
  const { lines } = reading;
  const spans: Span[] = [];
  for (const anchor of anchors) {
    const before = spans.at(-1);
    const floor = before === undefined ? behindHead : behindResult(lines, before.anchor, anchor.heading);
    let first = -1;
    for (let at = anchor.heading - 1; at >= floor; at--) {
      if (!isDelta(lines, at)) continue;
      first = at;
      while (
        first - 1 >= floor &&
        (isDelta(lines, first - 1) || /^(?:Request|Response)$/.test(lines.at(first - 1).trim()))
      )
        first--;
      break;
    }
    if (first < 0) first = before === undefined ? floor : startOfNew(reading, before.anchor, floor, anchor);
    if (before !== undefined) before.end = first;
    spans.push({ anchor, first, end: lines.count });
  }
  return spans;
}

/** Whether a literal is a delta: it stands alone, before an operation, and is not the syntax of a response. */
function isDelta(lines: Lines, at: number): boolean {
  const text = lines.at(at).trim();
  if (!/^\{['}(\]]/.test(text) || !text.endsWith('}')) return false;
  let before = at - 1;
  while (before >= 0 && lines.indent(before) < 0) before--;
  return lines.at(before).trim() !== 'Response Syntax';
}

/** The first line after an operation's frame: after its response syntax or its `None`. */
function behindResult(lines: Lines, anchor: Anchor, end: number): number {
  for (let at = end - 1; at > anchor.call; at--) if (lines.at(at).trim() === 'Response Structure') return at + 2;
  return anchor.call + 1;
}

/**
 * Without a delta between them, the description of the last field and of the next operation cannot be separated with
 * certainty.
 */
function startOfNew({ lines, messages }: TextReading, before: Anchor, floor: number, anchor: Anchor): number {
  for (let at = anchor.heading - 1; at > before.call; at--) if (lines.at(at).trim() === 'None') return at + 1;
  let last = anchor.heading - 1;
  while (last > floor && !/\([\w .:`<>-]+\) --/.test(lines.at(last))) last--;
  const first = Math.min(last + 2, anchor.heading);
  if (anchor.heading - first > 1)
    messages.add(
      'unnamed-value',
      quote(lines.at(first)),
      { line: first + 1, column: 1 },
      'a heading between two operations',
    );
  return first;
}

function readOperation(reading: TextReading, span: Span): PageOperation {
  const { lines, ledger, messages } = reading;
  const { anchor } = span;
  const deltas: PageDelta[] = [];
  let said: 'request' | 'response' | null = null;
  let at = span.first;
  for (; at < anchor.heading; at++) {
    const text = lines.at(at).trim();
    if (text === 'Request' || text === 'Response') {
      said = text === 'Request' ? 'request' : 'response';
      ledger.use(at);
    } else if (isDelta(lines, at)) {
      const { syntax } = syntaxAt({ lines, messages, first: at, end: at + 1 });
      if (syntax.node !== null) deltas.push({ direction: said, node: syntax.node });
      ledger.use(at);
    } else if (text !== '') break;
  }
  // Two deltas without words between them are of the request and the response: a delta for both is printed once.
  const directed =
    deltas.length === 2 && deltas.every(({ direction }) => direction === null)
      ? deltas.map((delta, index): PageDelta => ({ ...delta, direction: index === 0 ? 'request' : 'response' }))
      : deltas;
  const documentation = proseOf({ ...reading, first: at, end: anchor.heading }, true);
  ledger.skip('section-heading', anchor.heading);
  const request = syntaxAt({ lines, messages, first: anchor.call, end: span.end });
  ledger.use(anchor.call, request.stop);
  const responseAt = findLine(lines, 'Response Syntax', request.stop, span.end);
  const structureAt = findLine(lines, 'Response Structure', request.stop, span.end);
  const returns = returnsAt(lines, request.stop, responseAt === -1 ? span.end : responseAt);
  if (returns !== -1) ledger.skip('return-type', returns);
  const parameters = fillFields(
    { ...reading, first: request.stop, end: returns === -1 ? (responseAt === -1 ? span.end : responseAt) : returns },
    expectParameters(request.node),
  );
  const read = {
    name: undefined,
    sdkName: anchor.sdkName,
    added: deltas.length === 0,
    deltas: directed,
    documentation,
    request: shownOf(request),
    parameters,
    partial: brokenOff(request),
    at: { line: anchor.call + 1, column: 1 },
  };
  if (responseAt === -1) return { ...read, response: returns !== -1 ? null : undefined, responseRoot: undefined };
  ledger.skip('section-heading', responseAt);
  const response = readResponse({ ...reading, first: responseAt + 1, end: span.end });
  let root: DocumentedField | undefined;
  if (structureAt !== -1) {
    ledger.skip('section-heading', structureAt);
    root = fillFields({ ...reading, first: structureAt + 1, end: span.end }, expectResponse(response.node))[0];
  }
  return { ...read, response: shownOf(response), responseRoot: root, partial: brokenOff(request, response) };
}

function readResponse({ lines, ledger, messages, first: from, end }: TextPart): ReadSyntax {
  const first = lines.nextText(from, end);
  if (first >= end) return { node: null, cut: false };
  const { node, cut, stop } = syntaxAt({ lines, messages, first, end });
  ledger.use(first, stop);
  return { node, cut };
}

/** The line of `dict` before the response, or of `None` at the end: the last such line. */
function returnsAt(lines: Lines, from: number, end: number): number {
  for (let at = end - 1; at >= from; at--) {
    const text = lines.at(at).trim();
    if (text === 'None' || text === 'dict') return at;
    if (text !== '') return -1;
  }
  return -1;
}

/** Gives each field the text after its mark; lines before the first mark do not belong to a field. */
function fillFields(part: TextPart, expectation: Expectation): Expectation['fields'] {
  const { lines, ledger, messages, first, end } = part;
  const shown: { line: number; text: string; requiredNext: boolean }[] = [];
  for (let at = first; at < end; at++) {
    if (lines.indent(at) < 0) continue;
    const text = withoutRoles(lines.at(at).trim());
    const last = shown.at(-1);
    if (last !== undefined && text === requiredMark) last.requiredNext = true;
    shown.push({ line: at, text, requiredNext: false });
  }
  const { aligned, missing, unsure } = align(shown, expectation.marks);
  for (const line of unsure)
    messages.add('ambiguous-field', `another line ${quote(lines.at(line))}`, { line: line + 1, column: 1 });
  const sorted = [...aligned].sort((a, b) => a.line - b.line);
  for (const [index, { line, expected }] of sorted.entries()) {
    const stop = sorted[index + 1]?.line ?? end;
    const text = withoutRoles(lines.at(line).trim());
    const mark = expected.weak ? undefined : markIn(text, expected);
    const inline = mark === undefined ? '' : text.slice(mark.length).trim();
    if (mark !== undefined && mark === expected.otherMark) Object.assign(expected.field, { type: 'list' });
    ledger.use(line);
    const blocks = [
      ...(inline === '' ? [] : paragraphs([inline])),
      ...proseOf({ ...part, first: line + 1, end: stop }, false),
    ];
    const read = withoutMark(blocks);
    Object.assign(expected.field, { documentation: read.blocks, required: read.required, line: line + 1 });
  }
  for (const { weak, mark } of missing) {
    messages.add(
      'unnamed-value',
      'end of the fields',
      { line: Math.min(end, lines.count), column: 1 },
      weak ? `the type \`${mark}\` of a parameter` : quote(mark),
    );
  }
  const fieldsWithoutMark = new Set(missing.map(({ field }) => field));
  return withoutFields(expectation.fields, fieldsWithoutMark);
}

/** A page made without Sphinx shows the roles of types as they were written. */
function withoutRoles(text: string): string {
  return text.includes('`')
    ? text.replace(':ref:`document<document>`', 'document').replace(/:class:`\.(\w+)`/, '$1')
    : text;
}

/** If the page does not have the mark of a field, only its syntax is known: nothing says that it is optional. */
function withoutFields(fields: Expectation['fields'], left: ReadonlySet<DocumentedField>): DocumentedField[] {
  return fields.flatMap((field) =>
    left.has(field) ? [] : [{ ...field, children: withoutFields(field.children, left) }],
  );
}

function proseOf({ lines, ledger, first, end }: TextPart, ofOperation: boolean): Prose {
  const texts: string[] = [];
  for (let at = first; at < end; at++) {
    const text = lines.at(at).trim();
    if (text === '') continue;
    if (ofOperation && seeAlso.test(text)) {
      ledger.skip('see-also', at);
      continue;
    }
    texts.push(text);
    ledger.use(at);
  }
  return paragraphs(texts);
}

function paragraphs(texts: readonly string[]): Prose {
  return texts.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}

function findLine(lines: Lines, text: string, from: number, end: number): number {
  const at = lines.find(from, end, (line) => lines.at(line).trim() === text);
  return at < end ? at : -1;
}
