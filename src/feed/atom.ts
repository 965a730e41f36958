/** Prints a feed as Atom 1.0. */
import { type Feed, type FeedItem, newestDay } from './feed.ts';
import { xmlDocument, xmlElement, xmlEmpty } from './xml.ts';

/** The Atom document of a feed. */
export function atom(feed: Feed): string {
  return xmlDocument([
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    xmlElement('id', feed.id),
    xmlElement('title', feed.title),
    xmlElement('subtitle', feed.description),
    xmlElement('updated', instant(newestDay(feed) ?? feed.items[0]?.sortDate ?? beginning)),
    '<author><name>apidelta</name></author>',
    xmlElement('generator', 'apidelta'),
    xmlEmpty('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrl }),
    xmlEmpty('link', { rel: 'alternate', type: 'text/html', href: feed.url }),
    ...feed.items.flatMap(entryLines),
    '</feed>',
  ]);
}

function entryLines(item: FeedItem): readonly string[] {
  return [
    '<entry>',
    xmlElement('id', item.id),
    xmlElement('title', item.title),
    // Atom demands `updated` even where nobody knows the day.
    xmlElement('updated', instant(item.sortDate)),
    ...(item.date === null ? [] : [xmlElement('published', instant(item.date))]),
    xmlEmpty('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    ...item.categories.map((term) => xmlEmpty('category', { term })),
    ...(item.summary === '' ? [] : [xmlElement('summary', item.summary)]),
    xmlElement('content', item.html, { type: 'html' }),
    '</entry>',
  ];
}

function instant(day: string): string {
  return `${day}T00:00:00Z`;
}

/** An empty feed was never updated. */
const beginning = '1970-01-01';
