/** The page for addresses that lead nowhere. */
import { type PageHead, pageHead, type Site } from '../site/site.ts';

export interface NotFoundPage {
  readonly head: PageHead;
}

/** Makes the page for addresses that lead nowhere. */
export function notFoundPage(site: Site): NotFoundPage {
  const description = 'There is no page at this address.';
  return { head: pageHead(site, { title: 'Not found', description, url: null, section: null }) };
}
