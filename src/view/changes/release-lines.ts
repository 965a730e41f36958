/** Releases as lines of a list: what each one changed, in short. */

import { allServiceReleases, type Site } from '../site/site.ts';
import { counted, monthWords } from '../site/words.ts';
import { summedCounts } from './release-entry.ts';
import type { GlyphCount } from './severity-view.ts';

export interface ReleaseLine {
  readonly id: string;
  readonly date: string | null;
  readonly url: string;
  readonly services: string;
  readonly titles: readonly string[];
  /** How many more services there are than titles. */
  readonly moreTitles: number;
  /** What there is beside services: `2 notes for all services`; empty where there is nothing. */
  readonly notes: string;
  readonly counts: readonly GlyphCount[];
}

export interface ReleaseMonth {
  readonly title: string;
  readonly releases: readonly ReleaseLine[];
}

const shownTitles = 6;

/** The lines of the releases that a test lets through, newest first. */
export function releaseLines(
  site: Site,
  wanted: (date: string | null, index: number) => boolean,
): readonly ReleaseLine[] {
  const { store, urls } = site;
  const entries = Map.groupBy(allServiceReleases(site), ({ release }) => release.id);
  return store
    .releases()
    .filter(({ date }, index) => wanted(date, index))
    .map((release) => {
      const services = entries.get(release.id) ?? [];
      const notes = store.generalNotes(release.id).length;
      return {
        id: release.id,
        date: release.date,
        url: urls.release(release.id),
        services: counted(services.length, 'service'),
        titles: services.slice(0, shownTitles).map(({ service }) => service),
        moreTitles: Math.max(0, services.length - shownTitles),
        notes: notes === 0 ? '' : `${counted(notes, 'note')} for all services`,
        counts: summedCounts(site, services),
      };
    });
}

/** Neighbours of one month stand together; the order of releases is the store's, which knows versions without dates. */
export function byMonth(lines: readonly ReleaseLine[]): readonly ReleaseMonth[] {
  const months: { title: string; releases: ReleaseLine[] }[] = [];
  for (const line of lines) {
    const title = line.date === null ? 'Date unknown' : monthWords(line.date.slice(0, 7));
    const last = months.at(-1);
    if (last?.title === title) last.releases.push(line);
    else months.push({ title, releases: [line] });
  }
  return months;
}

/** The months that have a release, as `2025-11`, newest first. */
export function releaseMonths(site: Site): readonly string[] {
  return [...new Set(site.store.releases().flatMap(({ date }) => (date === null ? [] : [date.slice(0, 7)])))]
    .sort()
    .reverse();
}
