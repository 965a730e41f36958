/** Parses request and response syntax in the lines of a document, and reports its problems as messages. */
import { type MessageId, quote } from '../messages.ts';
import { parseSyntax } from '../python/parse-syntax.ts';
import { settled } from '../python/settled.ts';
import type { ParsedSyntax, SyntaxNode } from '../python/syntax-tree.ts';
import type { TextPart } from '../text-part.ts';
import { linesPoint } from './points.ts';

/** A syntax in lines. */
export interface SyntaxInLines {
  readonly syntax: ParsedSyntax;
  /** Its tree; if it breaks off, only what is certain. */
  readonly node: SyntaxNode | null;
  /** Whether it breaks off. */
  readonly cut: boolean;
  /** The line after its end. */
  readonly stop: number;
}

/** Parses the syntax that starts in the first of the lines. `owner` names the operation in messages. */
export function syntaxAt({ lines, messages, first, end }: Omit<TextPart, 'ledger'>, owner?: string): SyntaxInLines {
  const start = lines.start(first);
  const syntax = parseSyntax(lines.text, start, end >= lines.count ? lines.text.length : lines.start(end));
  for (const problem of syntax.problems) {
    const id: MessageId =
      problem.kind === 'end' ? 'unexpected-end' : problem.kind === 'depth' ? 'structure-too-deep' : 'unexpected-syntax';
    messages.add(
      id,
      problem.kind === 'end'
        ? `end of the ${end >= lines.count ? 'text' : 'syntax'}${owner === undefined ? '' : ` in the middle of ${quote(owner)}`}`
        : quote(problem.actual),
      linesPoint(lines, problem.kind === 'end' ? behindText(lines.text, start, problem.offset) : problem.offset),
      problem.expected,
    );
  }
  // A call whose name is all that there is, or nothing that can be read.
  const isUnread = syntax.node === null || (syntax.node.type === 'name' && end >= lines.count);
  const cut = isUnread || syntax.problems.some(({ kind }) => kind === 'end');
  const node = isUnread ? null : cut ? settled(syntax.node, lines.text, syntax.end) : syntax.node;
  return { syntax, node, cut, stop: lines.lineOf(Math.max(syntax.end - 1, start)) + 1 };
}

/** The offset after the last character that is not white space: the place for a message about a missing part. */
function behindText(text: string, start: number, offset: number): number {
  let at = offset;
  while (at > start && /\s/.test(text[at - 1] as string)) at--;
  return at;
}
