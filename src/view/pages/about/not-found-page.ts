/** The page for unknown addresses. It lists all services, and a script sorts the most similar ones first. */
import { shortTitle } from '../../site/service-names.ts';
import { type PageHead, pageHead, type Site } from '../../site/site.ts';
import { counted } from '../../site/words.ts';

export interface NotFoundPage {
  readonly head: PageHead;
  readonly services: readonly {
    readonly id: string;
    readonly title: string;
    readonly url: string;
    readonly alias: string | undefined;
  }[];
  /** What the list of them has: the removed ones stand in it, and other pages do not count them. */
  readonly servicesTitle: string;
}

/** Makes the page for unknown addresses. */
export function notFoundPage(site: Site): NotFoundPage {
  const description = 'There is no page at this address.';
  const services = site.store.services();
  const removed = services.filter(({ removedIn }) => removedIn !== null).length;
  return {
    head: pageHead(site, { title: 'Not found', description, url: null, section: null }),
    servicesTitle: `All ${counted(services.length - removed, 'service')}${removed === 0 ? '' : `, and ${removed.toLocaleString('en')} removed`}`,
    services: services.map(({ id, title, aliases }) => ({
      id,
      title: shortTitle(title).toLowerCase(),
      url: site.urls.service(id),
      alias: aliases.length === 0 ? undefined : aliases.join(';'),
    })),
  };
}
