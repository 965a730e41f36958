/** The result of a method in reference RST: the syntax and structure of the response, and the exceptions. */
import type { ShapeId } from '../../model/index.ts';
import type { DocumentedField } from '../build/documented-field.ts';
import { type MergeContext, mergeResponse } from '../build/merge-shape.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { parseStructure } from './rst-fields.ts';
import { isLeftOut, type MethodInput, readSyntax, skipLeftOut } from './rst-sections.ts';

/** A response; `partial` if its syntax, and so its enum values, are left out, or broken off. */
export interface Returned {
  /** Null if there is no response, undefined if the page does not tell. */
  readonly response: ShapeId | null | undefined;
  readonly partial: boolean;
}

/** Reads the lines between `:rtype:` and the exceptions. */
export function readReturns(input: MethodInput, first: number, end: number, context: MergeContext): Returned {
  const { lines, ledger } = input;
  let syntax: SyntaxNode | null = null;
  let root: DocumentedField | undefined;
  let said = false;
  let partial = false;
  let described = true;
  for (let at = first; at < end; at++) {
    const isOutside = lines.indent(at) === input.base;
    // Most lines are those of the syntax: they begin with neither a star nor `The`.
    if (!isOutside && lines.firstCode(at) !== 42 && lines.firstCode(at) !== 84) continue;
    const text = lines.at(at).trim();
    if (isOutside) {
      if (text === ':returns: None') {
        ledger.use(at);
        return { response: null, partial: false };
      }
      if (text.startsWith(':rtype:') || text === ':returns:') ledger.skip('return-type', at);
      continue;
    }
    if (text === '**Response Syntax**') {
      said = true;
      partial = isLeftOut(lines, at, end);
      if (partial) skipLeftOut(input, at, end);
      else ({ node: syntax, cut: partial } = readSyntax(input, at, end));
    } else if (text === '**Response Structure**') {
      described = !isLeftOut(lines, at, end);
      if (described) {
        ledger.skip('section-heading', at);
        const base = lines.indent(lines.nextText(at + 1, end));
        root = parseStructure({ ...input, first: at + 1, end }, base < 0 ? input.base : base)[0];
      } else skipLeftOut(input, at, end);
      break;
    } else if (text.startsWith('The response of this operation contains an :class:`.EventStream` member'))
      ledger.skip('event-stream-sentence', at);
  }
  if (root === undefined && ((partial && syntax === null) || !said)) return { response: undefined, partial: false };
  return { response: mergeResponse({ ...context, describesAll: described }, syntax, root), partial };
}

const exception = /^\s*\*\s+:py:class:`[^`]*\.exceptions\.([^`.]+)`/;

/** Reads the names of the exceptions, sorted; undefined if the text breaks off in the middle of a name. */
export function readExceptions(
  { lines, ledger }: MethodInput,
  first: number,
  end: number,
): readonly { readonly name: string }[] | undefined {
  ledger.skip('section-heading', first);
  const names = new Set<string>();
  let last = first;
  for (let at = first + 1; at < end; at++) {
    if (lines.indent(at) >= 0) last = at;
    const found = lines.firstCode(at) === 42 ? exception.exec(lines.at(at)) : null;
    if (found === null) continue;
    names.add(found[1] as string);
    ledger.use(at);
  }
  if (end >= lines.count && !exception.test(lines.at(last))) return undefined;
  return [...names].sort().map((name) => ({ name }));
}
