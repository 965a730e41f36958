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
  readonly row: Row;
  readonly size: number;
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
    .flatMap((row) => {
      const size = rowSize(row);
      // The shape of a request is found only by its full name, because its words should lead to its operation.
      const keys = row.wraps ? [searchKey(row.name)] : keysOf(row.name);
      return keys.map((key) => ({ key, row, size }));
    })
    .sort((a, b) => byText(a.key, b.key) || b.row.uses - a.row.uses || byText(a.row.name, b.row.name));
  const parts: Part[] = [];
  const tops: Part[] = [];
  const cut = (all: readonly Entry[], beginning: string): void => {
    const size = all.reduce((sum, entry) => sum + entry.size, 0);
    if (beginning.length >= shortest && size <= fileRoom) {
      parts.push({ beginning, rows: all.map(({ row }) => row), size });
      return;
    }
    const longer = all.filter(({ key }) => key.length > beginning.length);
    const children = Map.groupBy(longer, ({ key }) => key.slice(0, beginning.length + 1));
    const whole = all.slice(0, all.length - longer.length);
    if (beginning.length < shortest) {
      if (whole.length > 0) parts.push({ beginning, rows: whole.slice(0, maxTop).map(({ row }) => row), size: 0 });
    } else if (children.size > 1 || whole.length > 0) tops.push(topPart(beginning, all));
    for (const [next, inside] of children) cut(inside, next);
  };
  cut(entries, '');
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

/**
 * The best rows of a beginning, some of each kind: first those with exactly this name, then those with it as a whole
 * word, then the most used.
 */
function topPart(beginning: string, entries: readonly Entry[]): Part {
  const rank = ({ key, row }: Entry): number =>
    searchKey(row.name) === beginning
      ? 0
      : key === beginning || keysOf(row.name).includes(key.slice(beginning.length))
        ? 1
        : 2;
  const ranked = entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank || b.entry.row.uses - a.entry.row.uses);
  const chosen = new Map<Row, number>();
  for (const kind of symbolKinds) {
    const ofKind = ranked.filter(({ entry }) => entry.row.kinds.some((one) => one.kind === kind));
    for (const { entry } of ofKind.slice(0, maxTop)) chosen.set(entry.row, entry.size);
  }
  const rows = [...chosen.keys()];
  return { beginning, rows, size: [...chosen.values()].reduce((sum, size) => sum + size, 0) };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A single letter finds only names of one letter. */
const shortest = 2;
/** The most bytes of a file: about 30 KB compressed. */
const fileRoom = 100_000;
const maxTop = 60;
