/** The page of feeds, where readers can also choose services. */
import { otherNames, shortTitle } from '../site/service-names.ts';
import { type FeedLink, feedLinks, type PageHead, pageHead, type Site } from '../site/site.ts';
import { feedTopics } from '../site/urls.ts';
import { counted } from '../site/words.ts';

/** A feed of all services. */
export interface FeedRow {
  readonly title: string;
  readonly words: string;
  readonly feeds: readonly FeedLink[];
}

export interface ServiceFeeds {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Other names for the filter besides id and title, on one line. */
  readonly aliases: string;
  readonly feeds: readonly FeedLink[];
  readonly breaking: readonly FeedLink[];
}

export interface FeedsPage {
  readonly head: PageHead;
  readonly all: readonly FeedRow[];
  /** The address of the list for feed readers. */
  readonly list: string;
  readonly services: readonly ServiceFeeds[];
  readonly count: string;
  /** Removed services: their feeds stay, but get no new items. */
  readonly removed: readonly ServiceFeeds[];
  readonly removedCount: string;
}

/** Makes the page of feeds. */
export function feedsPage(site: Site): FeedsPage {
  const { store, urls } = site;
  const rows = store.services().map(({ id, title, aliases, removedIn }) => ({
    isRemoved: removedIn !== null,
    row: {
      ...{ id, title: shortTitle(title), url: urls.service(id), aliases: otherNames({ title, aliases }).join(';') },
      feeds: feedLinks(urls, title, id),
      breaking: feedLinks(urls, title, id, 'breaking'),
    },
  }));
  // The list above has two values, so there are two results.
  const [services, removed] = [false, true].map((removed) =>
    rows.flatMap(({ isRemoved, row }) => (isRemoved === removed ? [row] : [])),
  ) as [ServiceFeeds[], ServiceFeeds[]];
  return {
    head: pageHead(site, {
      title: 'Feeds',
      description: 'Follow all services, some of them or one in a feed reader: RSS, Atom, JSON Feed and OPML.',
      url: urls.feeds(),
      section: 'feeds',
    }),
    all: ([undefined, ...feedTopics] as const).map((topic) => ({
      ...rowWords[topic ?? 'changes'],
      feeds: feedLinks(urls, 'all services', undefined, topic),
    })),
    list: urls.feedList(),
    services,
    count: counted(services.length, 'service'),
    removed,
    removedCount: counted(removed.length, 'removed service'),
  };
}

const rowWords = {
  changes: { title: 'All changes', words: 'One item a release: every service in it, what breaks callers first.' },
  breaking: {
    title: 'Breaking only',
    words: 'One item for each service and release that breaks callers.',
  },
  documentation: {
    title: 'Documentation only',
    words: 'One item for each service and release with changed descriptions.',
  },
} as const;
