/** Prints a feed as RSS 2.0. */
import { chainLinks, type Feed, type FeedItem, historyNamespace, newestTime } from './feed.ts';
import { xmlDocument, xmlElement, xmlEmpty, xmlHtml } from './xml.ts';

/** The RSS document of a feed. */
export function rss(feed: Feed): string {
  const newest = newestTime(feed);
  return xmlDocument([
    `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:fh="${historyNamespace}">`,
    '<channel>',
    xmlElement('title', feed.title),
    xmlElement('link', feed.url),
    xmlElement('description', feed.description),
    xmlElement('language', 'en'),
    xmlElement('generator', 'apidelta'),
    ...(newest === null ? [] : [xmlElement('lastBuildDate', mailDate(newest))]),
    xmlEmpty('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.selfUrl }),
    ...chainLinks(feed.chain).map(([rel, href]) => xmlEmpty('atom:link', { rel, type: 'application/atom+xml', href })),
    ...(feed.chain.current === null ? [] : [xmlEmpty('fh:archive', {})]),
    ...feed.items.map(rssItem),
    '</channel>',
    '</rss>',
  ]);
}

/** One item of the document. */
export function rssItem(item: FeedItem): string {
  return [
    '<item>',
    xmlElement('title', item.title),
    xmlElement('link', item.url),
    xmlElement('guid', item.id, { isPermaLink: 'false' }),
    ...(item.time === null ? [] : [xmlElement('pubDate', mailDate(item.time))]),
    ...item.categories.map((category) => xmlElement('category', category)),
    xmlHtml('description', item.html),
    '</item>',
  ].join('\n');
}

/** An instant in the date format of RSS: `Thu, 13 Nov 2025 00:00:00 GMT`. */
function mailDate(instant: string): string {
  return new Date(instant).toUTCString();
}
