/** Prints a feed as JSON Feed 1.1. */
import type { Feed } from './feed.ts';

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
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.html,
      ...(item.summary === '' ? {} : { summary: item.summary }),
      ...(item.date === null ? {} : { date_published: `${item.date}T00:00:00Z` }),
      tags: item.categories,
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
