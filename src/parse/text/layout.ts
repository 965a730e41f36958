/**
 * The indentation of a text as its parsers expect it: a tab goes to the next stop of eight columns, and what all lines
 * have in common is no indentation. Points in the result are led back to the text.
 */
import type { Point } from '../messages.ts';

/** A text with its new indentation. */
export interface Layout {
  readonly text: string;
  /** The point in the old text. */
  pointOf(at: Point): Point;
}

/** docutils' own. */
const tabStop = 8;
/** A line with more white space before its text stays as it is: no document has one. */
const widest = 1_000;

/**
 * A text without tabs before the text of its lines, if they mean columns, and without common indentation. Undefined if
 * it had neither.
 */
export function layOut(text: string, tabs: 'columns' | 'kept'): Layout | undefined {
  const hasTabs = tabs === 'columns' && text.includes('\t') && /^ *\t+ *\S/m.test(text);
  if (!hasTabs && commonIndent(text) === 0) return undefined;
  const old = text.split('\n');
  const lines = hasTabs ? old.map(withoutTabs) : old;
  const joined = lines.join('\n');
  const common = commonIndent(joined);
  return {
    text: common === 0 ? joined : lines.map((line) => line.slice(Math.min(common, indentOf(line)))).join('\n'),
    pointOf: ({ line, column }) => {
      const there = column + common;
      return { line, column: hasTabs ? columnIn(old[line - 1] ?? '', there) : there };
    },
  };
}

/** A text without the spaces that all of its lines begin with. */
export function dedented(text: string): string {
  const common = commonIndent(text);
  if (common === 0) return text;
  return text
    .split('\n')
    .map((line) => line.slice(Math.min(common, indentOf(line))))
    .join('\n');
}

/** How many spaces all lines with text begin with. Nearly every text has a line without any at its beginning. */
function commonIndent(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < text.length && least > 0; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    let at = start;
    while (at < end && text.charCodeAt(at) === 32) at++;
    // A line of white space only has no indentation.
    if (at - start < least && text.slice(at, end).trim() !== '') least = at - start;
    start = end + 1;
  }
  return Number.isFinite(least) ? least : 0;
}

function indentOf(line: string): number {
  let at = 0;
  while (line.charCodeAt(at) === 32) at++;
  return at;
}

function withoutTabs(line: string): string {
  const end = line.search(/[^ \t]/);
  if (end === -1 || end > widest || !line.slice(0, end).includes('\t')) return line;
  return ' '.repeat(widthOf(line, end)) + line.slice(end);
}

/** The columns of the white space before a place. */
function widthOf(line: string, end: number): number {
  let width = 0;
  for (let at = 0; at < end; at++) width += line[at] === '\t' ? tabStop - (width % tabStop) : 1;
  return width;
}

/** The column in a line, counted from 1, of a column in the line without tabs. */
function columnIn(line: string, column: number): number {
  const end = line.search(/[^ \t]/);
  if (end === -1 || end > widest) return column;
  const width = widthOf(line, end);
  if (column > width) return column - width + end;
  let at = 0;
  while (at < end && widthOf(line, at + 1) < column) at++;
  return at + 1;
}
