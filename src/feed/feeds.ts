/** All feeds of the site and their documents: of all services and of each, about all changes or some, the newest and the archives. */
import { feedEntry, feedNews } from '../view/changes/feed-entry.ts';
import { feedRelease, releaseNews } from '../view/changes/feed-release.ts';
import { topic } from '../view/site/memory.ts';
import type { Site } from '../view/site/site.ts';
import { isWanted, type Wanted, wantedServices } from '../view/site/units.ts';
import type { FeedFormat, FeedTopic } from '../view/site/urls.ts';
import { type Archive, type Documents, layOut, measured } from './archives.ts';
import type { Feed, FeedItem } from './feed.ts';
import { itemHtml } from './item-html.ts';
import { itemTitle, releaseTitle } from './item-title.ts';
import { releaseHtml } from './release-html.ts';
import { feedId, itemId } from './tag-uri.ts';

/** Which feed: of one service, else of all; about some changes, else about all. */
export interface FeedName {
  readonly service?: string;
  readonly topic?: FeedTopic;
}

/** The feeds of a site that are wanted. */
export function feedNamesOf(site: Site, wanted?: Wanted): readonly FeedName[] {
  return [
    ...(isWanted('feeds', wanted) ? [{}, { topic: 'breaking' as const }, { topic: 'documentation' as const }] : []),
    ...wantedServices(site, 'changes', wanted).flatMap((service): readonly FeedName[] => [
      { service },
      { service, topic: 'breaking' },
    ]),
  ];
}

/** The parts of a feed that fell out of its newest document, oldest first. */
export function archivePartsOf(site: Site, name: FeedName): readonly string[] {
  return made(site, name).documents.archives.map(({ part }) => part);
}

/** One document of a feed: the newest items, or the archive of a part. */
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
    ...wordsOf(site, name),
    selfUrl: address(part === undefined ? undefined : archives[at]) ?? subscribed,
    chain: {
      current: part === undefined ? null : subscribed,
      older: address(archives[at - 1]),
      newer: part === undefined ? null : address(archives[at + 1]),
    },
    items: items.slice(run.from, run.to),
  };
}

function wordsOf(site: Site, { service, topic: about }: FeedName): Omit<Feed, 'items' | 'selfUrl' | 'chain'> {
  const { store, urls } = site;
  const id = feedId(store.feedName(service ?? null), service ?? null, about);
  const title = service && (store.services().find((one) => one.id === service)?.title ?? service);
  const whose = title ?? 'all services';
  const where = title === undefined ? 'each service' : title;
  const url = urls.absolute(service === undefined ? urls.home() : urls.service(service));
  if (about === 'breaking')
    return {
      ...{ id, url, title: `Breaking API changes of ${whose}` },
      description: `What breaks callers of ${where}, release by release.`,
    };
  if (about === 'documentation')
    return {
      ...{ id, url, title: `Changed descriptions of ${whose}` },
      description: `What each release says in other words about ${where}.`,
    };
  return {
    ...{ id, url, title: `API changes of ${whose}` },
    description:
      title === undefined
        ? 'What each release changed, in all services, what breaks callers first.'
        : `What each release changed in ${title}, field by field.`,
  };
}

interface MadeFeed {
  readonly items: readonly FeedItem[];
  readonly documents: Documents;
}

/** The documents of a feed are made one after the other; of all of AWS's feeds it would be 80 MB. */
const feeds = topic<Site, MadeFeed>('feeds', 6);

function made(site: Site, name: FeedName): MadeFeed {
  return site.memory.rememberAt(feeds, site, JSON.stringify([name.service, name.topic]), () => {
    const items =
      name.service === undefined && name.topic === undefined ? releaseItems(site) : serviceItems(site, name);
    return { items, documents: layOut(items.map(measured)) };
  });
}

function releaseItems(site: Site): readonly FeedItem[] {
  return releaseNews(site).map((news) => {
    const release = feedRelease(site, news);
    return {
      id: itemId(site.store.feedName(null), release.release.id, null),
      title: releaseTitle(release),
      url: release.url,
      ...{ time: release.time, sortTime: release.sortTime },
      summary: release.summary,
      html: releaseHtml(release),
      categories: release.subjects,
    };
  });
}

function serviceItems(site: Site, { service, topic: about }: FeedName): readonly FeedItem[] {
  return feedNews(site, about, service).map((news) => {
    const entry = feedEntry(site, news);
    return {
      id: itemId(site.store.feedName(entry.service), entry.release.id, entry.service, about),
      title: itemTitle(entry),
      url: entry.url,
      ...{ time: entry.time, sortTime: entry.sortTime },
      summary: entry.summary,
      html: itemHtml(entry),
      categories: [entry.title, ...entry.kinds],
    };
  });
}
