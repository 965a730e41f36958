/** Prints a feed as Atom 1.0. */
import { chainLinks, type Feed, type FeedItem, historyNamespace, newestTime } from './feed.ts';
import { xmlDocument, xmlElement, xmlEmpty, xmlHtml } from './xml.ts';

/** The Atom document of a feed. */
export function atom(feed: Feed): string {
  return xmlDocument([
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="${historyNamespace}" xml:lang="en">`,
    xmlElement('id', feed.id),
    xmlElement('title', feed.title),
    xmlElement('subtitle', feed.description),
    xmlElement('updated', newestTime(feed) ?? feed.items[0]?.sortTime ?? beginning),
    '<author><name>apidelta</name></author>',
    xmlElement('generator', 'apidelta'),
    xmlEmpty('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrl }),
    xmlEmpty('link', { rel: 'alternate', type: 'text/html', href: feed.url }),
    ...chainLinks(feed.chain).map(([rel, href]) => xmlEmpty('link', { rel, type: 'application/atom+xml', href })),
    ...(feed.chain.current === null ? [] : [xmlEmpty('fh:archive', {})]),
    ...feed.items.map(atomEntry),
    '</feed>',
  ]);
}

/** One entry of the document. */
export function atomEntry(item: FeedItem): string {
  return [
    '<entry>',
    xmlElement('id', item.id),
    xmlElement('title', item.title),
    // Atom requires `updated` even if the date is unknown.
    xmlElement('updated', item.sortTime),
    ...(item.time === null ? [] : [xmlElement('published', item.time)]),
    xmlEmpty('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    ...item.categories.map((term) => xmlEmpty('category', { term })),
    ...(item.summary === '' ? [] : [xmlElement('summary', item.summary)]),
    xmlHtml('content', item.html, { type: 'html' }),
    '</entry>',
  ].join('\n');
}

/** An empty feed was never updated. */
const beginning = '1970-01-01T00:00:00Z';
