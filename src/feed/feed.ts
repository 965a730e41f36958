/** A feed before it has a format: the one model that RSS, Atom and JSON Feed are printed from. */

/** One service in one release, or a release itself. */
export interface FeedItem {
  /** A `tag:` URI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** ISO day; null where no source tells. */
  readonly date: string | null;
  /** The best that is known where a format demands a date: the day of the nearest older release. */
  readonly sortDate: string;
  readonly summary: string;
  /** Safe, self-contained HTML with absolute addresses. */
  readonly html: string;
  readonly categories: readonly string[];
}

/** A feed. It holds no time of its own making, so that it stays the same, byte by byte, until something changes. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly selfUrl: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** The day of the newest item; null where no item has one. */
export function newestDay(feed: Feed): string | null {
  return feed.items.reduce<string | null>((newest, { date }) => {
    if (date === null) return newest;
    return newest === null || date > newest ? date : newest;
  }, null);
}
