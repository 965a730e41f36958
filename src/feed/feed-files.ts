/** The files of all feeds: their addresses and their content. */
import type { Site } from '../view/site/site.ts';
import type { Wanted } from '../view/site/units.ts';
import { archiveFormat, type FeedFormat, feedFormats } from '../view/site/urls.ts';
import { atom } from './atom.ts';
import type { Feed } from './feed.ts';
import { archivePartsOf, type FeedName, feedDocument, feedNamesOf } from './feeds.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** One document of one feed in one format. */
export interface FeedFileName {
  readonly name: FeedName;
  readonly format: FeedFormat;
  /** The archive; absent for the newest items. */
  readonly part?: string;
}

/** The addresses of the files below the base path, those of one feed together. */
export function feedFiles(
  site: Site,
  wanted?: Wanted,
): readonly { readonly path: string; readonly file: FeedFileName }[] {
  const { urls } = site;
  const inside = (address: string) => decodeURI(address.slice(urls.home().length));
  return feedNamesOf(site, wanted).flatMap((name) => {
    const { service, topic } = name;
    const newest = formats.map((format) => ({
      path: inside(urls.feed(format, service, topic)),
      file: { name, format },
    }));
    // Archives have only the format that RFC 5005 was written for; RSS links to them, and JSON Feed can link only to
    // its own format.
    const archives = archivePartsOf(site, name, wanted).map((part) => ({
      path: inside(urls.feedArchive(part, service, topic)),
      file: { name, format: archiveFormat, part },
    }));
    return [...newest, ...archives];
  });
}

/** The content of a file. */
export function feedText(site: Site, { name, format, part }: FeedFileName): string {
  return printers[format](feedDocument(site, name, format, part));
}

const formats = Object.values(feedFormats);
const printers: Readonly<Record<FeedFormat, (feed: Feed) => string>> = { rss, atom, json: jsonFeed };
