/** The sections of a method's body in reference RST: where each one starts, and which ones the generator left out. */

import type { Positions, ServiceBuilder } from '../build/service-builder.ts';
import { syntaxAt } from '../build/syntax-lines.ts';
import type { Lines } from '../lines.ts';
import { quote } from '../messages.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import type { TextPart } from '../text-part.ts';

/** The lines of a method and their context. */
export interface MethodInput extends TextPart {
  readonly builder: ServiceBuilder;
  readonly positions: Positions | undefined;
  readonly sdkName: string;
  /** The line of the directive. */
  readonly line: number;
  /** The indentation of the body, in columns. */
  readonly base: number;
}

/** The line of each section of a method body. Absent sections are undefined. */
export interface Sections {
  introEnd: number;
  seeAlso: { readonly line: number; readonly url: string; readonly uid: string; readonly name: string } | undefined;
  requestSyntax: number | undefined;
  /** The first described parameter, or the heading of the omitted section. */
  parameters: number | undefined;
  returns: number | undefined;
  exceptions: number | undefined;
  examples: number | undefined;
}

const seeAlso = /^See also: `AWS API Documentation <(https?:\/\/[^>]*\/WebAPI\/([^/>]+)\/([^/>]+))>`_/;
const remark = '# This section is too large to render.';

/** Finds the sections; a section before the request syntax belongs to the description. */
export function findSections({ lines, first, end, base }: MethodInput): Sections {
  const found: Sections = {
    introEnd: end,
    seeAlso: undefined,
    requestSyntax: undefined,
    parameters: undefined,
    returns: undefined,
    exceptions: undefined,
    examples: undefined,
  };
  for (let at = first; at < end; at++) {
    const indent = lines.indent(at);
    if (indent !== base) {
      // If botocore leaves a section out, its heading stands one step further to the right.
      if (indent !== base + 2 || lines.at(at).charCodeAt(indent) !== 42 || !isLeftOut(lines, at, end)) continue;
      const text = lines.at(at).trim();
      if (text === '**Request Syntax**' && found.requestSyntax === undefined) {
        found.requestSyntax = at;
        found.introEnd = Math.min(found.introEnd, at);
      } else if (text === '**Parameters**' && found.requestSyntax !== undefined) found.parameters ??= at;
      continue;
    }
    const line = lines.at(at);
    const code = line.charCodeAt(base);
    if (code === 83 && found.requestSyntax === undefined) {
      const link = seeAlso.exec(line.slice(base));
      if (link !== null) {
        found.seeAlso = { line: at, url: link[1] as string, uid: link[2] as string, name: link[3] as string };
        found.introEnd = Math.min(found.introEnd, at);
      }
    } else if (code === 42) {
      const text = line.slice(base).trimEnd();
      if (text === '**Request Syntax**') {
        found.requestSyntax ??= at;
        found.introEnd = Math.min(found.introEnd, at);
      } else if (found.requestSyntax !== undefined && text === '**Exceptions**') found.exceptions ??= at;
      else if (found.requestSyntax !== undefined && text === '**Examples**') found.examples ??= at;
    } else if (code === 58 && found.requestSyntax !== undefined) {
      if (line.startsWith(':type ', base) || line.startsWith(':param ', base)) found.parameters ??= at;
      else if (line.startsWith(':rtype:', base) || line.startsWith(':returns:', base)) found.returns ??= at;
    }
  }
  return found;
}

/** Whether the remark that the section is too large follows a heading. */
export function isLeftOut(lines: Lines, heading: number, end: number): boolean {
  const marker = lines.nextText(heading + 1, end);
  if (marker >= end || lines.at(marker).trim() !== '::') return false;
  const said = lines.nextText(marker + 1, end);
  const text = lines.at(said).trim();
  if (text.startsWith(remark)) return true;
  // The text breaks off in the remark.
  return text !== '' && remark.startsWith(text) && lines.nextText(said + 1, lines.count) === lines.count;
}

/** Accounts for an omitted section: its heading, the remark, and the link that replaces it. */
export function skipLeftOut({ lines, ledger, messages }: MethodInput, heading: number, end: number): void {
  const marker = lines.nextText(heading + 1, end);
  const said = lines.nextText(marker + 1, end);
  const what = lines.at(heading).trim().replaceAll('*', '').toLowerCase();
  messages.add('section-left-out', `${what} that is too large to render`, {
    line: said + 1,
    column: lines.indent(said) + 1,
  });
  let stop = lines.find(said, end, (at) => lines.indent(at) >= 0 && !lines.at(at).trim().startsWith('# '));
  if (/^`AWS API Documentation <[^>]*>`_$/.test(lines.at(stop).trim())) stop++;
  ledger.skip('section-left-out', heading, Math.min(stop, end));
}

/** A syntax; `cut` if it ends in its middle: what would follow is unknown. */
export interface Shown {
  readonly node: SyntaxNode | null;
  readonly cut: boolean;
}

/** The literal block under a heading. If there is none, what it would show is unknown, and a message says so. */
export function readSyntax(input: MethodInput, heading: number, end: number): Shown {
  const { lines, ledger, messages } = input;
  ledger.skip('section-heading', heading);
  const at = lines.nextText(heading + 1, end);
  const marker = at < end ? lines.at(at).trim() : '';
  if (marker !== '::') {
    messages.add(
      'unexpected-text',
      marker === '' ? 'end of the section' : quote(marker),
      { line: Math.min(at + 1, lines.count), column: 1 },
      '`::` and the syntax',
    );
    return { node: null, cut: true };
  }
  ledger.skip('literal-marker', at);
  const indent = lines.indent(at);
  const first = lines.nextText(at + 1, end);
  const stop = lines.nextOutside(first, end, indent + 1);
  const read = syntaxAt({ lines, messages, first, end: stop });
  ledger.use(first, Math.min(read.stop, stop));
  return { node: read.node, cut: read.cut };
}
