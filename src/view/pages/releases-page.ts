/** The newest releases by month, with links to all older ones. */
import { byMonth, type ReleaseMonth, releaseLines, releaseMonths, toldMonths } from '../changes/release-lines.ts';
import { type PageHead, pageHead, type Site } from '../site/site.ts';
import { monthWords } from '../site/words.ts';

export interface MonthLink {
  /** `November`, printed below its year. */
  readonly label: string;
  /** `November 2025`, printed alone. */
  readonly id: string;
  readonly url: string;
}

export interface ReleaseYear {
  readonly year: string;
  readonly url: string;
  readonly months: readonly MonthLink[];
}

export interface ReleasesPage {
  readonly head: PageHead;
  readonly months: readonly ReleaseMonth[];
  /** The page of what broke callers. */
  readonly breaking: string;
  /** Every month with a release; empty where this page has all releases. */
  readonly years: readonly ReleaseYear[];
}

/** The most releases on one page: more would be too long on a phone. */
const maxOnOnePage = 150;

/** Makes the list of releases. */
export function releasesPage(site: Site): ReleasesPage {
  const all = site.store.releases().length;
  const isLong = all > maxOnOnePage;
  return {
    head: pageHead(site, {
      title: 'Releases',
      description: 'Every release with the services that it changed.',
      url: site.urls.releases(),
      section: 'releases',
    }),
    months: byMonth(releaseLines(site, (date, index) => !isLong || index < maxOnOnePage / 2 || date === null)),
    breaking: site.urls.breaking(),
    years: isLong ? byYear(site) : [],
  };
}

export interface ReleaseMonthPage {
  readonly head: PageHead;
  readonly title: string;
  readonly month: ReleaseMonth;
  readonly newer: MonthLink | null;
  readonly older: MonthLink | null;
}

/** Makes the page of one month, `2025-11`. */
export function releaseMonthPage(site: Site, month: string): ReleaseMonthPage {
  const months = releaseMonths(site);
  const at = months.indexOf(month);
  const title = `Releases of ${monthWords(month)}`;
  const link = (of: string | undefined) => (of === undefined ? null : monthLink(site, of));
  return {
    head: pageHead(site, {
      title,
      description: `Every release of ${monthWords(month)} with the services that it changed.`,
      url: site.urls.releaseMonth(month),
      section: 'releases',
      crumbs: [
        { label: 'Releases', url: site.urls.releases() },
        { label: month.slice(0, 4), url: site.urls.releaseYear(month.slice(0, 4)) },
      ],
    }),
    title,
    month: byMonth(releaseLines(site, (date) => date?.startsWith(month) === true, at < toldMonths))[0] ?? {
      title,
      releases: [],
    },
    newer: link(months[at - 1]),
    older: link(months[at + 1]),
  };
}

function byYear(site: Site): readonly ReleaseYear[] {
  const years = Map.groupBy(releaseMonths(site), (month) => month.slice(0, 4));
  return [...years].map(([year, months]) => ({
    ...{ year, url: site.urls.releaseYear(year) },
    months: [...months].reverse().map((month) => monthLink(site, month)),
  }));
}

function monthLink(site: Site, month: string): MonthLink {
  const title = monthWords(month);
  return { label: title.split(' ')[0] ?? title, id: title, url: site.urls.releaseMonth(month) };
}
