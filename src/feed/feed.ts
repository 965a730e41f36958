/** A feed before it has a format: RSS, Atom and JSON Feed are printed from this one model. */

/** One service in one release, or a release itself. */
export interface FeedItem {
  /** A `tag:` URI that never changes. */
  readonly id: string;
  /** A sentence, as plain text. */
  readonly title: string;
  readonly url: string;
  /** ISO instant in UTC; null if no source states it. */
  readonly time: string | null;
  /** The best known time for formats that require one: the time of the nearest older release. */
  readonly sortTime: string;
  readonly summary: string;
  /** Safe, self-contained HTML with absolute addresses. */
  readonly html: string;
  readonly categories: readonly string[];
}

/**
 * The addresses of the other documents of a feed (RFC 5005): one document to subscribe to, and archives with older
 * items.
 */
export interface FeedChain {
  /** The document to subscribe to; null in that document itself. */
  readonly current: string | null;
  /** The document with older items. */
  readonly older: string | null;
  /** The archive with newer items. */
  readonly newer: string | null;
}

/**
 * One document of a feed. It does not contain the time of its creation, so that its bytes change only if its items
 * change.
 */
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

/** The time of the newest item; null if no item has one. */
export function newestTime(feed: Feed): string | null {
  return feed.items.reduce<string | null>((newest, { time }) => {
    if (time === null) return newest;
    return newest === null || time > newest ? time : newest;
  }, null);
}

/** The addresses of the other documents, with their names in RFC 5005. */
export function chainLinks({ current, older, newer }: FeedChain): readonly (readonly [string, string])[] {
  const links: readonly (readonly [string, string | null])[] = [
    ['current', current],
    ['prev-archive', older],
    ['next-archive', newer],
  ];
  return links.flatMap(([rel, href]) => (href === null ? [] : [[rel, href] as const]));
}

/** The namespace of RFC 5005 with the element that marks a document as an archive. */
export const historyNamespace = 'http://purl.org/syndication/history/1.0';
