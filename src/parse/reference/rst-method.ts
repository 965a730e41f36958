/** One method in reference RST: description, request syntax, parameters, response, exceptions, examples. */
import type { Example, Operation, Prose, ShapeId } from '../../model/index.ts';
import type { DocumentedField } from '../build/documented-field.ts';
import { type MergeContext, mergeRequest, mergeResponse } from '../build/merge-shape.ts';
import { inferName } from '../build/sdk-names.ts';
import { type Positions, positionKey, type ServiceDraft } from '../build/service-draft.ts';
import type { Ledger, Lines } from '../lines.ts';
import { type Messages, quote } from '../messages.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import { parseSyntax } from '../python/parse-syntax.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { parseParameters, parseStructure } from './rst-fields.ts';

/** Where a method stands and what it belongs to. */
export interface MethodInput {
  readonly lines: Lines;
  readonly ledger: Ledger;
  readonly messages: Messages;
  readonly draft: ServiceDraft;
  readonly positions: Positions | undefined;
  readonly sdkName: string;
  /** Line of the directive. */
  readonly line: number;
  /** The body: its lines and its indentation. */
  readonly first: number;
  readonly end: number;
  readonly base: number;
}

const seeAlso = /^See also: `AWS API Documentation <(https?:\/\/[^>]*\/WebAPI\/([^/>]+)\/([^/>]+))>`_/;
const leftOut = '# This section is too large to render.';
const deprecatedSentence = 'This operation is deprecated and may not function as expected';

/** The sections of a method body, each with its lines. Absent sections are undefined. */
interface Sections {
  introEnd: number;
  seeAlso: { readonly line: number; readonly url: string; readonly uid: string; readonly name: string } | undefined;
  requestSyntax: number | undefined;
  parameters: number | undefined;
  returns: number | undefined;
  exceptions: number | undefined;
  examples: number | undefined;
}

/** Reads a method into an operation; undefined where the body is no operation's (it has no request syntax). */
export function parseMethod(input: MethodInput): Operation | undefined {
  const sections = findSections(input);
  if (sections.requestSyntax === undefined) return undefined;
  const { lines, ledger, messages, draft, sdkName, base, end } = input;
  const stated = sections.seeAlso;
  const name = stated?.name ?? inferName(sdkName);
  if (stated === undefined) messages.add('inferred-name', quote(name), { line: input.line + 1, column: base + 1 });
  else draft.uid ??= stated.uid;
  input.positions?.set(positionKey(draft.id, name, '', ''), {
    file: messages.file,
    line: input.line + 1,
    column: base + 1,
  });
  ledger.use(input.line);

  const intro = readIntro(input, sections);
  const behindRequest = firstOf(sections.parameters, sections.returns, sections.exceptions, sections.examples) ?? end;
  const requestSyntax = readSyntax(input, sections.requestSyntax, behindRequest);
  const behindParameters = sections.returns ?? sections.exceptions ?? sections.examples ?? end;
  const fields =
    sections.parameters === undefined
      ? []
      : parseParameters(lines, ledger, messages, sections.parameters, behindParameters, base);
  const context = (direction: 'request' | 'response'): MergeContext => ({
    table: draft.table,
    messages,
    direction,
    knowsRequired: true,
    describesAll: true,
    onField: (path, at) =>
      input.positions?.set(positionKey(draft.id, name, direction, path), { file: messages.file, ...at }),
    pointOf: (offset) => {
      const line = lines.lineOf(offset);
      return { line: line + 1, column: offset - lines.start(line) + 1 };
    },
  });
  if (requestSyntax === 'left out') skipLeftOut(input, sections.requestSyntax, behindRequest);
  const request =
    requestSyntax === 'left out' && fields.length === 0
      ? undefined
      : mergeRequest(context('request'), requestSyntax === 'left out' ? null : requestSyntax, fields);
  const response = sections.returns === undefined ? undefined : readReturns(input, sections, context('response'));
  const errors =
    sections.exceptions === undefined ? [] : readExceptions(input, sections.exceptions, sections.examples ?? end);
  const examples = sections.examples === undefined ? [] : readExamples(input, sections.examples, end);
  return {
    name,
    nameOrigin: stated === undefined ? 'inferred' : 'stated',
    sdkName,
    ...(intro.documentation.length > 0 ? { documentation: intro.documentation } : {}),
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
    errors,
    ...(intro.deprecated ? { deprecated: {} } : {}),
    ...(examples.length > 0 ? { examples } : {}),
    ...(stated === undefined ? {} : { seeAlso: stated.url }),
  };
}

function findSections({ lines, first, end, base }: MethodInput): Sections {
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
    if (lines.indent(at) !== base) {
      // Where boto3 leaves a section out, it puts the heading one step to the right.
      if (found.requestSyntax === undefined && lines.indent(at) === base + 2 && isLeftOut(lines, at, end)) {
        found.requestSyntax = at;
        found.introEnd = Math.min(found.introEnd, at);
      }
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

function readIntro(
  input: MethodInput,
  sections: Sections,
): { readonly documentation: Prose; readonly deprecated: boolean } {
  const { lines, ledger, messages, first } = input;
  const blocks = parseBlocks(lines, first, sections.introEnd, messages);
  ledger.use(first, sections.introEnd);
  if (sections.seeAlso !== undefined) ledger.use(sections.seeAlso.line);
  let deprecated = false;
  const documentation = blocks.filter((block) => {
    if (block.type !== 'note' || block.kind !== 'danger') return true;
    const said = JSON.stringify(block.children).includes(deprecatedSentence);
    deprecated ||= said;
    return !said;
  });
  return { documentation, deprecated };
}

/** The literal block under a heading. */
function readSyntax(input: MethodInput, heading: number, end: number): SyntaxNode | null | 'left out' {
  const { lines, ledger, messages } = input;
  ledger.skip('section-heading', heading);
  let at = heading + 1;
  while (at < end && lines.indent(at) < 0) at++;
  const marker = lines.at(at).trim();
  if (at >= end || marker !== '::') {
    messages.add(
      'unexpected-text',
      marker === '' ? 'end of the section' : quote(marker),
      { line: at + 1, column: 1 },
      '`::` and the syntax',
    );
    return null;
  }
  ledger.skip('literal-marker', at);
  const indent = lines.indent(at);
  let first = at + 1;
  while (first < end && lines.indent(first) < 0) first++;
  let stop = first;
  while (stop < end && (lines.indent(stop) < 0 || lines.indent(stop) > indent)) stop++;
  if (lines.at(first).trim().startsWith(leftOut)) {
    messages.add('section-left-out', 'a section that is too large to render', {
      line: first + 1,
      column: lines.indent(first) + 1,
    });
    ledger.skip('section-left-out', first, stop);
    return 'left out';
  }
  const parsed = parseSyntax(lines.text, lines.start(first), lines.start(stop));
  for (const problem of parsed.problems) {
    const line = lines.lineOf(problem.offset);
    const point = { line: line + 1, column: problem.offset - lines.start(line) + 1 };
    const id =
      problem.kind === 'end' ? 'unexpected-end' : problem.kind === 'depth' ? 'nesting-too-deep' : 'unexpected-syntax';
    messages.add(id, quote(problem.actual), point, problem.expected);
  }
  ledger.use(first, lines.lineOf(Math.max(parsed.end - 1, lines.start(first))) + 1);
  return parsed.node;
}

function readReturns(input: MethodInput, sections: Sections, context: MergeContext): ShapeId | null | undefined {
  const { lines, ledger, messages } = input;
  const first = sections.returns as number;
  const end = sections.exceptions ?? sections.examples ?? input.end;
  let syntax: SyntaxNode | null | 'left out' = null;
  let root: DocumentedField | undefined;
  let structure: number | undefined;
  let said = false;
  for (let at = first; at < end; at++) {
    const indent = lines.indent(at);
    if (indent < 0) continue;
    const text = lines.at(at).trim();
    if (indent === input.base) {
      if (text === ':returns: None') {
        ledger.use(at);
        return null;
      }
      if (text.startsWith(':rtype:') || text === ':returns:') ledger.skip('return-type', at);
      continue;
    }
    if (text === '**Response Syntax**') {
      said = true;
      syntax = readSyntax(input, at, end);
    } else if (text === '**Response Structure**') {
      ledger.skip('section-heading', at);
      structure = at + 1;
      break;
    } else if (text.startsWith('The response of this operation contains an :class:`.EventStream` member'))
      ledger.skip('event-stream-sentence', at);
  }
  if (structure !== undefined) {
    const left = nextText(lines, structure, end);
    if (lines.at(left).trim() === '::') readSyntaxLeftOut(input, left, end);
    else {
      let base = lines.indent(left);
      if (base < 0) base = input.base;
      root = parseStructure(lines, ledger, messages, structure, end, base)[0];
    }
  }
  if (syntax === 'left out') skipLeftOut(input, first, structure ?? end);
  if (syntax === 'left out') return root === undefined ? undefined : mergeResponse(context, null, root);
  if (!said && root === undefined) return undefined;
  return mergeResponse(context, syntax, root);
}

/** Whether a heading is followed by the remark that its section is too large. */
function isLeftOut(lines: Lines, at: number, end: number): boolean {
  if (lines.at(at).trim() !== '**Request Syntax**') return false;
  const remark = nextText(lines, nextText(lines, at + 1, end) + 1, end);
  return lines.at(remark).trim().startsWith(leftOut);
}

/** Between a heading and the next section, where boto3 puts remarks and links in the place of content. */
function skipLeftOut({ lines, ledger }: MethodInput, first: number, end: number): void {
  for (let at = first; at < end; at++) {
    const text = lines.at(at).trim();
    if (
      text === '**Parameters**' ||
      text === '::' ||
      text.startsWith('# ') ||
      /^`AWS API Documentation <[^>]*>`_$/.test(text)
    )
      ledger.skip('section-left-out', at);
  }
}

/** Under “Response Structure”, where boto3 puts a remark and a link instead. */
function readSyntaxLeftOut(input: MethodInput, at: number, end: number): void {
  const { lines, ledger, messages } = input;
  const first = nextText(lines, at + 1, end);
  messages.add('section-left-out', 'a section that is too large to render', {
    line: first + 1,
    column: lines.indent(first) + 1,
  });
  ledger.skip('section-left-out', at, end);
}

function readExceptions({ lines, ledger }: MethodInput, first: number, end: number): { readonly name: string }[] {
  ledger.skip('section-heading', first);
  const names = new Set<string>();
  for (let at = first + 1; at < end; at++) {
    const found = /^\s*\*\s+:py:class:`[^`]*\.exceptions\.([^`.]+)`/.exec(lines.at(at));
    if (found === null) continue;
    names.add(found[1] as string);
    ledger.use(at);
  }
  return [...names].sort().map((name) => ({ name }));
}

/** Examples: words, the call in a literal block, “Expected Output:”, the answer in a literal block. */
function readExamples({ lines, ledger, messages }: MethodInput, first: number, end: number): Example[] {
  ledger.skip('section-heading', first);
  const blocks = parseBlocks(lines, first + 1, end, messages);
  ledger.use(first + 1, end);
  const examples: { description: Prose[number][]; request?: string; response?: string }[] = [];
  let expectsOutput = false;
  for (const block of blocks) {
    const last = examples.at(-1);
    if (block.type === 'code' && last !== undefined && (last.request === undefined || expectsOutput)) {
      if (expectsOutput) last.response = block.value;
      else last.request = block.value;
      expectsOutput = false;
    } else if (block.type === 'code') examples.push({ description: [], request: block.value });
    else if (isOutputLine(block)) expectsOutput = true;
    else if (last !== undefined && last.request === undefined) last.description.push(block);
    else examples.push({ description: [block] });
  }
  return examples;
}

function isOutputLine(block: Prose[number]): boolean {
  const first = block.type === 'paragraph' ? block.children[0] : undefined;
  return first?.type === 'text' && first.value.trim() === 'Expected Output:';
}

function nextText(lines: Lines, from: number, end: number): number {
  let at = from;
  while (at < end && lines.indent(at) < 0) at++;
  return at;
}

function firstOf(...lines: readonly (number | undefined)[]): number | undefined {
  return lines.filter((line) => line !== undefined).sort((a, b) => a - b)[0];
}
