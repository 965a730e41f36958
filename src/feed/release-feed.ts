/** The feeds of the site: what every release changed, of all services or of one. */
import { type FeedEntry, newestFeedEntries } from '../view/changes/feed-entry.ts';
import { topic } from '../view/site/memory.ts';
import type { Site } from '../view/site/site.ts';
import type { FeedFormat } from '../view/site/urls.ts';
import type { Feed, FeedItem } from './feed.ts';
import { itemHtml } from './item-html.ts';
import { feedId, itemId } from './tag-uri.ts';

/** Makes the feed of all services. */
export function allServicesFeed(site: Site, format: FeedFormat): Feed {
  return {
    id: feedId(site.store.feedName(null), null),
    title: 'API changes of all services',
    description: 'What each release changed in each service, field by field.',
    url: site.urls.absolute(site.urls.home()),
    selfUrl: site.urls.absolute(site.urls.feed(format)),
    items: newestFeedEntries(site, newestItems).map((news) => feedItem(site, news)),
  };
}

/** Makes the feed of one service. */
export function serviceFeed(site: Site, service: string, format: FeedFormat): Feed {
  const title = site.store.services().find(({ id }) => id === service)?.title ?? service;
  return {
    id: feedId(site.store.feedName(service), service),
    title: `API changes of ${title}`,
    description: `What each release changed in ${title}, field by field.`,
    url: site.urls.absolute(site.urls.service(service)),
    selfUrl: site.urls.absolute(site.urls.feed(format, service)),
    items: newestFeedEntries(site, newestItems, service).map((news) => feedItem(site, news)),
  };
}

function feedItem(site: Site, news: FeedEntry): FeedItem {
  return site.memory.remember(items, news, () => ({
    id: itemId(site.store.feedName(news.service), news.release, news.service),
    title: `${news.title}: ${news.what} (${news.release})`,
    url: news.url,
    date: news.date,
    sortDate: news.sortDate,
    summary: news.summary,
    html: itemHtml(site, news),
    categories: [news.title, ...news.kinds],
  }));
}

const items = topic<FeedEntry, FeedItem>('feed items');

/** More than a reader needs who looks once a day; many readers drop feeds that are much longer. */
const newestItems = 50;
