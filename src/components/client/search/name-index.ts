/** Many names in one text of search keys, so that names without a match are skipped quickly. */
import { searchKey } from '../../../view/search/name-words.ts';

/**
 * Names that are searched together. A keystroke searches twenty thousand of them, so a name becomes a string of its own
 * only when it matches.
 */
export class NameIndex {
  readonly count: number;
  /** The names, one on a line, if their keys differ only in letter case; else null. */
  readonly #lines: string | null;
  readonly #names: readonly string[];
  /** The keys, one on a line. */
  readonly #text: string;
  /** The index at which each key begins. */
  readonly #starts: Uint32Array;

  /** Takes a list of names, or a text with one name on a line. */
  constructor(names: readonly string[] | string) {
    const given = typeof names === 'string' ? names : names.join('\n');
    // Most lists have only ASCII letters and digits. Then one call makes all keys.
    const isPlain = plainLines.test(given) && (typeof names === 'string' || names.every(hasNoBreak));
    this.#lines = isPlain ? given : null;
    this.#names = isPlain ? [] : typeof names === 'string' ? names.split('\n') : names;
    this.#text = isPlain ? given.toLowerCase() : this.#names.map(keyLine).join('\n');
    this.#starts = startsOf(this.#text);
    this.count = names.length === 0 ? 0 : this.#starts.length;
  }

  nameAt(place: number): string {
    if (this.#lines === null) return this.#names[place] ?? '';
    const next = this.#starts[place + 1];
    return this.#lines.slice(this.#starts[place], next === undefined ? undefined : next - 1);
  }

  /** The indexes of the names whose key contains a text, in order. An empty text matches all. */
  *having(word: string): Generator<number> {
    if (word === '') {
      for (let place = 0; place < this.count; place += 1) yield place;
      return;
    }
    for (let at = this.#text.indexOf(word); at !== -1; ) {
      const place = placeAt(this.#starts, at);
      yield place;
      const next = this.#starts[place + 1];
      if (next === undefined) return;
      at = this.#text.indexOf(word, next);
    }
  }
}

/** The last of the sorted starts that is not after a place. */
export function placeAt(starts: Uint32Array, place: number): number {
  let from = 0;
  let to = starts.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((starts[middle] ?? 0) <= place) from = middle;
    else to = middle;
  }
  return from;
}

function startsOf(text: string): Uint32Array {
  let starts = new Uint32Array(256);
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (count === starts.length) {
      const longer = new Uint32Array(count * 2);
      longer.set(starts);
      starts = longer;
    }
    starts[count] = at + 1;
    count += 1;
  }
  return starts.slice(0, count);
}

function hasNoBreak(name: string): boolean {
  return !name.includes('\n');
}

/** A key as one line. Nobody can type a line break, so a space replaces it. */
function keyLine(name: string): string {
  return searchKey(name).replaceAll('\n', ' ');
}

const plainLines = /^[A-Za-z0-9\n]*$/;
