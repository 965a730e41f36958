/** Prints a feed as JSON Feed 1.1. */
import type { Feed, FeedItem } from './feed.ts';

/** The JSON document of a feed. */
export function jsonFeed(feed: Feed): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.url,
    feed_url: feed.selfUrl,
    language: 'en',
    authors: [{ name: 'apidelta' }],
    items: feed.items.map(itemOf),
  };
  return `${JSON.stringify(document)}\n`;
}

/** One item of the document. */
export function jsonItem(item: FeedItem): string {
  return JSON.stringify(itemOf(item));
}

function itemOf(item: FeedItem): object {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content_html: item.html,
    ...(item.summary === '' ? {} : { summary: item.summary }),
    ...(item.time === null ? {} : { date_published: item.time }),
    tags: item.categories,
  };
}
