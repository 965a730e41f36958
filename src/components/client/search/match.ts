/**
 * Ranks how well a name matches words: all of it, its beginning, the beginning of a word inside it, or all words in any
 * order.
 */
import { searchKey, startsWord } from '../../../view/search/name-words.ts';

/** A name and its search key. */
export interface Findable {
  readonly name: string;
  readonly key: string;
}

/** Prepares a name for searching. */
export function findable(name: string): Findable {
  return { name, key: plain.test(name) ? name.toLowerCase() : searchKey(name) };
}

/**
 * The rank, where smaller is better: 0 for the whole name, 1 and 2 for its beginning, 3 and 4 for a word inside, 5 for
 * all words in any order; null for no match. Several words never get rank 0, because nobody types a name in several
 * words.
 */
export function matchRank(name: Findable, words: readonly string[], joined: string = words.join('')): number | null {
  const { key } = name;
  if (key === joined) return words.length > 1 ? 1 : 0;
  if (key.startsWith(joined)) return endsWord(name, joined.length) ? 1 : 2;
  let best: number | null = null;
  for (let at = startOf(name, joined); at !== -1; at = startOf(name, joined, at + 1)) {
    if (endsWord(name, at + joined.length)) return 3;
    best = 4;
  }
  if (best !== null || words.length < 2) return best;
  return words.every((word) => startOf(name, word) !== -1) ? 5 : null;
}

/** The matching parts of a name, from and to, in order. */
export function matchedParts(name: Findable, words: readonly string[]): readonly (readonly [number, number])[] {
  const joined = words.join('');
  const whole = joined === '' ? -1 : startOf(name, joined);
  if (whole !== -1) return [partOf(name, whole, joined.length)];
  return words
    .flatMap((word) => {
      const at = word === '' ? -1 : startOf(name, word);
      return at === -1 ? [] : [partOf(name, at, word.length)];
    })
    .sort(([a], [b]) => a - b)
    .filter(([from], index, all) => index === 0 || from >= (all[index - 1]?.[1] ?? 0));
}

/** The first match of a text at the start of a word, as an index in the key; -1 for none. */
function startOf(name: Findable, text: string, from = 0): number {
  let at = name.key.indexOf(text, from);
  while (at > 0 && !startsWord(name.name, placeInName(name, at))) at = name.key.indexOf(text, at + 1);
  return at;
}

function endsWord(name: Findable, at: number): boolean {
  if (at >= name.key.length) return true;
  return startsWord(name.name, placeInName(name, at));
}

function partOf(name: Findable, at: number, length: number): readonly [number, number] {
  return [placeInName(name, at), placeInName(name, at + length - 1) + 1];
}

/** Converts an index of the key to one of the name. The key leaves out characters between words. */
function placeInName({ name, key }: Findable, at: number): number {
  if (name.length === key.length) return at;
  let left = at;
  for (let place = 0; place < name.length; place += 1) {
    const length = searchKeyLength(name.charAt(place));
    if (left < length) return place;
    left -= length;
  }
  return name.length;
}

function searchKeyLength(character: string): number {
  return letters.test(character) ? character.toLowerCase().length : 0;
}

const plain = /^[A-Za-z0-9]+$/;
const letters = /[\p{L}\p{N}]/u;
