/** The page for addresses that lead nowhere: all services, of which a script puts the nearest first. */
import { shortTitle } from '../../site/service-names.ts';
import { type PageHead, pageHead, type Site } from '../../site/site.ts';

export interface NotFoundPage {
  readonly head: PageHead;
  readonly services: readonly {
    readonly id: string;
    readonly title: string;
    readonly url: string;
    readonly alias: string | undefined;
  }[];
}

/** Makes the page for addresses that lead nowhere. */
export function notFoundPage(site: Site): NotFoundPage {
  const description = 'There is no page at this address.';
  return {
    head: pageHead(site, { title: 'Not found', description, url: null, section: null }),
    services: site.store.services().map(({ id, title, aliases }) => ({
      id,
      title: shortTitle(title).toLowerCase(),
      url: site.urls.service(id),
      alias: aliases.length === 0 ? undefined : aliases.join(';'),
    })),
  };
}
