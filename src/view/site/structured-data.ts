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
  };
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
  const graph = { '@context': 'https://schema.org', '@graph': crumbs.length === 0 ? [article] : [article, list] };
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
