/** The page that tells people which feeds there are. */
import { type FeedLink, feedLinks, type PageHead, pageHead, type Site } from '../site/site.ts';

export interface FeedsPage {
  readonly head: PageHead;
  readonly all: readonly FeedLink[];
  readonly services: readonly {
    readonly id: string;
    readonly title: string;
    readonly url: string;
    readonly feeds: readonly FeedLink[];
  }[];
}

/** Makes the page of feeds. */
export function feedsPage(site: Site): FeedsPage {
  return {
    head: pageHead(site, {
      title: 'Feeds',
      description: 'Follow all services or one of them in a feed reader: RSS, Atom and JSON Feed.',
      url: site.urls.feeds(),
      section: 'feeds',
    }),
    all: feedLinks(site.urls, 'all services'),
    services: site.store.services().map(({ id, title }) => ({
      id,
      title,
      url: site.urls.service(id),
      feeds: feedLinks(site.urls, title, id),
    })),
  };
}
