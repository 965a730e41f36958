/** The page for unknown addresses. It lists all services, and a script sorts the most similar ones first. */
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

/** Makes the page for unknown addresses. */
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
