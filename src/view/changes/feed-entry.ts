/** What there is to tell about one release, for those who follow from afar: of one service in it, or of none. */
import { append } from '../../model/index.ts';
import type { Release, ServiceRelease, StoreReader } from '../../store/types.ts';
import { type CardSection, cardSections, countWords } from '../pages/service-release-page.ts';
import { escapeHtml, proseHtml } from '../prose/prose-html.ts';
import { proseSummary } from '../prose/prose-text.ts';
import { topic } from '../site/memory.ts';
import { allServiceReleases, type Site } from '../site/site.ts';
import { counted } from '../site/words.ts';
import { changeCards } from './change-card.ts';
import { countViews, statusWords } from './severity-view.ts';

export interface FeedEntry {
  readonly release: string;
  /** Null where it is about the release itself. */
  readonly service: string | null;
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
  /** The kinds of its changes, or what its notes are about, sorted. */
  readonly kinds: readonly string[];
}

/** The newest news, newest first. */
export function newestFeedEntries(site: Site, limit: number, service?: string): readonly FeedEntry[] {
  if (service !== undefined) return serviceEntries(site, site.store.serviceReleases({ service }), limit);
  const byRelease = Map.groupBy(allServiceReleases(site).filter(isNews), ({ release }) => release.id);
  const news: FeedEntry[] = [];
  for (const release of site.store.releases()) {
    if (news.length >= limit) break;
    const general = generalEntry(site, release);
    if (general !== null) news.push(general);
    append(news, serviceEntries(site, byRelease.get(release.id) ?? [], limit - news.length));
  }
  return news;
}

function serviceEntries(site: Site, entries: readonly ServiceRelease[], limit: number): readonly FeedEntry[] {
  return entries
    .filter(isNews)
    .slice(0, Math.max(0, limit))
    .map((entry) => feedEntryOf(site, entry));
}

/** What the team wrote about a release beside its services. */
function generalEntry(site: Site, release: Release): FeedEntry | null {
  const notes = site.store.generalNotes(release.id);
  if (notes.length === 0) return null;
  return site.memory.rememberAt(made, site.store, release.id, () => ({
    release: release.id,
    service: null,
    title: 'All services',
    what: counted(notes.length, 'note'),
    date: release.date,
    sortDate: sortDate(site, release.id),
    url: site.urls.absolute(site.urls.release(release.id)),
    summary: proseSummary(notes[0]?.text, 300),
    notes: notes.map(({ about, text }) =>
      about === null ? proseHtml(text) : `<p><strong>${escapeHtml(about)}</strong></p>${proseHtml(text)}`,
    ),
    sections: [],
    kinds: [...new Set(notes.flatMap(({ about }) => about ?? []))].sort(),
  }));
}

/** The earliest known state is no news, and neither is a release that says and changes nothing. */
export function isNews({ counts, notes, status }: ServiceRelease): boolean {
  return status === 'added' || status === 'removed' || notes.length > 0 || countViews(counts).length > 0;
}

function feedEntryOf(site: Site, entry: ServiceRelease): FeedEntry {
  // Names may hold blanks, and no line break.
  return site.memory.rememberAt(made, site.store, `${entry.release.id}\n${entry.service}`, () =>
    makeEntry(site, entry),
  );
}

function makeEntry(site: Site, entry: ServiceRelease): FeedEntry {
  const { release, service, notes } = entry;
  const changes = site.store.changes(service, release.id);
  return {
    release: release.id,
    service,
    title: entry.title,
    what: statusWords(entry) ?? countWords(countViews(entry.counts)),
    date: release.date,
    sortDate: sortDate(site, release.id),
    url: site.urls.absolute(site.urls.serviceRelease(release.id, service)),
    summary: proseSummary(notes[0]?.text, 300),
    notes: notes.map(({ text }) => proseHtml(text)),
    sections: cardSections(
      site,
      service,
      changeCards(
        site,
        changes.filter(({ audience }) => audience === 'sdk'),
      ),
    ),
    kinds: [...new Set(changes.map(({ kind }) => kind))].sort(),
  };
}

function sortDate(site: Site, id: string): string {
  const releases = site.store.releases();
  const at = releases.findIndex((release) => release.id === id);
  const older = releases.slice(at).find(({ date }) => date !== null);
  const newer = releases.slice(0, at).findLast(({ date }) => date !== null);
  return older?.date ?? newer?.date ?? '1970-01-01';
}

/** The same news stand in six feeds, and their cards are the costly part. */
const made = topic<StoreReader, FeedEntry>('feed entries');
