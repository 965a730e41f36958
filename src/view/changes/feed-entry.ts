/** What there is to tell about one service in one release, for those who follow from afar. */
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

/** A service in a release that a feed has an item of. It is cheap: what is in it, `feedEntry` finds out. */
export interface FeedNews extends ReleaseTime {
  readonly release: Release;
  readonly service: string;
  /** The service's. */
  readonly title: string;
  /** What the item is about: all changes, those that break callers, changed descriptions. */
  readonly topic: FeedTopic | undefined;
  /** Absent where the API did not change, only how it is described. */
  readonly entry: ServiceRelease | undefined;
}

/** One row of a migration: many changes of a kind, told by their number. */
export interface MigrationView {
  readonly severity: Severity;
  readonly count: number;
  readonly examples: readonly (readonly Span[])[];
}

/** The same with everything that its item tells. */
export interface FeedEntry extends FeedNews {
  /** Absolute. */
  readonly url: string;
  /** Whether the page behind `url` has an anchor for every card. */
  readonly hasAnchors: boolean;
  readonly summary: string;
  /** The notes of the team, as safe HTML. */
  readonly notes: readonly string[];
  /** Worst first, and no more than fit into an item. */
  readonly cards: readonly FeedCard[];
  /** How many there would be of each severity. */
  readonly counts: ReadonlyMap<Severity, number>;
  /** A release of very many changes of few kinds; then the cards are only those that break callers. */
  readonly migration: readonly MigrationView[];
  /** How many cards there are, those of a migration too. */
  readonly total: number;
  /** How many changes the release brought beside those that the item is about. */
  readonly others: number;
  /** How many changes callers of the SDK see nothing of. */
  readonly wire: number;
  /** `new service`; null where the cards say it all. */
  readonly status: string | null;
  /** The kinds of its changes, sorted. */
  readonly kinds: readonly string[];
}

/** The news of a feed, newest first: of all services or of one, about all changes or some. */
export function feedNews(site: Site, topic?: FeedTopic, service?: string): readonly FeedNews[] {
  if (topic === 'documentation') return newestFirst(describedNews(site, service));
  const all = service === undefined ? allServiceReleases(site) : site.store.serviceReleases({ service });
  const news = all.filter((entry) => (topic === 'breaking' ? entry.counts.breaking > 0 : isNews(entry)));
  return newestFirst(news.map((entry) => newsOf(site, entry, topic)));
}

/** The earliest known state is no news, and neither is a release that says and changes nothing. */
export function isNews({ counts, notes, status }: ServiceRelease): boolean {
  return status === 'added' || status === 'removed' || notes.length > 0 || countViews(counts).length > 0;
}

/** One service in one release as news. */
export function newsOf(site: Site, entry: ServiceRelease, topic?: FeedTopic): FeedNews {
  const { release, service, title } = entry;
  return { release, service, title, topic, entry, ...timeOf(site, release.id) };
}

/** Finds out what an item tells. */
export function feedEntry(site: Site, news: FeedNews): FeedEntry {
  const { release, service, topic, entry } = news;
  const isDescribed = topic === 'documentation';
  const changes = isDescribed ? site.store.descriptions(service, release.id) : site.store.changes(service, release.id);
  const all = cardsOf(changes);
  const seen = isDescribed ? all : all.filter(({ audience }) => audience === 'sdk');
  const about = topic === 'breaking' ? seen.filter(({ severity }) => severity === 'breaking') : seen;
  const migration = topic === undefined ? migrationOf(seen) : null;
  const told = migration === null ? about : about.filter(({ severity }) => severity === 'breaking');
  // Descriptions are told without the team's words, which are about the changes.
  const notes = isDescribed ? [] : (entry?.notes ?? []);
  return {
    ...news,
    url: site.urls.absolute(releaseUrl(site, release, service)),
    hasAnchors: !isDescribed,
    summary: proseSummary(notes[0]?.text, 300),
    notes: notes.map(({ text }) => proseHtml(text)),
    // Comparing the words of descriptions is the costly part.
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

/** No item has room for more. */
const maxCards = 300;
const maxDescriptions = 14;
