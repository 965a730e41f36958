/** What there is to tell about one service in one release, for those who follow from afar. */
import type { ServiceRelease } from '../store/types.ts';
import { changeCards } from './change-card.ts';
import { proseHtml } from './prose-html.ts';
import { proseSummary } from './prose-text.ts';
import { type CardSection, cardSections, countWords } from './service-release-page.ts';
import { countViews, statusWords } from './severity-view.ts';
import { allServiceReleases, type Site } from './site.ts';

export interface News {
  readonly release: string;
  readonly service: string;
  /** The service's. */
  readonly title: string;
  /** `1 breaking, 3 safe`, or `new service`. */
  readonly what: string;
  /** ISO day; null where no source tells. */
  readonly date: string | null;
  /** The best that is known where a day is demanded: that of the nearest older release that has one. */
  readonly sortDate: string;
  /** Absolute. */
  readonly url: string;
  readonly summary: string;
  /** The notes of the team, as safe HTML. */
  readonly notes: readonly string[];
  readonly sections: readonly CardSection[];
  /** The kinds of its changes, sorted. */
  readonly kinds: readonly string[];
}

/** The newest news, newest first. */
export function newestNews(site: Site, limit: number, service?: string): readonly News[] {
  const releases = service === undefined ? allServiceReleases(site.store) : site.store.serviceReleases({ service });
  return releases
    .filter(isNews)
    .slice(0, limit)
    .map((entry) => newsOf(site, entry));
}

/** The earliest known state is no news, and neither is a release that says and changes nothing. */
export function isNews({ counts, notes, status }: ServiceRelease): boolean {
  return status === 'added' || status === 'removed' || notes.length > 0 || countViews(counts).length > 0;
}

function newsOf(site: Site, entry: ServiceRelease): News {
  const own = made.get(site) ?? new Map<string, News>();
  made.set(site, own);
  const key = `${entry.release.id} ${entry.service}`;
  const known = own.get(key);
  if (known !== undefined) return known;
  const { release, service, notes } = entry;
  const changes = site.store.changes(service, release.id);
  const news = {
    release: release.id,
    service,
    title: entry.title,
    what: statusWords(entry) ?? countWords(countViews(entry.counts)),
    date: release.date,
    sortDate: sortDate(site, release.id),
    url: site.urls.absolute(site.urls.serviceRelease(release.id, service)),
    summary: proseSummary(notes[0]?.text, 300),
    notes: notes.map(({ text }) => proseHtml(text)),
    sections: cardSections(site, service, changeCards(site, changes)),
    kinds: [...new Set(changes.map(({ kind }) => kind))].sort(),
  };
  own.set(key, news);
  return news;
}

function sortDate(site: Site, id: string): string {
  const releases = site.store.releases();
  const at = releases.findIndex((release) => release.id === id);
  const older = releases.slice(at).find(({ date }) => date !== null);
  const newer = releases.slice(0, at).findLast(({ date }) => date !== null);
  return older?.date ?? newer?.date ?? '1970-01-01';
}

/** The same news stand in six feeds, and their cards are the costly part. */
const made = new WeakMap<Site, Map<string, News>>();
