/** All changes of one service, newest first. */
import { type ReleaseEntry, releaseEntry, summedCounts } from '../changes/release-entry.ts';
import { type GlyphCount, totalWords } from '../changes/severity-view.ts';
import { byYear, needsFilter, type YearGroup } from '../site/long-lists.ts';
import { type FeedLink, feedLinks, type PageHead, pageHead, type Site, serviceCrumbs } from '../site/site.ts';
import { counted } from '../site/words.ts';
import { serviceOf } from './service-page.ts';

export interface ServiceChangesPage {
  readonly head: PageHead;
  readonly service: { readonly id: string; readonly title: string; readonly url: string };
  /** All releases, newest first. */
  readonly years: readonly YearOfChanges[];
  readonly hasFilter: boolean;
  readonly entriesTitle: string;
  readonly counts: readonly GlyphCount[];
  /** What the counts count: `7 changes`. */
  readonly total: string;
  readonly feeds: readonly FeedLink[];
}

/** A year of releases, with what its folded line says of it. */
export interface YearOfChanges extends YearGroup<ReleaseEntry> {
  readonly words: string;
  readonly counts: readonly GlyphCount[];
}

/** Makes the list of a service's changes. */
export function serviceChangesPage(site: Site, id: string): ServiceChangesPage {
  const service = serviceOf(site, id);
  const releases = site.store.serviceReleases({ service: id });
  const rows = releases.map((of, at) => ({
    ...{ date: of.release.date, of },
    entry: releaseEntry(site, of, at < told ? 1 : 0),
  }));
  const counts = summedCounts(site, releases);
  return {
    head: pageHead(site, {
      title: `Changes of ${service.title}`,
      description: `Every known release that changed the API of ${service.title}.`,
      url: site.urls.serviceChanges(id),
      section: 'services',
      crumbs: serviceCrumbs(site.urls, service),
      service,
      ...(releases[0] === undefined ? {} : { origin: { release: releases[0].release } }),
    }),
    service: { id, title: service.title, url: site.urls.service(id) },
    years: byYear(rows).map((year) => ({
      ...year,
      rows: year.rows.map(({ entry }) => entry),
      words: counted(year.rows.length, 'release'),
      counts: summedCounts(
        site,
        year.rows.map(({ of }) => of),
      ),
    })),
    hasFilter: needsFilter(rows.map(({ entry }) => entry.tones)),
    entriesTitle: counted(releases.length, 'release'),
    ...{ counts, total: totalWords(counts) },
    feeds: feedLinks(site.urls, service.title, id),
  };
}

/** This many releases have a sentence each. Older ones have only the number of changes and the team's note. */
const told = 150;
