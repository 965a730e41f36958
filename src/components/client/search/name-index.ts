/** Many names in one text, as they are compared: what cannot fit is passed over without a look at each. */
import { searchKey } from '../../../view/search/name-words.ts';

/** Names that are looked through together. A keystroke asks twenty thousand of them. */
export class NameIndex {
  readonly names: readonly string[];
  /** The keys, one a line. */
  readonly #text: string;
  /** Where each begins. */
  readonly #starts: Uint32Array;

  constructor(names: readonly string[]) {
    this.names = names;
    const text = names.join('\n');
    // Most names are letters of English alone: then all of them become keys at once.
    this.#text = plainLines.test(text) ? text.toLowerCase() : names.map(keyLine).join('\n');
    this.#starts = new Uint32Array(names.length);
    for (let index = 1, at = -1; index < names.length; index += 1) {
      at = this.#text.indexOf('\n', at + 1);
      this.#starts[index] = at + 1;
    }
  }

  /** The places of the names whose key has a text somewhere, in order; of all for an empty one. */
  *having(word: string): Generator<number> {
    if (word === '') {
      yield* this.names.keys();
      return;
    }
    for (let at = this.#text.indexOf(word); at !== -1; ) {
      const index = this.#indexAt(at);
      yield index;
      const next = this.#starts[index + 1];
      if (next === undefined) return;
      at = this.#text.indexOf(word, next);
    }
  }

  /** The name that a place of the text is in: the last that begins there or before. */
  #indexAt(place: number): number {
    let from = 0;
    let to = this.#starts.length;
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) from = middle;
      else to = middle;
    }
    return from;
  }
}

/** A key as a line. Nobody can type a line break, so a blank stands for it. */
function keyLine(name: string): string {
  return searchKey(name).replaceAll('\n', ' ');
}

const plainLines = /^[A-Za-z0-9\n]*$/;
