/** The months of one year, each with the number of its releases and changes. */

import { type ServiceMarks, serviceMarks, summedCounts } from '../../changes/release-entry.ts';
import { releaseMonths } from '../../changes/release-lines.ts';
import { type GlyphCount, totalWords } from '../../changes/severity-view.ts';
import { allServiceReleases, type PageHead, pageHead, type Site } from '../../site/site.ts';
import { isWanted, type Wanted } from '../../site/units.ts';
import { counted, monthWords } from '../../site/words.ts';

/** A month as a row. */
export interface MonthRow {
  readonly label: string;
  readonly url: string;
  /** `21 releases`. */
  readonly releases: string;
  /** `84 services changed`. */
  readonly services: string;
  readonly counts: readonly GlyphCount[];
  /** All its services, for filters. */
  readonly marks: ServiceMarks;
}

export interface ReleaseYearPage {
  readonly head: PageHead;
  readonly title: string;
  /** `61 releases`. */
  readonly releases: string;
  /** `84 services`. */
  readonly services: string;
  readonly counts: readonly GlyphCount[];
  /** What the counts count: `7 changes`. */
  readonly total: string;
  /** Newest first. */
  readonly months: readonly MonthRow[];
  readonly newer: YearLink | null;
  readonly older: YearLink | null;
}

interface YearLink {
  readonly id: string;
  readonly url: string;
}

/** The addresses of the years that have a release. They belong to the unit `site`: a year has a row of every month. */
export function releaseYearPaths(site: Site, wanted?: Wanted) {
  return isWanted('site', wanted) ? releaseYears(site).map((year) => ({ params: { year } })) : [];
}

/** Makes the page of one year, `2025`. */
export function releaseYearPage(site: Site, year: string): ReleaseYearPage {
  const { store, urls } = site;
  const years = releaseYears(site);
  const at = years.indexOf(year);
  const title = `Releases of ${year}`;
  const releases = Map.groupBy(store.releases(), ({ date }) => date?.slice(0, 7));
  const entries = Map.groupBy(allServiceReleases(site), ({ release }) => release.date?.slice(0, 7));
  const months = releaseMonths(site).filter((month) => month.startsWith(`${year}-`));
  const all = months.flatMap((month) => entries.get(month) ?? []);
  const count = months.reduce((sum, month) => sum + (releases.get(month) ?? []).length, 0);
  const link = (of: string | undefined) => (of === undefined ? null : { id: of, url: urls.releaseYear(of) });
  const counts = summedCounts(site, all);
  return {
    head: pageHead(site, {
      title,
      description: `The months of ${year}, each with its releases and what they changed.`,
      url: urls.releaseYear(year),
      section: 'releases',
      crumbs: [{ label: 'Releases', url: urls.releases() }],
    }),
    title,
    releases: counted(count, 'release'),
    services: servicesOf(all),
    ...{ counts, total: totalWords(counts) },
    months: months.map((month) => {
      const own = entries.get(month) ?? [];
      return {
        label: monthWords(month).split(' ')[0] ?? month,
        url: urls.releaseMonth(month),
        releases: counted((releases.get(month) ?? []).length, 'release'),
        services: servicesOf(own),
        counts: summedCounts(site, own),
        marks: serviceMarks(site, own),
      };
    }),
    newer: link(years[at - 1]),
    older: link(years[at + 1]),
  };
}

function servicesOf(entries: readonly { readonly service: string }[]): string {
  return counted(new Set(entries.map(({ service }) => service)).size, 'service');
}

/** The years that have a release, newest first. */
function releaseYears(site: Pick<Site, 'store'>): readonly string[] {
  return [...new Set(releaseMonths(site).map((month) => month.slice(0, 4)))];
}
