/** Divides the items of a feed among its documents: the newest to subscribe to, and older ones by year (RFC 5005). */
import { atomEntry } from './atom.ts';
import { bytesOf } from './body.ts';
import type { FeedItem } from './feed.ts';
import { jsonItem } from './json-feed.ts';
import { rssItem } from './rss.ts';

/** A run of items, as positions in the list, which has the newest first. */
export interface Run {
  readonly from: number;
  /** The position after the last item. */
  readonly to: number;
}

/** An archive: `2024`, or `2024-2` for the second part of a year. */
export interface Archive extends Run {
  readonly part: string;
}

export interface Documents {
  readonly newest: Run;
  /** Oldest first. */
  readonly archives: readonly Archive[];
}

/** The data of an item that its document depends on. */
export interface Measured {
  readonly year: string;
  /** In bytes, in the largest format. */
  readonly size: number;
}

/** The year and size of an item. */
export function measured(item: FeedItem): Measured {
  const size = [rssItem, atomEntry, jsonItem].reduce((most, print) => Math.max(most, bytesOf(print(item)) + 1), 0);
  return { year: item.sortTime.slice(0, 4), size };
}

/**
 * Divides the items. Years are filled from their oldest item on, with no more than the newest document may hold. So the
 * last part is completely in the newest document until a new item comes after it, and a published part keeps its items.
 */
export function layOut(items: readonly Measured[]): Documents {
  let to = 0;
  for (let used = 0; to < items.length && to < maxItems; to++) {
    used += items[to]?.size ?? 0;
    if (used > room && to > 0) break;
  }
  const newest = { from: 0, to };
  // A part that is completely in the newest document needs no archive yet.
  return { newest, archives: archivesOf(items).filter((archive) => archive.to > to) };
}

function archivesOf(items: readonly Measured[]): readonly Archive[] {
  const archives: { part: string; from: number; to: number }[] = [];
  let year = '';
  let parts = 0;
  let used = 0;
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at] as Measured;
    const last = archives.at(-1);
    const isFull = last === undefined || last.to - last.from >= maxItems || used + item.size > room;
    if (last !== undefined && item.year === year && !isFull) {
      last.from = at;
      used += item.size;
      continue;
    }
    parts = item.year === year ? parts + 1 : 1;
    year = item.year;
    used = item.size;
    archives.push({ part: parts === 1 ? year : `${year}-${parts}`, from: at, to: at + 1 });
  }
  return archives;
}

/** More than a daily reader needs; many feed readers refuse much longer feeds. */
export const maxItems = 50;
/** The greatest size of a document, in bytes. */
export const maxDocument = 512 * 1024;
/** The room for items, without titles, addresses and links to other documents. */
const room = maxDocument - 8 * 1024;
