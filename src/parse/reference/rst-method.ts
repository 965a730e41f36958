/** One method in reference RST: description, request syntax, parameters, response, exceptions, examples. */
import type { Direction, Operation, Prose, ShapeId } from '../../model/index.ts';

import { type MergeContext, mergeRequest } from '../build/merge-shape.ts';
import { linesPoint } from '../build/points.ts';
import { positionKey } from '../build/service-builder.ts';
import { apiNameOf } from '../known/services.ts';
import { quote } from '../messages.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import { readExamples } from './rst-examples.ts';
import { parseParameters } from './rst-fields.ts';
import { readExceptions, readReturns } from './rst-returns.ts';
import { findSections, isLeftOut, type MethodInput, readSyntax, type Sections, skipLeftOut } from './rst-sections.ts';

const deprecatedSentence = 'This operation is deprecated and may not function as expected';

/** Reads a method into an operation; undefined if it has no request syntax, because then it is not an operation. */
export function parseMethod(input: MethodInput): Operation | undefined {
  const sections = findSections(input);
  if (sections.requestSyntax === undefined) return undefined;
  const { lines, ledger, messages, positions, builder, sdkName, base, end } = input;
  const link = sections.seeAlso;
  // Before 1.4.89 methods had no link.
  const { name, origin } =
    link === undefined ? apiNameOf(builder.id, sdkName) : { name: link.name, origin: 'stated' as const };
  if (origin === 'inferred') messages.add('inferred-name', quote(name), { line: input.line + 1, column: base + 1 });
  if (link !== undefined) builder.uid ??= link.uid;
  positions?.set(positionKey(builder.id, name, '', ''), {
    file: messages.file,
    line: input.line + 1,
    column: base + 1,
  });
  ledger.use(input.line);

  const intro = readIntro(input, sections);
  const context = (direction: Direction): MergeContext => ({
    table: builder.table,
    messages,
    direction,
    knowsRequired: true,
    describesAll: true,
    onField:
      positions &&
      ((path, at) => positions.set(positionKey(builder.id, name, direction, path), { file: messages.file, ...at })),
    pointOf: (offset) => linesPoint(lines, offset),
  });
  const request = readRequest(input, sections, context('request'));
  const behindReturns = sections.exceptions ?? sections.examples ?? end;
  const returned =
    sections.returns === undefined
      ? { response: undefined, partial: false }
      : readReturns(input, sections.returns, behindReturns, context('response'));
  const errors =
    sections.exceptions === undefined
      ? undefined
      : readExceptions(input, sections.exceptions, sections.examples ?? end);
  if (errors !== undefined) builder.facts.add('errors');
  if (intro.deprecated) builder.facts.add('operation-deprecation');
  const examples = sections.examples === undefined ? [] : readExamples(input, sections.examples, end);
  const partial: Direction[] = [];
  if (request.partial) partial.push('request');
  if (returned.partial) partial.push('response');
  return {
    name,
    nameOrigin: origin,
    sdkName,
    ...(intro.documentation.length > 0 ? { documentation: intro.documentation } : {}),
    ...(request.request === undefined ? {} : { request: request.request }),
    ...(returned.response === undefined ? {} : { response: returned.response }),
    ...(errors === undefined ? {} : { errors }),
    ...(partial.length > 0 ? { partial } : {}),
    ...(intro.deprecated ? { deprecated: {} } : {}),
    ...(examples.length > 0 ? { examples } : {}),
    ...(link === undefined ? {} : { seeAlso: link.url }),
  };
}

/**
 * The request: its syntax and its parameters. The generator may leave out either one if it is too large. Without the
 * syntax, enum values are unknown; without the parameters, required fields are unknown.
 */
function readRequest(
  input: MethodInput,
  sections: Sections,
  context: MergeContext,
): { readonly request: ShapeId | null | undefined; readonly partial: boolean } {
  const { lines, base, end } = input;
  // The caller has checked that there is one.
  const heading = sections.requestSyntax as number;
  const behindParameters = sections.returns ?? sections.exceptions ?? sections.examples ?? end;
  const behindSyntax = sections.parameters ?? behindParameters;
  const leftOut = isLeftOut(lines, heading, behindSyntax);
  if (leftOut) skipLeftOut(input, heading, behindSyntax);
  const { node: syntax, cut } = leftOut ? { node: null, cut: false } : readSyntax(input, heading, behindSyntax);
  const partial = leftOut || cut;
  const unknown = partial && syntax === null;
  if (sections.parameters === undefined)
    return { request: unknown ? undefined : mergeRequest(context, syntax, []), partial: cut && !unknown };
  if (isLeftOut(lines, sections.parameters, behindParameters)) {
    skipLeftOut(input, sections.parameters, behindParameters);
    if (unknown) return { request: undefined, partial: false };
    return { request: mergeRequest({ ...context, describesAll: false }, syntax, []), partial: cut };
  }
  const fields = parseParameters({ ...input, first: sections.parameters, end: behindParameters }, base);
  return { request: mergeRequest(context, syntax, fields), partial };
}

function readIntro(
  input: MethodInput,
  sections: Sections,
): { readonly documentation: Prose; readonly deprecated: boolean } {
  const { lines, ledger, messages, first } = input;
  const blocks = parseBlocks({ lines, messages, first, end: sections.introEnd });
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
