/** The list of all services. */

import { type SinceView, sinceView } from '../fields/since-view.ts';
import { type PageHead, pageHead, releaseUrl, type Site } from '../site/site.ts';
import { counted } from '../site/words.ts';

export interface ServiceLine {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly operations: string;
  readonly since: SinceView | null;
  readonly changed: { readonly label: string; readonly date: string | null; readonly url: string } | null;
  readonly removedIn: string | null;
}

export interface ServicesPage {
  readonly head: PageHead;
  readonly services: readonly ServiceLine[];
}

/** Makes the list of services, by title. */
export function servicesPage(site: Site): ServicesPage {
  const { store, urls } = site;
  const services = store.services().map((service) => ({
    id: service.id,
    title: service.title,
    url: urls.service(service.id),
    operations: counted(service.operations, 'operation'),
    since: sinceView(site, service.id, service.since),
    changed:
      service.changedIn === null
        ? null
        : {
            label: service.changedIn.id,
            date: service.changedIn.date,
            url: releaseUrl(site, service.changedIn, service.id),
          },
    removedIn: service.removedIn?.id ?? null,
  }));
  return {
    head: pageHead(site, {
      title: 'Services',
      description: 'Every service with its operations, its age and its last change.',
      url: urls.services(),
      section: 'services',
    }),
    services: services.sort((a, b) => order.compare(a.title, b.title) || order.compare(a.id, b.id)),
  };
}

const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
