/**
 * The lines of a text, and a ledger with the state of each one: used, boilerplate by a named pattern, or not yet
 * accounted for.
 */

import { LinkTargets } from './prose/link-targets.ts';

/** A text in lines, with the offset at which each starts. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** The addresses that an RST text gives to names. */
  readonly links: LinkTargets;
  /** The line's text without its end. `index` counts from 0. */
  at(index: number): string;
  /** The offset of a line's first character. */
  start(index: number): number;
  /** Columns of white space before the line's text; -1 for a blank line. */
  indent(index: number): number;
  /** The code of the first character behind the indentation: it tells what a line may be, and needs no text of its own. */
  firstCode(index: number): number;
  /** The index of the line that has the offset. */
  lineOf(offset: number): number;
  /** The index of every line. */
  indexes(): Iterable<number>;
  /** The first line for which a test holds, from `from` up to, not with, `end`; `end` if there is none. */
  find(from: number, end: number, test: (index: number) => boolean): number;
  /** The first line with text, from `from` up to, not with, `end`; `end` if there is none. */
  nextText(from: number, end: number): number;
  /** The first line with text and less indentation than `indent`, from `from` up to, not with, `end`; else `end`. */
  nextOutside(from: number, end: number, indent: number): number;
}

/** Cuts a text into lines at LF; a CR before it does not belong to the line. */
export function linesOf(text: string): Lines {
  return new CutText(text);
}

/** The lines of a text. A line becomes a string when it is asked for: many are only known by their indentation. */
class CutText implements Lines {
  readonly text: string;
  readonly count: number;
  readonly links: LinkTargets;
  readonly #starts: Int32Array;
  readonly #indents: Int16Array;

  constructor(text: string) {
    this.text = text;
    this.links = new LinkTargets(text);
    this.count = countOf('\n', text) + 1;
    // Arrays of the right size: to let them grow takes longer than to count first.
    this.#starts = new Int32Array(this.count);
    this.#indents = new Int16Array(this.count);
    let start = 0;
    for (let index = 0; index < this.count; index++) {
      const found = text.indexOf('\n', start);
      const end = found === -1 ? text.length : found;
      this.#starts[index] = start;
      this.#indents[index] = indentOf(text, start, end);
      start = end + 1;
    }
  }

  at(index: number): string {
    if (index < 0 || index >= this.count) return '';
    const start = this.start(index);
    const end = index + 1 < this.count ? this.start(index + 1) - 1 : this.text.length;
    return this.text.slice(start, end > start && this.text.charCodeAt(end - 1) === 13 ? end - 1 : end);
  }

  start(index: number): number {
    return this.#starts[index] ?? this.text.length;
  }

  indent(index: number): number {
    return this.#indents[index] ?? -1;
  }

  firstCode(index: number): number {
    const indent = this.indent(index);
    return indent === -1 ? -1 : this.text.charCodeAt(this.start(index) + indent);
  }

  indexes(): Iterable<number> {
    return this.#indents.keys();
  }

  find(from: number, end: number, test: (index: number) => boolean): number {
    let at = from;
    while (at < end && !test(at)) at++;
    return at;
  }

  nextText(from: number, end: number): number {
    let at = from;
    while (at < end && this.indent(at) < 0) at++;
    return at;
  }

  nextOutside(from: number, end: number, indent: number): number {
    let at = from;
    while (at < end && (this.indent(at) < 0 || this.indent(at) >= indent)) at++;
    return at;
  }

  lineOf(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count++;
  return count;
}

const widest = 32_767;

/** The white space of a line before its text, between two offsets; -1 if there is no text. */
function indentOf(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isSpace = code === 32 || code === 9 || code === 11 || code === 12;
    if (!isSpace) return code === 13 && at === end - 1 ? -1 : Math.min(at - start, widest);
  }
  return -1;
}

const unaccounted = 0;
const used = 1;

/** Accounts for all lines, so that no text is lost without a message. Blank lines need no account. */
export class Ledger {
  readonly #state: Uint8Array;
  readonly #lines: Lines;
  readonly #boilerplate = new Map<string, number>();

  constructor(lines: Lines) {
    this.#lines = lines;
    this.#state = new Uint8Array(lines.count);
  }

  /** The lines from `first` up to, not with, `end` are in the model. */
  use(first: number, end: number = first + 1): void {
    this.#state.fill(used, first, end);
  }

  /** The lines have no fact; `pattern` names the exact reason. */
  skip(pattern: string, first: number, end: number = first + 1): void {
    let count = 0;
    for (let index = first; index < end; index++) {
      if (this.#state[index] === unaccounted && this.#lines.indent(index) >= 0) count++;
      this.#state[index] = used;
    }
    if (count > 0) this.#boilerplate.set(pattern, (this.#boilerplate.get(pattern) ?? 0) + count);
  }

  /** How many lines each pattern of boilerplate matched, sorted by pattern. */
  boilerplate(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#boilerplate].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Every run of lines that is not accounted for. */
  *gaps(): Generator<{ readonly first: number; readonly end: number }> {
    const { count } = this.#lines;
    // Nearly all lines are used: they are passed over in one step.
    for (let first = this.#state.indexOf(unaccounted); first !== -1; ) {
      let end = first + 1;
      if (this.#lines.indent(first) >= 0) {
        while (end < count && (this.#state[end] === unaccounted || this.#lines.indent(end) < 0)) end++;
        yield { first, end };
      }
      first = this.#state.indexOf(unaccounted, end);
    }
  }
}
