/** A changelog page as text with its indentation: headings, parameter names and bullets are all there. */

import type { Prose } from '../../model/index.ts';
import { sdkNameOf } from '../../model/index.ts';
import { type DocumentedField, rootField } from '../build/documented-field.ts';
import type { Positions } from '../build/service-builder.ts';
import { syntaxAt } from '../build/syntax-lines.ts';
import { parseTextFields } from '../build/text-fields.ts';
import { Ledger, type Lines, linesOf } from '../lines.ts';
import { type Messages, quote } from '../messages.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { TextPart } from '../text-part.ts';
import { firstPage } from './header.ts';
import { brokenOff, type PageDelta, type PageOperation, type ReadSyntax, shownOf } from './page.ts';
import { type ChangelogResult, finishTextPage, readHead } from './text-page.ts';

/**
 *     > | CreateListener (updated) Link ¶
 *         ^
 */
const heading = /^(\w+)\s+\((updated|new)\)(?:\s+Link\s+¶)?$/;
const changed = /^Changes\s+\((request, response|request|response|both)\)$/;

/** The sentence at the end of an operation's description; its link is lost in text. */
export const seeAlso = /^See also: AWS API Documentation\.?$/;

/** Whether a changelog page is in this layout: it has a heading for each operation. */
export function isStructured(text: string): boolean {
  return /^\w+\s+\((?:updated|new)\)(?:\s+Link\s+¶)?\s*$/m.test(text);
}

/** Reads a page. */
export function parseStructuredPage(text: string, messages: Messages, positions?: Positions): ChangelogResult {
  const lines = linesOf(firstPage(text, messages));
  const reading = { lines, ledger: new Ledger(lines), messages };
  const starts: number[] = [];
  for (const at of lines.indexes()) if (lines.indent(at) === 0 && heading.test(lines.at(at).trimEnd())) starts.push(at);
  const head = readHead(reading, starts[0] ?? lines.count);
  const operations = starts.map((start, index) =>
    readOperation({ ...reading, first: start, end: starts[index + 1] ?? lines.count }),
  );
  return finishTextPage(reading, positions, head, operations);
}

function readOperation(part: TextPart): PageOperation {
  const { lines, ledger, messages, first: start, end } = part;
  // The same expression found the line.
  const [, name, status] = heading.exec(lines.at(start).trimEnd()) as unknown as [string, string, string];
  ledger.use(start);
  const find = (text: string, from: number) => {
    // The first character tells nearly all lines from the wanted one; the others need no text here.
    const code = text.charCodeAt(0);
    for (let at = from; at < end; at++)
      if (lines.firstCode(at) === code && lines.indent(at) === 0 && lines.at(at).trimEnd() === text) return at;
    return -1;
  };
  const requestAt = find('Request Syntax', start + 1);
  const deltas = readDeltas({ ...part, first: start + 1, end: requestAt === -1 ? end : requestAt });
  const bodyEnd = requestAt === -1 ? end : requestAt;
  for (let at = deltas.behind; at < bodyEnd; at++) if (seeAlso.test(lines.at(at).trim())) ledger.skip('see-also', at);
  const documentation = parseBlocks({ ...part, first: deltas.behind, end: bodyEnd }, { plain: true }).filter(
    (block) => !isSeeAlso(block),
  );
  ledger.use(deltas.behind, bodyEnd);
  const read: PageOperation = {
    name,
    sdkName: sdkNameOf(name),
    added: status === 'new',
    deltas: deltas.deltas,
    documentation,
    request: undefined,
    parameters: [],
    response: undefined,
    responseRoot: undefined,
    partial: [],
    at: { line: start + 1, column: 1 },
  };
  if (requestAt === -1) {
    messages.add('unexpected-end', quote(name), { line: end, column: 1 }, 'a request syntax');
    return read;
  }
  ledger.skip('section-heading', requestAt);
  const request = readSyntax({ ...part, first: requestAt + 1 });
  const responseAt = find('Response Syntax', request.stop);
  const structureAt = find('Response Structure', request.stop);
  const returnsAt = firstFound(find('rtype:', request.stop), find('returns:', request.stop), responseAt, end);
  const parameters = readParameters({ ...part, first: request.stop, end: returnsAt }, namesIn(request.node));
  const none = returnsNone(lines, ledger, returnsAt, responseAt === -1 ? end : responseAt);
  const asked = { ...read, request: shownOf(request), parameters, partial: brokenOff(request) };
  if (responseAt === -1) return { ...asked, response: none ? null : undefined };
  ledger.skip('section-heading', responseAt);
  const response = readSyntax({ ...part, first: responseAt + 1 });
  const root = rootField(structureAt);
  if (structureAt !== -1) {
    ledger.skip('section-heading', structureAt);
    parseTextFields({ ...part, first: structureAt + 1 }, root);
  }
  return {
    ...asked,
    response: shownOf(response),
    responseRoot: root.children[0],
    partial: brokenOff(request, response),
  };
}

function readDeltas({ lines, ledger, messages, first, end }: TextPart): {
  readonly deltas: PageDelta[];
  readonly behind: number;
} {
  let at = lines.nextText(first, end);
  const said = changed.exec(lines.at(at).trimEnd())?.[1];
  if (said === undefined) return { deltas: [], behind: first };
  ledger.use(at++);
  const deltas: PageDelta[] = [];
  let direction: PageDelta['direction'] = said === 'request' || said === 'response' ? said : 'both';
  while (at < end) {
    const text = lines.at(at).trim();
    if (text === '') at++;
    else if (text === 'Request' || text === 'Response') {
      direction = text === 'Request' ? 'request' : 'response';
      ledger.use(at++);
    } else if (text.startsWith('{')) {
      const { syntax, stop } = syntaxAt({ lines, messages, first: at, end });
      if (syntax.node !== null) deltas.push({ direction, node: syntax.node });
      ledger.use(at, stop);
      at = stop;
    } else break;
  }
  return { deltas, behind: at };
}

function readSyntax({ lines, ledger, messages, first: from, end }: TextPart): ReadSyntax & { readonly stop: number } {
  const first = lines.nextText(from, end);
  if (first >= end) {
    messages.add('unexpected-end', 'end of the operation', { line: end, column: 1 }, 'the syntax');
    return { node: null, cut: true, stop: end };
  }
  const { node, cut, stop } = syntaxAt({ lines, messages, first, end });
  ledger.use(first, stop);
  return { node, cut, stop };
}

const parameter = /^(type|param) (\w[\w.$:-]*):$/;
/** `t` and `p`. */
const parameterCodes: ReadonlySet<number> = new Set([116, 112]);

/** `type Name:`, the type, `param Name:`, and the description with nested bullets. */
function readParameters(part: TextPart, names: ReadonlySet<string>): DocumentedField[] {
  const { lines, ledger, end } = part;
  const fields: DocumentedField[] = [];
  const opens = (line: number) => {
    if (lines.indent(line) !== 0 || !parameterCodes.has(lines.firstCode(line))) return null;
    const found = parameter.exec(lines.at(line).trimEnd());
    // A sentence may look like a parameter, but its first word is never a name in the syntax.
    return found !== null && names.has(found[2] as string) ? found : null;
  };
  let type = '';
  let at = part.first;
  while (at < end) {
    const found = opens(at);
    if (found === null) {
      at++;
      continue;
    }
    const stop = lines.find(at + 1, end, (line) => opens(line) !== null);
    ledger.use(at);
    if (found[1] === 'type') {
      type = '';
      for (let line = at + 1; line < stop && type === ''; line++) type = lines.at(line).trim();
      ledger.use(at, stop);
    } else {
      const field: DocumentedField = {
        name: found[2] as string,
        type,
        required: false,
        documentation: [],
        children: [],
        line: at + 1,
        column: 1,
      };
      parseTextFields({ ...part, first: at + 1, end: stop }, field);
      fields.push(field);
    }
    at = stop;
  }
  return fields;
}

function namesIn(syntax: SyntaxNode | null): ReadonlySet<string> {
  return new Set(syntax?.type === 'call' ? syntax.entries.map(({ key }) => key) : []);
}

function returnsNone(lines: Lines, ledger: Ledger, from: number, end: number): boolean {
  let none = false;
  for (let at = from; at < end; at++) {
    const text = lines.at(at).trim();
    if (!/^(?:rtype:|returns:|dict|None)$/.test(text)) continue;
    none ||= text === 'None';
    ledger.skip('return-type', at);
  }
  return none;
}

/** “See also: AWS API Documentation”, without its link, which is lost in text. */
export function isSeeAlso(block: Prose[number]): boolean {
  const first = block.type === 'paragraph' ? block.children[0] : undefined;
  return first?.type === 'text' && seeAlso.test(first.value.trim());
}

function firstFound(...lines: readonly number[]): number {
  return lines.filter((line) => line >= 0).reduce((least, line) => Math.min(least, line), Number.POSITIVE_INFINITY);
}
