/** The feeds of all services as OPML 2.0, which feed readers import in one step. */
import { feedTitle, type Site } from '../view/site/site.ts';
import { type FeedTopic, feedTopics } from '../view/site/urls.ts';
import { xmlDocument, xmlElement, xmlEmpty } from './xml.ts';

/** The list: the feeds of all services together, then the feed of each one. */
export function feedList(site: Site): string {
  const { urls, store } = site;
  const outline = (text: string, service?: string, topic?: FeedTopic) =>
    xmlEmpty('outline', {
      ...{ type: 'rss', text, title: text },
      xmlUrl: urls.absolute(urls.feed('rss', service, topic)),
      htmlUrl: urls.absolute(service === undefined ? urls.feeds() : urls.service(service)),
    });
  return xmlDocument([
    '<opml version="2.0">',
    `<head>${xmlElement('title', 'API changes, by service')}</head>`,
    '<body>',
    '<outline text="All services" title="All services">',
    ...[undefined, ...feedTopics].map((topic) => outline(feedTitle('all services', topic), undefined, topic)),
    '</outline>',
    '<outline text="By service" title="By service">',
    ...store
      .services()
      .filter(({ removedIn }) => removedIn === null)
      .map(({ id, title }) => outline(`${id}: ${feedTitle(title)}`, id)),
    '</outline>',
    '</body>',
    '</opml>',
  ]);
}
