/** The list of all services: each row has its size, its last change, and how often it changed in a year. */
import type { ServiceSummary } from '../../store/types.ts';
import { type SparkView, sparkOf } from '../changes/spark.ts';
import { otherNames, shortTitle } from '../site/service-names.ts';
import { type PageHead, pageHead, releaseUrl, type Site } from '../site/site.ts';
import { counted } from '../site/words.ts';

export interface ServiceLine {
  readonly id: string;
  /** Without the name of the company. */
  readonly title: string;
  readonly url: string;
  readonly operations: number;
  readonly changed: { readonly label: string; readonly date: string | null; readonly url: string } | null;
  readonly removedIn: { readonly label: string; readonly url: string } | null;
  readonly spark: SparkView | null;
  /** Other names for the filter, besides id and title. */
  readonly aliases: readonly string[];
}

export interface ServicesPage {
  readonly head: PageHead;
  readonly summary: string;
  readonly services: readonly ServiceLine[];
  readonly removed: readonly ServiceLine[];
  readonly removedTitle: string;
}

/** Makes the list of services, sorted by id, because developers type the id. */
export function servicesPage(site: Site): ServicesPage {
  const { store, urls } = site;
  const all = store.services().map((service) => serviceLine(site, service));
  const services = all.filter(({ removedIn }) => removedIn === null);
  const removed = all.filter(({ removedIn }) => removedIn !== null);
  const operations = services.reduce((sum, line) => sum + line.operations, 0);
  const [newest] = store.releases();
  return {
    head: pageHead(site, {
      title: 'Services',
      description: `Every service of ${store.about().subject} with its operations and its last change.`,
      url: urls.services(),
      section: 'services',
      ...(newest === undefined ? {} : { origin: { release: newest } }),
    }),
    summary: `${counted(services.length, 'service')}, ${counted(operations, 'operation')}`,
    services,
    removed,
    removedTitle: `${counted(removed.length, 'removed service')}`,
  };
}

function serviceLine(site: Site, service: ServiceSummary): ServiceLine {
  const { changedIn, removedIn } = service;
  const title = shortTitle(service.title);
  return {
    id: service.id,
    title,
    url: site.urls.service(service.id),
    operations: service.operations,
    changed:
      changedIn === null
        ? null
        : { label: changedIn.id, date: changedIn.date, url: releaseUrl(site, changedIn, service.id) },
    removedIn: removedIn === null ? null : { label: removedIn.id, url: releaseUrl(site, removedIn, service.id) },
    spark: sparkOf(site, service.id),
    aliases: otherNames(service),
  };
}
