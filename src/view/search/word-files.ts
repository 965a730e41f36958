/** Splits all rows into files by the beginnings of their words, so that any search text needs only one file. */
import { createHash } from 'node:crypto';
import { keysOf, searchKey } from './name-words.ts';
import { namesFile, rowSize } from './names-file.ts';
import { symbolKinds, type WordsFile } from './search-format.ts';
import type { Row } from './search-rows.ts';

export interface WordFiles {
  /** The contents of the files, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly ranges: WordsFile['ranges'];
  readonly tops: WordsFile['tops'];
}

interface Entry {
  readonly key: string;
  readonly found: Found;
}

/** A row, and what is needed of it again and again. */
interface Found {
  readonly row: Row;
  readonly size: number;
  /** The key of the whole name. */
  readonly own: string;
  readonly keys: readonly string[];
}

/** A beginning, and the rows whose words have it. */
interface Part {
  readonly beginning: string;
  readonly rows: readonly Row[];
  readonly size: number;
}

/**
 * Makes the files. `order` is the position of each service in the list of all. A beginning with too many rows is split
 * by its next letter; alone, it finds only the best rows.
 */
export function wordFiles(rows: readonly Row[], order: ReadonlyMap<string, number>): WordFiles {
  const entries = rows
    .flatMap((row): Entry[] => {
      const found = { row, size: rowSize(row), own: searchKey(row.name), keys: keysOf(row.name) };
      // The shape of a request is found only by its full name, because its words should lead to its operation.
      return (row.wraps ? [found.own] : found.keys).map((key) => ({ key, found }));
    })
    .sort((a, b) => byText(a.key, b.key) || byUse(a, b));
  const parts: Part[] = [];
  const tops: Part[] = [];
  const keyAt = (at: number): string => entries[at]?.key ?? '';
  // Keys are sorted, so the entries of a beginning are neighbours: from one position to another.
  const cut = (from: number, to: number, beginning: string): void => {
    const rowsOf = (end: number): readonly Row[] => entries.slice(from, end).map(({ found }) => found.row);
    let size = 0;
    for (let at = from; at < to; at++) size += entries[at]?.found.size ?? 0;
    if (beginning.length >= shortest && size <= fileRoom) {
      parts.push({ beginning, rows: rowsOf(to), size });
      return;
    }
    let whole = from;
    while (whole < to && keyAt(whole).length === beginning.length) whole++;
    const children = childrenOf(keyAt, whole, to, beginning.length + 1);
    if (beginning.length < shortest) {
      if (whole > from) parts.push({ beginning, rows: rowsOf(whole).slice(0, maxTop), size: 0 });
    } else if (children.length > 1 || whole > from) tops.push(topPart(beginning, entries.slice(from, to)));
    for (const child of children) cut(child.from, child.to, keyAt(child.from).slice(0, beginning.length + 1));
  };
  cut(0, entries.length, '');
  const files = new Map<string, string>();
  const write = (packed: readonly Part[]): string => {
    const text = namesFile([...new Set(packed.flatMap((part) => part.rows))], { order });
    const name = `words/${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`;
    files.set(name, text);
    return name;
  };
  return {
    files,
    ranges: packParts(parts).flatMap((packed) =>
      packed[0] === undefined ? [] : [[packed[0].beginning, write(packed)]],
    ),
    tops: packParts(tops.toSorted((a, b) => byText(a.beginning, b.beginning))).flatMap((packed) => {
      const file = write(packed);
      return packed.map(({ beginning }) => [beginning, file] as const);
    }),
  };
}

/**
 * Neighbouring parts share a file while there is room. A letter that needs several files shares none of them, so a new
 * name changes only files of its letters.
 */
function packParts(parts: readonly Part[]): readonly (readonly Part[])[] {
  const packed: Part[][] = [];
  let room = 0;
  for (const letter of Map.groupBy(parts, ({ beginning }) => beginning[0]).values()) {
    const total = letter.reduce((sum, { size }) => sum + size, 0);
    if (total > room) room = 0;
    for (const part of letter) {
      if (part.size > room || room === 0) {
        packed.push([]);
        room = fileRoom;
      }
      packed.at(-1)?.push(part);
      room -= part.size;
    }
    if (total > fileRoom) room = 0;
  }
  return packed;
}

/** Runs of sorted keys with the same first characters. */
function childrenOf(
  keyAt: (at: number) => string,
  from: number,
  to: number,
  length: number,
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let beginning: string | undefined;
  for (let at = from; at < to; at++) {
    const run = runs.at(-1);
    if (run !== undefined && beginning !== undefined && keyAt(at).startsWith(beginning)) {
      run.to = at + 1;
      continue;
    }
    beginning = keyAt(at).slice(0, length);
    runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

/**
 * The best rows of a beginning, some of each kind: first those with exactly this name, then those with it as a whole
 * word, then the most used.
 */
function topPart(beginning: string, entries: readonly Entry[]): Part {
  const best = symbolKinds.map(() => new Best());
  for (const { key, found } of entries) {
    const { row, own, keys } = found;
    const isWord = key === beginning || keys.includes(key.slice(beginning.length));
    const rank = own === beginning ? 0 : isWord ? 1 : 2;
    for (const { kind } of row.kinds) best[symbolKinds.indexOf(kind)]?.add(found, rank);
  }
  const chosen = new Set(best.flatMap(({ all }) => all));
  return {
    beginning,
    rows: [...chosen].map(({ row }) => row),
    size: [...chosen].reduce((sum, { size }) => sum + size, 0),
  };
}

interface Ranked {
  readonly found: Found;
  /** A smaller rank is better. */
  readonly rank: number;
}

/** The best rows of one kind. Of equal ones, the first stay: to sort all rows for sixty would take seconds. */
class Best {
  readonly #all: Ranked[] = [];

  add(found: Found, rank: number): void {
    const isBetter = (one: Ranked | undefined): boolean =>
      one !== undefined && (one.rank < rank || (one.rank === rank && one.found.row.uses >= found.row.uses));
    if (isBetter(this.#all[maxTop - 1])) return;
    let at = this.#all.length;
    while (at > 0 && !isBetter(this.#all[at - 1])) at--;
    this.#all.splice(at, 0, { found, rank });
    if (this.#all.length > maxTop) this.#all.pop();
  }

  get all(): readonly Found[] {
    return this.#all.map(({ found }) => found);
  }
}

function byUse({ found: { row: a } }: Entry, { found: { row: b } }: Entry): number {
  return b.uses - a.uses || byText(a.name, b.name);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A single letter finds only names of one letter. */
const shortest = 2;
/** The most bytes of a file: about 30 KB compressed. */
const fileRoom = 100_000;
const maxTop = 60;
