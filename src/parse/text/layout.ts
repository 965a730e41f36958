/**
 * The indentation of a text as its parsers expect it: plain spaces, a tab goes to the next stop of eight columns, and
 * what all lines have in common is no indentation. Points in the result are led back to the text.
 */
import type { Point } from '../messages.ts';
import { isUsual } from './clean.ts';

/** A text with its new indentation. */
export interface Layout {
  readonly text: string;
  /** The point in the old text. */
  pointOf(at: Point): Point;
}

/** docutils' own. */
const tabStop = 8;
const noBreak = '\u00a0';
/** Characters without a width: joiners, directions, marks of the order of bytes. */
const isUnseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
/** The first character of the text of a line: browsers and editors write spaces that do not break, or of other widths. */
const textStart = /[^\t \u00a0\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]/;
const oddSign = /[\t\u00a0\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]/;
/** A line with more white space before its text stays as it is: no document has one. */
const widest = 1_000;

/**
 * A text with plain spaces before the text of its lines, if they mean columns, and without common indentation.
 * Undefined if nothing has to be changed. `usual`: what `isUsual` said of the text before it was repaired.
 */
export function layOut(text: string, columns: 'plain' | 'kept', usual = isUsual(text)): Layout | undefined {
  const isOdd = columns === 'plain' && ((!usual && hasOddLine(text)) || hasBoundLine(text));
  if (!isOdd && commonIndent(text) === 0) return undefined;
  const old = text.split('\n');
  // What is not seen at the end of a few lines is their author's; a program puts it on most of them.
  const texts = old.filter((line) => textStart.test(line));
  const isMarked = isOdd && texts.filter((line) => endOf(line) < line.trimEnd().length).length * 2 > texts.length;
  const lines = isOdd ? old.map((line) => plainLine(line, isMarked)) : old;
  const joined = lines.join('\n');
  const common = commonIndent(joined);
  return {
    text: common === 0 ? joined : lines.map((line) => line.slice(Math.min(common, indentOf(line)))).join('\n'),
    pointOf: ({ line, column }) => {
      const there = column + common;
      return { line, column: isOdd ? columnIn(old[line - 1] ?? '', there) : there };
    },
  };
}

/**
 * Whether a line begins with more than plain spaces, or ends in what is not seen. Line by line, because an expression
 * over all the text takes a tenth of the time to read it.
 */
function hasOddLine(text: string): boolean {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    if (at < end && isOddCode(text.charCodeAt(at)) && oddSign.test(text.charAt(at))) return true;
    const last = text.charCodeAt(end - 1) === carriageReturn ? end - 2 : end - 1;
    if (last > at && isOddCode(text.charCodeAt(last)) && isUnseen.test(text.charAt(last))) return true;
    start = end + 1;
  }
  return false;
}

/** Nearly every character is beyond doubt: letters of English, and signs. */
const isOddCode = (code: number) => code === 9 || code >= 0xa0;
const carriageReturn = 13;

/** Whether a line has spaces that do not break where its words should have plain ones. */
function hasBoundLine(text: string): boolean {
  for (let at = text.indexOf(noBreak); at !== -1; ) {
    const start = text.lastIndexOf('\n', at) + 1;
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, end);
    if (plainLine(line, false) !== line) return true;
    at = text.indexOf(noBreak, end);
  }
  return false;
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

function plainLine(line: string, isMarked: boolean): string {
  const end = line.search(textStart);
  if (end === -1) return '';
  if (end > widest) return line;
  const head = line.slice(0, end);
  const words = line.slice(end, isMarked ? endOf(line) : line.length);
  // Editors of web pages write no other space; an author writes a single one.
  const plain = words.includes(' ') ? words : words.replaceAll(noBreak, ' ');
  return (oddSign.test(head) ? ' '.repeat(widthOf(line, end)) : head) + plain;
}

/** The end of a line's text, without what is not seen behind it. */
function endOf(line: string): number {
  let end = line.length;
  while (end > 0 && (line[end - 1] === '\r' || isUnseen.test(line[end - 1] as string))) end--;
  return end;
}

/** The columns of the white space before a place. */
function widthOf(line: string, end: number): number {
  let width = 0;
  for (let at = 0; at < end; at++) {
    const sign = line[at] as string;
    width += sign === '\t' ? tabStop - (width % tabStop) : isUnseen.test(sign) ? 0 : 1;
  }
  return width;
}

/** The column in a line, counted from 1, of a column in the line without tabs. */
function columnIn(line: string, column: number): number {
  const end = line.search(textStart);
  if (end === -1 || end > widest) return column;
  const width = widthOf(line, end);
  if (column > width) return column - width + end;
  let at = 0;
  while (at < end && widthOf(line, at + 1) < column) at++;
  return at + 1;
}
