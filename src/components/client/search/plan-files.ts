/** Selects the files to load for a search, as few as possible. */
import type { Words } from './library.ts';

export interface WordFile {
  readonly file: string;
  /** False if it has only the best of too many names. */
  readonly whole: boolean;
}

/** The file that has the names with a word of this beginning. */
export function fileOf({ ranges, tops }: Pick<Words, 'ranges' | 'tops'>, beginning: string): WordFile | null {
  if (beginning.length > 1) {
    // A beginning with the same best names as a longer one is not listed. The next longer one replaces it.
    const top = tops[firstAfter(tops, beginning)];
    if (top?.[0].startsWith(beginning) === true) return { file: top[1], whole: false };
  }
  const at = firstAfter(ranges, beginning);
  const range = ranges[at]?.[0] === beginning ? ranges[at] : ranges[at - 1];
  return range === undefined ? null : { file: range[1], whole: true };
}

/** The files for several words: those for the words in a row, and the one for the rarest word. */
export function filesOf(words: Pick<Words, 'ranges' | 'tops'>, wanted: readonly string[]): readonly WordFile[] {
  const [first = '', second = ''] = wanted;
  const inRow = [wanted.join(''), ...(wanted.length === 2 ? [second + first] : [])];
  const single = wanted
    .filter((word) => word.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .flatMap((word) => fileOf(words, word) ?? []);
  const best = single.find(({ whole }) => whole) ?? single[0];
  const all = [
    ...inRow.flatMap((word) => fileOf(words, word) ?? []),
    ...(wanted.length < 2 || best === undefined ? [] : [best]),
  ];
  return [...new Map(all.map((one) => [one.file, one])).values()];
}

/** The first item of a sorted list that is not before a key. */
function firstAfter(list: readonly (readonly [string, string])[], key: string): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle]?.[0] ?? '') < key) from = middle + 1;
    else to = middle;
  }
  return from;
}
