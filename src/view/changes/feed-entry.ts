/** The content of a feed item about one service in one release. */
import { cardsOf, migrationOf, worstFirst } from '../../diff/catalogue.ts';
import { type Severity, severities } from '../../model/index.ts';
import type { Release, ServiceRelease } from '../../store/types.ts';
import { proseHtml } from '../prose/prose-html.ts';
import { proseSummary } from '../prose/prose-text.ts';
import { allServiceReleases, releaseUrl, type Site } from '../site/site.ts';
import type { FeedTopic } from '../site/urls.ts';
import { type Span, spans } from '../site/words.ts';
import { type FeedCard, feedCard } from './feed-card.ts';
import { newestFirst, type ReleaseTime, timeOf } from './feed-times.ts';
import { countViews, statusWords } from './severity-view.ts';

/** One service in one release, as an item of a feed. Making it is cheap; `feedEntry` adds the costly content. */
export interface FeedNews extends ReleaseTime {
  readonly release: Release;
  readonly service: string;
  /** The title of the service. */
  readonly title: string;
  /** What the item is about: all changes, breaking changes, or changed descriptions. */
  readonly topic: FeedTopic | undefined;
  /** Absent where only descriptions changed. */
  readonly entry: ServiceRelease | undefined;
}

/** One row of a migration: many changes of one kind, with their number. */
export interface MigrationView {
  readonly severity: Severity;
  readonly count: number;
  readonly examples: readonly (readonly Span[])[];
}

/** A feed item with all its content. */
export interface FeedEntry extends FeedNews {
  /** Absolute. */
  readonly url: string;
  /** Whether the page behind `url` has an anchor for every card. */
  readonly hasAnchors: boolean;
  readonly summary: string;
  /** The notes of the team, as safe HTML. */
  readonly notes: readonly string[];
  /** Worst first, and only as many as an item has room for. */
  readonly cards: readonly FeedCard[];
  /** The full number of cards of each severity. */
  readonly counts: ReadonlyMap<Severity, number>;
  /** The rows where a release has very many changes of few kinds. Then `cards` has only changes that break callers. */
  readonly migration: readonly MigrationView[];
  /** The number of all cards, including those of a migration. */
  readonly total: number;
  /** The number of other changes in the release, outside of the topic. */
  readonly others: number;
  /** The number of changes that callers of the SDK do not see. */
  readonly wire: number;
  /** `new service`; null where the cards are enough. */
  readonly status: string | null;
  /** The kinds of its changes, sorted. */
  readonly kinds: readonly string[];
}

/** The items of a feed, newest first: of one service or all, about one topic or all. */
export function feedNews(site: Site, topic?: FeedTopic, service?: string): readonly FeedNews[] {
  if (topic === 'documentation') return newestFirst(describedNews(site, service));
  const all = service === undefined ? allServiceReleases(site) : site.store.serviceReleases({ service });
  const news = all.filter((entry) => (topic === 'breaking' ? entry.counts.breaking > 0 : isNews(entry)));
  return newestFirst(news.map((entry) => newsOf(site, entry, topic)));
}

/**
 * Whether there is something to report. The earliest known state is not news, nor is a release without notes and
 * changes.
 */
export function isNews({ counts, notes, status }: ServiceRelease): boolean {
  return status === 'added' || status === 'removed' || notes.length > 0 || countViews(counts).length > 0;
}

/** One service in one release as a feed item. */
export function newsOf(site: Site, entry: ServiceRelease, topic?: FeedTopic): FeedNews {
  const { release, service, title } = entry;
  return { release, service, title, topic, entry, ...timeOf(site, release.id) };
}

/** Adds the content of an item. */
export function feedEntry(site: Site, news: FeedNews): FeedEntry {
  const { release, service, topic, entry } = news;
  const isDescribed = topic === 'documentation';
  const changes = isDescribed ? site.store.descriptions(service, release.id) : site.store.changes(service, release.id);
  const all = cardsOf(changes);
  const seen = isDescribed ? all : all.filter(({ audience }) => audience === 'sdk');
  const about = topic === 'breaking' ? seen.filter(({ severity }) => severity === 'breaking') : seen;
  const migration = topic === undefined ? migrationOf(seen) : null;
  const told = migration === null ? about : about.filter(({ severity }) => severity === 'breaking');
  // The team's notes are about the changes, so an item about descriptions leaves them out.
  const notes = isDescribed ? [] : (entry?.notes ?? []);
  return {
    ...news,
    url: site.urls.absolute(releaseUrl(site, release, service)),
    hasAnchors: !isDescribed,
    summary: proseSummary(notes[0]?.text, 300),
    notes: notes.map(({ text }) => proseHtml(text)),
    // Comparing the words of descriptions is expensive.
    cards: worstFirst(told)
      .slice(0, isDescribed ? maxDescriptions : maxCards)
      .map(feedCard),
    counts: new Map(severities.map((severity) => [severity, told.filter((card) => card.severity === severity).length])),
    migration: (migration ?? []).map(({ severity, count, examples }) => ({
      ...{ severity, count },
      examples: examples.map((example) => spans(example)),
    })),
    total: about.length,
    others: seen.length - about.length,
    wire: topic === undefined ? all.length - seen.length : 0,
    status: entry === undefined || topic !== undefined ? null : statusWords(entry),
    kinds: [...new Set(about.map(({ kind }) => kind))].sort(),
  };
}

function describedNews(site: Site, only?: string): readonly FeedNews[] {
  const { store } = site;
  const order = new Map(store.releases().map(({ id }, index) => [id, index]));
  return store
    .services()
    .filter(({ id }) => only === undefined || id === only)
    .flatMap(({ id, title }) =>
      store.described(id).map(({ release }) => ({
        ...{ release, service: id, title, topic: 'documentation' as const, entry: undefined },
        ...timeOf(site, release.id),
      })),
    )
    .sort(
      (a, b) => (order.get(a.release.id) ?? 0) - (order.get(b.release.id) ?? 0) || (a.service < b.service ? -1 : 1),
    );
}

/** The most cards in one item. */
const maxCards = 300;
const maxDescriptions = 14;
