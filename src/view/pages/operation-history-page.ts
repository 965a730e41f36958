/** The whole history of one operation, if the operation's own page has no room for it. */
import type { EnumGrowth } from '../fields/history/enum-growth.ts';
import { type HistoryEntry, hasOwnHistory, historyEntries, historyView } from '../fields/history/operation-history.ts';
import { type OperationNav, operationNav } from '../fields/operation-nav.ts';
import { byYear, needsFilter, type YearGroup } from '../site/long-lists.ts';
import { type PageHead, pageHead, type Site, serviceCrumbs } from '../site/site.ts';
import { type Wanted, wantedServices } from '../site/units.ts';
import { counted } from '../site/words.ts';
import { serviceOf } from './service-page.ts';

export interface OperationHistoryPage {
  readonly head: PageHead;
  readonly service: { readonly id: string; readonly title: string; readonly url: string };
  readonly operation: { readonly label: string; readonly url: string };
  readonly title: string;
  readonly years: readonly YearGroup<HistoryEntry>[];
  readonly hasFilter: boolean;
  readonly growth: readonly EnumGrowth[];
  readonly nav: OperationNav;
}

/** The addresses of all histories that have a page. */
export function operationHistoryPaths(site: Site, wanted?: Wanted) {
  const { store, urls } = site;
  return wantedServices(site, 'reference', wanted).flatMap((id) =>
    (store.service(id)?.operations ?? []).flatMap(({ operation: { name } }) =>
      hasOwnHistory(site, id, name)
        ? [
            {
              params: { service: urls.serviceSlug(id), operation: urls.operationSlug(id, name) },
              props: { service: id, name },
            },
          ]
        : [],
    ),
  );
}

/** Makes the page. */
export function operationHistoryPage(site: Site, serviceId: string, name: string): OperationHistoryPage {
  const service = serviceOf(site, serviceId);
  const { urls } = site;
  const past = site.store.operationHistory(serviceId, name);
  const { count, growth } = historyView(site, serviceId, name);
  const entries = historyEntries(site, serviceId, name);
  const operation = { label: name, url: urls.operation(serviceId, name) };
  return {
    head: pageHead(site, {
      title: `${name} (${serviceId}): everything that changed`,
      description: `${counted(count, 'change')} of ${name} of ${service.title}, newest first.`,
      url: urls.operationHistory(serviceId, name),
      section: 'services',
      crumbs: [...serviceCrumbs(urls, service), operation],
      service,
      // The twin of the operation has its whole history.
      twinOf: operation.url,
      picture: 'operation',
      ...(past[0] === undefined ? {} : { origin: { release: past[0].release } }),
    }),
    service: { id: serviceId, title: service.title, url: urls.service(serviceId) },
    operation,
    title: counted(count, 'change'),
    years: byYear(entries),
    hasFilter: needsFilter(entries.flatMap(({ lines }) => lines.map(({ glyph }) => [glyph.tone]))),
    growth,
    nav: operationNav(site, service, name),
  };
}
