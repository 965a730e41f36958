/** Facts about a page for search engines: TechArticle and BreadcrumbList of schema.org, as JSON-LD. */
import type { PageHead } from './site.ts';

/**
 * The JSON for a `script` element, escaped so that it cannot end the element; null where the site's address is unknown.
 */
export function structuredData(head: PageHead): string | null {
  const { canonical, crumbs } = head;
  if (canonical === null) return null;
  const absolute = (url: string): string => new URL(url, canonical).href;
  const article = {
    '@type': 'TechArticle',
    headline: subjectOf(head.title),
    ...(head.origin?.date == null ? {} : { dateModified: head.origin.date }),
  } as const;
  const list = {
    '@type': 'BreadcrumbList',
    // The article describes the page, so the list leaves it out. With a single crumb it is added, because a path needs
    // two steps.
    itemListElement: [...crumbs, ...(crumbs.length > 1 ? [] : [{ label: head.title, url: null }])].map(
      ({ label, url }, at) => ({
        ...{ '@type': 'ListItem', position: at + 1, name: label },
        ...(url === null ? {} : { item: absolute(url) }),
      }),
    ),
  };
  // A list without a day says nothing in an article that its place and its title do not say: there are 10,000 of them.
  const told = [
    ...(crumbs.length === 0 || article.dateModified !== undefined ? [article] : []),
    ...(crumbs.length === 0 ? [] : [list]),
  ];
  const context = { '@context': 'https://schema.org' };
  const [only] = told;
  const graph = told.length === 1 ? { ...context, ...only } : { ...context, '@graph': told };
  return JSON.stringify(graph).replace(/[<>&\u2028\u2029]/g, escaped);
}

/** What a title is about, without what it says of it: `PutObject (s3)` of `PutObject (s3): request, response, history`. */
export function subjectOf(title: string): string {
  const end = title.indexOf(': ');
  return end <= 0 ? title : title.slice(0, end);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
