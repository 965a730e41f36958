/** The content of a feed item about a whole release: every service, with its worst changes first. */
import { type Card, cardsOf, cardTitle, worstFirst } from '../../diff/catalogue.ts';
import { severities } from '../../model/index.ts';
import type { Release, ServiceRelease } from '../../store/types.ts';
import { escapeHtml, proseHtml } from '../prose/prose-html.ts';
import { proseSummary } from '../prose/prose-text.ts';
import { allServiceReleases, type Site } from '../site/site.ts';
import { type Span, spans } from '../site/words.ts';
import { feedTitle } from './feed-card.ts';
import { isNews } from './feed-entry.ts';
import { newestFirst, type ReleaseTime, timeOf } from './feed-times.ts';
import { type CountView, countViews, statusWords } from './severity-view.ts';

/** A release that has news. Making it is cheap; `feedRelease` adds the costly content. */
export interface ReleaseNews extends ReleaseTime {
  readonly release: Release;
  /** The services that it changed. */
  readonly entries: readonly ServiceRelease[];
}

/** One change in a line, with its absolute address. */
export interface FeedLine {
  readonly text: readonly Span[];
  readonly url: string;
}

/** One service of a release. */
export interface FeedService {
  readonly id: string;
  readonly title: string;
  /** Absolute. */
  readonly url: string;
  readonly counts: readonly CountView[];
  /** `new service`; null where the lines are enough. */
  readonly status: string | null;
  /** The beginning of the team's note, as plain text. */
  readonly note: string;
  /** Worst first, without the sentences that several services share. */
  readonly lines: readonly FeedLine[];
}

/** A sentence that several services share, with the address of each service's card. */
export interface SharedLine {
  readonly text: readonly Span[];
  readonly services: readonly { readonly id: string; readonly url: string }[];
}

/** A release with all the content of its item. */
export interface FeedRelease extends ReleaseNews {
  /** Absolute. */
  readonly url: string;
  /** The notes that are about no service, as safe HTML. */
  readonly notes: readonly string[];
  /** The first of them as plain text. */
  readonly summary: string;
  readonly shared: readonly SharedLine[];
  /** Worst first, then by size. */
  readonly services: readonly FeedService[];
  /** The worst change as a phrase for a title; null where callers of the SDK see no change. */
  readonly worst: {
    readonly service: string;
    readonly kind: string;
    readonly title: string;
    readonly lead: string;
  } | null;
  /** The number of changes that callers of the SDK see. */
  readonly total: number;
  readonly wire: number;
  /** What the release is about: services, and the subjects of the notes. */
  readonly subjects: readonly string[];
}

/** The releases that have news, newest first. */
export function releaseNews(site: Site): readonly ReleaseNews[] {
  const byRelease = Map.groupBy(allServiceReleases(site).filter(isNews), ({ release }) => release.id);
  const news = site.store.releases().map((release) => ({
    ...{ release, entries: byRelease.get(release.id) ?? [], ...timeOf(site, release.id) },
  }));
  return newestFirst(
    news.filter(({ release, entries }) => entries.length > 0 || site.store.generalNotes(release.id).length > 0),
  );
}

/** Adds the content of a release's item. */
export function feedRelease(site: Site, news: ReleaseNews): FeedRelease {
  const { release, entries } = news;
  const { store, urls } = site;
  const address = (entry: ServiceRelease, key?: string) =>
    urls.absolute(urls.serviceRelease(release.id, entry.service, key));
  const own = entries.toSorted(byWeight).map((entry) => ({
    entry,
    cards: worstFirst(cardsOf(store.changes(entry.service, release.id)).filter(({ audience }) => audience === 'sdk')),
  }));
  const said = sharedSentences(own.map(({ cards }) => cards));
  const general = store.generalNotes(release.id);
  const [first] = own;
  const [worst] = first?.cards ?? [];
  return {
    ...news,
    url: urls.absolute(urls.release(release.id)),
    notes: general.map(({ about, text }) =>
      about === null ? proseHtml(text) : `<p><strong>${escapeHtml(about)}</strong></p>${proseHtml(text)}`,
    ),
    summary: proseSummary(general[0]?.text, 300),
    shared: [...said].map((text) => ({
      text: spans(text),
      services: own.flatMap(({ entry, cards }) => {
        const card = cards.find((one) => cardTitle(one) === text);
        return card === undefined ? [] : [{ id: entry.service, url: address(entry, card.key) }];
      }),
    })),
    services: own.map(({ entry, cards }) => ({
      ...{ id: entry.service, title: entry.title, url: address(entry) },
      ...{ counts: countViews(entry.counts), status: statusWords(entry) },
      note: proseSummary(entry.notes[0]?.text, 200),
      lines: cards.flatMap((card) => {
        const text = cardTitle(card);
        return said.has(text) ? [] : [{ text: spans(text), url: address(entry, card.key) }];
      }),
    })),
    worst:
      first === undefined || worst === undefined
        ? null
        : { service: first.entry.service, kind: worst.kind, ...feedTitle(worst) },
    total: own.reduce((sum, { cards }) => sum + cards.length, 0),
    wire: entries.reduce((sum, { counts }) => sum + counts.wire, 0),
    subjects: [
      ...entries.map(({ service }) => service),
      ...new Set(general.flatMap(({ about }) => about ?? [])),
    ].sort(),
  };
}

/** The sentences that at least three services share. */
function sharedSentences(all: readonly (readonly Card[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const cards of all)
    for (const text of new Set(cards.map(cardTitle))) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].flatMap(([text, count]) => (count >= minServices ? [text] : [])));
}

/** With fewer services, each one has the sentence itself. */
const minServices = 3;

function byWeight(a: ServiceRelease, b: ServiceRelease): number {
  for (const severity of severities) {
    if (a.counts[severity] !== b.counts[severity]) return b.counts[severity] - a.counts[severity];
  }
  return a.service < b.service ? -1 : 1;
}
