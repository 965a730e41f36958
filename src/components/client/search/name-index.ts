/** Many names in one text, as they are compared: what cannot fit is passed over without a look at each. */
import { searchKey } from '../../../view/search/name-words.ts';

/** Names that are looked through together. A keystroke asks twenty thousand of them, so that no name is a text of its own before it fits. */
export class NameIndex {
  readonly count: number;
  /** The names, one a line, where their keys are the same but for capitals; else null. */
  readonly #lines: string | null;
  readonly #names: readonly string[];
  /** The keys, one a line. */
  readonly #text: string;
  /** Where each begins. */
  readonly #starts: Uint32Array;

  /** Takes a list of names, or one name a line. */
  constructor(names: readonly string[] | string) {
    const given = typeof names === 'string' ? names : names.join('\n');
    // Most names are letters of English alone: then all of them become keys at once.
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

  /** The places of the names whose key has a text somewhere, in order; of all for an empty one. */
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

/** Which of some sorted starts is the last that is not behind a place. */
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

/** A key as a line. Nobody can type a line break, so a blank stands for it. */
function keyLine(name: string): string {
  return searchKey(name).replaceAll('\n', ' ');
}

const plainLines = /^[A-Za-z0-9\n]*$/;
