/** All releases, newest first, by month. */
import { addCounts, type CountView, countViews } from './severity-view.ts';
import { allServiceReleases, type PageHead, pageHead, type Site } from './site.ts';
import { counted, monthWords } from './words.ts';

export interface ReleaseLine {
  readonly id: string;
  readonly date: string | null;
  readonly url: string;
  readonly services: string;
  readonly titles: readonly string[];
  /** How many more services there are than titles. */
  readonly moreTitles: number;
  readonly counts: readonly CountView[];
}

export interface ReleaseMonth {
  readonly title: string;
  readonly releases: readonly ReleaseLine[];
}

export interface ReleasesPage {
  readonly head: PageHead;
  readonly months: readonly ReleaseMonth[];
}

/** Makes the list of releases. */
export function releasesPage(site: Site): ReleasesPage {
  const { store, urls } = site;
  const entries = Map.groupBy(allServiceReleases(store), ({ release }) => release.id);
  const lines = store.releases().map((release) => {
    const services = entries.get(release.id) ?? [];
    return {
      id: release.id,
      date: release.date,
      url: urls.release(release.id),
      services: counted(services.length, 'service'),
      titles: services.slice(0, shownTitles).map(({ title }) => title),
      moreTitles: Math.max(0, services.length - shownTitles),
      counts: countViews(addCounts(services.map(({ counts }) => counts))),
    };
  });
  return {
    head: pageHead(site, {
      title: 'Releases',
      description: 'Every release with the services that it changed.',
      url: urls.releases(),
      section: 'releases',
    }),
    months: byMonth(lines),
  };
}

/** Neighbours of one month stand together; the order of releases is the store's, which knows versions without dates. */
function byMonth(lines: readonly ReleaseLine[]): readonly ReleaseMonth[] {
  const months: { title: string; releases: ReleaseLine[] }[] = [];
  for (const line of lines) {
    const title = line.date === null ? 'Date unknown' : monthWords(line.date.slice(0, 7));
    const last = months.at(-1);
    if (last?.title === title) last.releases.push(line);
    else months.push({ title, releases: [line] });
  }
  return months;
}

const shownTitles = 6;
