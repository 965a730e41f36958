/**
 * All feeds of the site and their documents: for all services and for each, with all changes or some, the newest items
 * and archives.
 */
import { type FeedNews, feedEntry, feedNews } from '../view/changes/feed-entry.ts';
import { feedRelease, type ReleaseNews, releaseNews } from '../view/changes/feed-release.ts';
import { topic } from '../view/site/memory.ts';
import { feedTitle, releaseUrl, type Site } from '../view/site/site.ts';
import { isWanted, keptPart, type Wanted, wantedServices } from '../view/site/units.ts';
import { type FeedFormat, type FeedTopic, feedTopics, serviceTopics } from '../view/site/urls.ts';
import { type Archive, type Documents, layOut, type Measured, measured } from './archives.ts';
import type { Feed, FeedItem } from './feed.ts';
import { itemHtml } from './item-html.ts';
import { itemTitle, releaseTitle } from './item-title.ts';
import { releaseHtml } from './release-html.ts';
import { feedId, itemId } from './tag-uri.ts';

/** The name of a feed: of one service, else of all; with some changes, else with all. */
export interface FeedName {
  readonly service?: string;
  readonly topic?: FeedTopic;
}

/** The requested feeds of a site. */
export function feedNamesOf(site: Site, wanted?: Wanted): readonly FeedName[] {
  return [
    ...(isWanted('feeds', wanted) ? [{}, ...feedTopics.map((topic) => ({ topic }))] : []),
    ...wantedServices(site, 'changes', wanted).flatMap((service): readonly FeedName[] => [
      { service },
      ...serviceTopics.map((topic) => ({ service, topic })),
    ]),
  ];
}

/** The archives of a feed, oldest first. */
export function archivePartsOf(site: Site, name: FeedName, wanted?: Wanted): readonly string[] {
  return made(site, name, wanted).documents.archives.map(({ part }) => part);
}

/** One document of a feed: the newest items, or one archive. */
export function feedDocument(site: Site, name: FeedName, format: FeedFormat, part?: string): Feed {
  const { items, documents } = made(site, name);
  const { archives, newest } = documents;
  const at = part === undefined ? archives.length : archives.findIndex((archive) => archive.part === part);
  const run = part === undefined ? newest : (archives[at] as Archive);
  const { urls } = site;
  const address = (archive: Archive | undefined) =>
    archive === undefined || format === 'json'
      ? null
      : urls.absolute(urls.feedArchive(archive.part, name.service, name.topic));
  const subscribed = urls.absolute(urls.feed(format, name.service, name.topic));
  return {
    ...aboutFeed(site, name),
    selfUrl: address(part === undefined ? undefined : archives[at]) ?? subscribed,
    chain: {
      current: part === undefined ? null : subscribed,
      older: address(archives[at - 1]),
      newer: part === undefined ? null : address(archives[at + 1]),
    },
    items: items.slice(run.from, run.to),
  };
}

function aboutFeed(site: Site, { service, topic: about }: FeedName): Omit<Feed, 'items' | 'selfUrl' | 'chain'> {
  const { store, urls } = site;
  const id = feedId(store.feedName(service ?? null), service ?? null, about);
  const title = service && (store.services().find((one) => one.id === service)?.title ?? service);
  const whose = title ?? 'all services';
  const where = title === undefined ? 'each service' : title;
  const url = urls.absolute(service === undefined ? urls.home() : urls.service(service));
  const all =
    title === undefined
      ? 'What each release changed, in all services, what breaks callers first.'
      : `What each release changed in ${title}, field by field.`;
  return {
    ...{ id, url, title: feedTitle(whose, about) },
    description: about === undefined ? all : descriptions[about](where),
  };
}

/** The description of a topic's feed, for one service or for all. */
const descriptions: Readonly<Record<FeedTopic, (where: string) => string>> = {
  breaking: (where) => `What breaks callers of ${where}, release by release.`,
  documentation: (where) => `What each release says in other words about ${where}.`,
};

interface MadeFeed {
  readonly items: readonly FeedItem[];
  readonly documents: Documents;
}

/**
 * The documents of a feed are made one after the other, so only a few feeds are remembered; all feeds of AWS would take
 * 80 MB.
 */
const feeds = topic<Site, MadeFeed>(6);

function made(site: Site, name: FeedName, wanted?: Wanted): MadeFeed {
  return site.memory.rememberAt(feeds, site, JSON.stringify([name.service, name.topic]), () => {
    const all = itemsOf(site, name, wanted);
    return { items: all.map(({ item }) => item), documents: layOut(all.map(({ size }) => size)) };
  });
}

/** An item and its size. */
interface SizedItem {
  readonly item: FeedItem;
  readonly size: Measured;
}

function itemsOf(site: Site, { service, topic: about }: FeedName, wanted: Wanted | undefined): readonly SizedItem[] {
  if (service !== undefined) return [...serviceItems(site, service, about, wanted).values()];
  if (about === undefined) return releaseItems(site, wanted);
  // The items of the services, in the order of the feed of all services.
  const known = new Map(site.store.services().map(({ id }) => [id, serviceItems(site, id, about, wanted)] as const));
  return feedNews(site, about).map((news) => known.get(news.service)?.get(news.release.id) ?? serviceItem(site, news));
}

/** The items about all services, newest first. Those of a month are kept together. */
function releaseItems(site: Site, wanted: Wanted | undefined): readonly SizedItem[] {
  const all = releaseNews(site);
  const known = new Map<string, SizedItem>();
  for (const [month, some] of Map.groupBy(all, ({ release }) => release.date?.slice(0, 7))) {
    const make = () => some.map((news) => [news.release.id, releaseItem(site, news)] as const);
    const items = month === undefined ? make() : keptPart(wanted, { kind: 'month', id: month }, 'feed items', make);
    for (const [release, item] of items) known.set(release, item);
  }
  return all.map((news) => known.get(news.release.id) ?? releaseItem(site, news));
}

function releaseItem(site: Site, news: ReleaseNews): SizedItem {
  const release = feedRelease(site, news);
  const item = {
    id: itemId(site.store.feedName(null), release.release.id, null),
    title: releaseTitle(release),
    url: release.url,
    ...{ time: release.time, sortTime: release.sortTime },
    summary: release.summary,
    html: releaseHtml(release),
    categories: release.subjects,
  };
  return { item, size: measured(item) };
}

/** An item and what it was made from. */
interface KeptItem {
  readonly release: string;
  readonly print: string;
  readonly sized: SizedItem;
}

/**
 * The items about one service by their releases: its own feed and the feed of all services have them. Those of releases
 * that say what they said at the last build are kept.
 */
function serviceItems(
  site: Site,
  service: string,
  about: FeedTopic | undefined,
  wanted: Wanted | undefined,
): ReadonlyMap<string, SizedItem> {
  const unit = { kind: 'changes' as const, id: service };
  const items = keptPart<readonly KeptItem[]>(wanted, unit, `feed items ${about ?? ''}`, (last) => {
    const known = new Map(last?.map((item) => [item.print, item]));
    const stamps = site.store.releaseStamps(service);
    return feedNews(site, about, service).map((news) => {
      const print = JSON.stringify([itemHead(site, news), news.title, stamps.get(news.release.id)]);
      return known.get(print) ?? { release: news.release.id, print, sized: serviceItem(site, news) };
    });
  });
  return new Map(items.map(({ release, sized }) => [release, sized]));
}

function serviceItem(site: Site, news: FeedNews): SizedItem {
  const entry = feedEntry(site, news);
  const item = {
    ...itemHead(site, news),
    title: itemTitle(entry),
    summary: entry.summary,
    html: itemHtml(entry),
    categories: [entry.title, ...entry.kinds],
  };
  return { item, size: measured(item) };
}

/** What an item has of the site; the rest of it is made from what the release says of the service, and its title. */
function itemHead(site: Site, { service, release, topic: about, time, sortTime }: FeedNews) {
  return {
    id: itemId(site.store.feedName(service), release.id, service, about),
    url: site.urls.absolute(releaseUrl(site, release, service)),
    ...{ time, sortTime },
  };
}
