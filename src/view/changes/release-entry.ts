/** One service in one release as a line of a list: what it did, how bad, and the beginning of the team's note. */
import type { ServiceRelease } from '../../store/types.ts';
import { proseSummary } from '../prose/prose-text.ts';
import type { Site } from '../site/site.ts';
import { counted } from '../site/words.ts';
import { type Headline, headlines, headlineText } from './headline.ts';
import { type CountView, countViews, statusWords } from './severity-view.ts';

export interface ReleaseEntry {
  readonly service: string;
  readonly title: string;
  readonly serviceUrl: string;
  readonly release: string;
  readonly date: string | null;
  /** The page with the changes. */
  readonly url: string;
  readonly status: string | null;
  readonly counts: readonly CountView[];
  readonly total: string;
  readonly note: string;
  /** The worst changes, where the page has room for them. */
  readonly lines: readonly (Headline & { readonly url: string })[];
  /** How many more lines there would be. */
  readonly moreLines: number;
}

/** Makes a line of a list, with the headlines of the worst changes where a page has room for some. `said`: sentences that the page says once for many services. */
export function releaseEntry(
  { store, urls }: Site,
  entry: ServiceRelease,
  room = 0,
  said: ReadonlySet<string> = new Set(),
): ReleaseEntry {
  const counts = countViews(entry.counts);
  const all = room === 0 ? [] : headlines(store.changes(entry.service, entry.release.id));
  const lines = all.filter((line) => !said.has(headlineText(line)));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    service: entry.service,
    title: entry.title,
    serviceUrl: urls.service(entry.service),
    release: entry.release.id,
    date: entry.release.date,
    url: urls.serviceRelease(entry.release.id, entry.service),
    status: statusWords(entry),
    counts,
    total: total === 0 ? 'no changes found' : counted(total, 'change'),
    note: proseSummary(entry.notes[0]?.text, 200),
    lines: lines.slice(0, room).map((line) => ({
      ...line,
      url: urls.serviceRelease(entry.release.id, entry.service, line.key),
    })),
    moreLines: Math.max(0, lines.length - room),
  };
}

/** The entries of one release. */
export interface ReleaseGroup {
  readonly release: string;
  readonly date: string | null;
  readonly url: string;
  readonly entries: readonly ReleaseEntry[];
}

/** Puts neighbours of one release together; the order stays. */
export function releaseGroups(site: Site, all: readonly ServiceRelease[], room: number): readonly ReleaseGroup[] {
  const groups = Map.groupBy(all, ({ release }) => release.id);
  return [...groups.values()].flatMap((entries) => {
    const release = entries[0]?.release;
    if (release === undefined) return [];
    const url = site.urls.release(release.id);
    return [
      {
        release: release.id,
        date: release.date,
        url,
        entries: entries.map((entry) => releaseEntry(site, entry, room)),
      },
    ];
  });
}
