/** A feed before it has a format: the one model that RSS, Atom and JSON Feed are printed from. */

/** One service in one release, or a release itself. */
export interface FeedItem {
  /** A `tag:` URI that never changes. */
  readonly id: string;
  /** A sentence, as plain text. */
  readonly title: string;
  readonly url: string;
  /** ISO instant in UTC; null where no source tells. */
  readonly time: string | null;
  /** The best that is known where a format demands a time: that of the nearest older release. */
  readonly sortTime: string;
  readonly summary: string;
  /** Safe, self-contained HTML with absolute addresses. */
  readonly html: string;
  readonly categories: readonly string[];
}

/** Where the other documents of a feed are (RFC 5005): it consists of a document to subscribe to, and of what fell out of that. */
export interface FeedChain {
  /** The document to subscribe to; null where this is it. */
  readonly current: string | null;
  /** The document with older items. */
  readonly older: string | null;
  /** The archive with newer items. */
  readonly newer: string | null;
}

/** One document of a feed. It holds no time of its own making, so that it stays the same, byte by byte, until something changes. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly selfUrl: string;
  readonly chain: FeedChain;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** The time of the newest item; null where no item has one. */
export function newestTime(feed: Feed): string | null {
  return feed.items.reduce<string | null>((newest, { time }) => {
    if (time === null) return newest;
    return newest === null || time > newest ? time : newest;
  }, null);
}

/** The addresses of the other documents by the names that RFC 5005 has for them. */
export function chainLinks({ current, older, newer }: FeedChain): readonly (readonly [string, string])[] {
  const links: readonly (readonly [string, string | null])[] = [
    ['current', current],
    ['prev-archive', older],
    ['next-archive', newer],
  ];
  return links.flatMap(([rel, href]) => (href === null ? [] : [[rel, href] as const]));
}

/** The namespace of RFC 5005, which has an element that marks a document as an archive. */
export const historyNamespace = 'http://purl.org/syndication/history/1.0';
