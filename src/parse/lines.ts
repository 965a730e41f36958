/**
 * The lines of a text, and a ledger with the state of each one: used, boilerplate by a named pattern, or not yet
 * accounted for.
 */

/** A text cut into lines, with the offset at which each starts. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** The line's text without its end. `index` counts from 0. */
  at(index: number): string;
  /** The offset of a line's first character. */
  start(index: number): number;
  /** Columns of white space before the line's text; -1 for a blank line. */
  indent(index: number): number;
  /** The index of the line that has the offset. */
  lineOf(offset: number): number;
  /** The index of every line. */
  indexes(): Iterable<number>;
  /** The first line for which a test holds, from `from` up to, not with, `end`; `end` if there is none. */
  find(from: number, end: number, test: (index: number) => boolean): number;
  /** The first line with text, from `from` up to, not with, `end`; `end` if there is none. */
  nextText(from: number, end: number): number;
}

/** Cuts a text into lines at LF; a CR before it does not belong to the line. */
export function linesOf(text: string): Lines {
  const parts = text.split('\n');
  const starts = new Int32Array(parts.length);
  const indents = new Int16Array(parts.length);
  let offset = 0;
  for (let index = 0; index < parts.length; index++) {
    let line = parts[index] as string;
    starts[index] = offset;
    offset += line.length + 1;
    if (line.charCodeAt(line.length - 1) === 13) {
      line = line.slice(0, -1);
      parts[index] = line;
    }
    indents[index] = indentOf(line);
  }
  return {
    text,
    count: parts.length,
    at: (index) => parts[index] ?? '',
    start: (index) => starts[index] ?? text.length,
    indent: (index) => indents[index] ?? -1,
    indexes: () => parts.keys(),
    find,
    nextText: (from, end) => find(from, end, (index) => (indents[index] ?? -1) >= 0),
    lineOf(at) {
      let low = 0;
      let high = parts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= at) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

function find(from: number, end: number, test: (index: number) => boolean): number {
  let at = from;
  while (at < end && !test(at)) at++;
  return at;
}

const widest = 32_767;

function indentOf(line: string): number {
  let at = 0;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 11 && code !== 12) return Math.min(at, widest);
    at++;
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
    let first = -1;
    for (let index = 0; index <= this.#lines.count; index++) {
      const open = index < this.#lines.count && this.#state[index] === unaccounted && this.#lines.indent(index) >= 0;
      if (open && first < 0) first = index;
      if (!open && first >= 0 && (index === this.#lines.count || this.#lines.indent(index) >= 0)) {
        yield { first, end: index };
        first = -1;
      }
    }
  }
}
