/** Changes for people at a terminal. */
import pc from 'picocolors';
import { type Severity, visibleText } from '../../model/index.ts';
import { type WordPiece, wordPieces } from '../../view/prose/word-pieces.ts';
import type { SyntaxLine } from '../../view/syntax/syntax-line.ts';
import { plainSentence } from './code-spans.ts';
import type { Comparison } from './diff-formats.ts';
import { placeOf, sentenceOf, totals, worstFirst } from './sentences.ts';
import { wordLine } from './word-line.ts';

const marks: Readonly<Record<Severity, string>> = { breaking: '✗', dangerous: '!', safe: '+', docs: '·' };
/** Places of one change that are printed. */
const most = 8;

/** Every service with its changes, worst first; colours only where the terminal has them. */
export function printText({ services, syntax, out, env }: Comparison): string {
  const colours = pc.createColors(out.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb');
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    breaking: colours.red,
    dangerous: colours.yellow,
    safe: colours.green,
    docs: colours.dim,
  };
  const paintPiece = (piece: WordPiece) =>
    !colours.isColorSupported
      ? wordLine([piece])
      : piece.change === 'added'
        ? colours.green(piece.text)
        : piece.change === 'removed'
          ? colours.red(colours.strikethrough(piece.text))
          : piece.text;
  const paintLine: Readonly<Record<SyntaxLine['op'], (text: string) => string>> = {
    ' ': colours.dim,
    '+': colours.green,
    '-': colours.red,
  };
  const lines: string[] = [];
  for (const { id, title, status, changes } of services) {
    lines.push(`${colours.bold(visibleText(id))} ${visibleText(title)}${status === 'changed' ? '' : ` (${status})`}`);
    for (const change of worstFirst(changes)) {
      lines.push(
        `  ${paint[change.severity](`${marks[change.severity]} ${change.severity.padEnd(9)}`)} ${plainSentence(sentenceOf(change))}`,
      );
      const words = wordPieces(change);
      if (words.length > 0) lines.push(`      ${words.map(visiblePiece).map(paintPiece).join('')}`);
      if (change.places.length > 1 || change.places[0]?.operation !== null) {
        for (const place of change.places.slice(0, most)) lines.push(`      ${colours.dim(placeOf(place, id))}`);
        const more = change.places.length - most + (change.unlisted ?? 0);
        if (more > 0) lines.push(`      ${colours.dim(`… and ${more} more places`)}`);
      }
      for (const { op, text } of syntax?.(change) ?? [])
        lines.push(`        ${paintLine[op](visibleText(`${op} ${text}`.trimEnd()))}`);
    }
    lines.push('');
  }
  lines.push(totals(services));
  return `${lines.join('\n')}\n`;
}

/** Descriptions may hold line ends, which break nothing; what else does something on a terminal is written out. */
function visiblePiece(piece: WordPiece): WordPiece {
  return { ...piece, text: visibleText(piece.text.replace(/\s+/g, ' ')) };
}
