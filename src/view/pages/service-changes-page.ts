/** Everything that ever changed in one service, newest first. */
import { type ReleaseEntry, releaseEntry } from '../changes/release-entry.ts';
import { addCounts, type CountView, countViews } from '../changes/severity-view.ts';
import { type FeedLink, feedLinks, type PageHead, pageHead, type Site, serviceCrumbs } from '../site/site.ts';
import { counted } from '../site/words.ts';
import { serviceOf } from './service-page.ts';

export interface ServiceChangesPage {
  readonly head: PageHead;
  readonly service: { readonly id: string; readonly title: string; readonly url: string };
  readonly entries: readonly ReleaseEntry[];
  readonly entriesTitle: string;
  readonly counts: readonly CountView[];
  readonly feeds: readonly FeedLink[];
}

/** Makes the list of a service's changes. */
export function serviceChangesPage(site: Site, id: string): ServiceChangesPage {
  const service = serviceOf(site, id);
  const releases = site.store.serviceReleases({ service: id });
  return {
    head: pageHead(site, {
      title: `Changes of ${service.title}`,
      description: `Every known release that changed the API of ${service.title}.`,
      url: site.urls.serviceChanges(id),
      section: 'services',
      crumbs: serviceCrumbs(site.urls, service),
      service,
    }),
    service: { id, title: service.title, url: site.urls.service(id) },
    entries: releases.map((entry) => releaseEntry(site, entry)),
    entriesTitle: counted(releases.length, 'release'),
    counts: countViews(addCounts(releases.map(({ counts }) => counts))),
    feeds: feedLinks(site.urls, service.title, id),
  };
}
