/** Prints a feed as RSS 2.0. */
import { type Feed, type FeedItem, newestDay } from './feed.ts';
import { xmlDocument, xmlElement, xmlEmpty } from './xml.ts';

/** The RSS document of a feed. */
export function rss(feed: Feed): string {
  const newest = newestDay(feed);
  return xmlDocument([
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    xmlElement('title', feed.title),
    xmlElement('link', feed.url),
    xmlElement('description', feed.description),
    xmlElement('language', 'en'),
    xmlElement('generator', 'apidelta'),
    ...(newest === null ? [] : [xmlElement('lastBuildDate', mailDate(newest))]),
    xmlEmpty('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.selfUrl }),
    ...feed.items.flatMap(itemLines),
    '</channel>',
    '</rss>',
  ]);
}

function itemLines(item: FeedItem): readonly string[] {
  return [
    '<item>',
    xmlElement('title', item.title),
    xmlElement('link', item.url),
    xmlElement('guid', item.id, { isPermaLink: 'false' }),
    ...(item.date === null ? [] : [xmlElement('pubDate', mailDate(item.date))]),
    ...item.categories.map((category) => xmlElement('category', category)),
    xmlElement('description', item.html),
    '</item>',
  ];
}

/** A day the way RSS writes dates: `Thu, 13 Nov 2025 00:00:00 GMT`. */
function mailDate(day: string): string {
  return new Date(`${day}T00:00:00Z`).toUTCString();
}
