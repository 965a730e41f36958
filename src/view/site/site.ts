/** The data that every page is made from, and the parts that every page has: title, crumbs, feeds, sources. */
import type { Prose } from '../../model/index.ts';
import type { About, Release, ServiceRelease, StoreReader } from '../../store/types.ts';
import { type ProseOptions, proseHtml } from '../prose/prose-html.ts';
import type { SyntaxSides } from '../syntax/syntax-diff.ts';
import { type Memory, topic } from './memory.ts';
import { type Wanted, wantedServices } from './units.ts';
import type { FeedFormat, FeedTopic, Urls } from './urls.ts';

/** The data that the functions of pages read. */
export interface Site {
  readonly store: StoreReader;
  readonly urls: Urls;
  /** Values that several pages need. */
  readonly memory: Memory;
  /** False where pages have no Markdown twins. */
  readonly hasTwins?: boolean;
  /** Whether the development server makes the pages. It sends scripts as modules, and styles inside the pages. */
  readonly isWatched?: boolean;
  /** The address for error reports from readers; `{page}` is replaced by the page. */
  readonly report?: string | null;
  /** How descriptions are written; as HTML if absent. */
  readonly prose?: ProseWriter;
  /** The full states of a service before and after a release, if the store has both. */
  readonly loadVersionPair?: (service: string, release: Release) => SyntaxSides;
}

/** Writes a description: as HTML for pages, as Markdown for the Markdown twins. */
export type ProseWriter = (prose: Prose | null | undefined, options?: ProseOptions) => string;

/** The writer of a site's descriptions. */
export function proseWriter(site: Pick<Site, 'prose'>): ProseWriter {
  return site.prose ?? proseHtml;
}

export interface Crumb {
  readonly label: string;
  readonly url: string;
}

/** A feed that a page points to. */
export interface FeedLink {
  readonly title: string;
  /** The subject of the feed: one service or all. */
  readonly about: string;
  readonly type: string;
  readonly format: FeedFormat;
  readonly url: string;
}

export type Section = 'home' | 'services' | 'releases' | 'rules' | 'feeds' | 'mine' | 'compare';

/** The release that last changed what a page shows. The footer names it. */
export interface PageOrigin {
  readonly release: { readonly label: string; readonly url: string };
  readonly date: string | null;
  /** `service model`; null where several kinds of sources made the page. */
  readonly source: string | null;
}

/** The part of a page that the layout prints. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** Null for the page that hosts show at unknown addresses. */
  readonly url: string | null;
  /** Null where the host of the site is unknown, and for pages without an address. */
  readonly canonical: string | null;
  readonly section: Section | null;
  readonly crumbs: readonly Crumb[];
  readonly feeds: readonly FeedLink[];
  readonly links: { readonly [section in Section | 'licence' | 'search' | 'index']: string };
  readonly about: About;
  readonly origin: PageOrigin | null;
  /** The picture that other sites show with a link to the page. */
  readonly picture: Picture;
  /**
   * Other forms of the page for programs: the addresses of its Markdown twin and its JSON; null where there is none.
   */
  readonly twins: { readonly markdown: string | null; readonly json: string | null };
  /** Whether scripts are modules and styles are inside the page. */
  readonly isWatched?: true;
  /** The address for reports of errors on the page; null where the site has none. */
  readonly report: string | null;
}

/** The pictures for the kinds of pages. */
export type Picture = 'home' | 'service' | 'operation' | 'release' | 'rule';

interface HeadOptions {
  readonly title: string;
  readonly description: string;
  readonly url: string | null;
  readonly section: Section | null;
  readonly crumbs?: readonly Crumb[];
  /** The service that the page is about. The page also links to its feeds. */
  readonly service?: { readonly id: string; readonly title: string };
  /** If absent, the picture of the section. */
  readonly picture?: Picture;
  /** Whether the page has a Markdown twin on sites with twins. */
  readonly hasTwin?: boolean;
  /** The page whose twin has what this page shows, if this page has no own one. */
  readonly twinOf?: string;
  readonly json?: string;
  /** The release that last changed what the page shows. */
  readonly origin?: { readonly release: Release; readonly source?: string };
}

/** The head of a page. */
export function pageHead({ urls, store, hasTwins, report, isWatched }: Site, options: HeadOptions): PageHead {
  const { service: own, origin } = options;
  const twinned = options.twinOf ?? (options.hasTwin === true ? options.url : null);
  const isSubject = options.url === (own === undefined ? urls.home() : urls.service(own.id));
  const feeds =
    own === undefined ? feedLinks(urls, 'all services') : feedLinks(urls, isSubject ? own.title : own.id, own.id);
  return {
    title: options.title,
    description: options.description,
    url: options.url,
    canonical: urls.hasOrigin && options.url !== null ? urls.absolute(options.url) : null,
    section: options.section,
    crumbs: options.crumbs ?? [],
    // The page that a feed is about links to all its formats. Other pages link to one, and to that page.
    feeds: isSubject ? feeds : feeds.slice(0, 1),
    links: {
      home: urls.home(),
      services: urls.services(),
      releases: urls.releases(),
      rules: urls.rules(),
      feeds: urls.feeds(),
      mine: urls.mine(),
      compare: urls.compare(),
      licence: urls.licence(),
      search: urls.search(),
      index: urls.index(),
    },
    about: store.about(),
    ...(isWatched === true ? { isWatched } : {}),
    twins: {
      markdown: hasTwins !== false && twinned !== null ? `${twinned}index.md` : null,
      json: options.json ?? null,
    },
    report: report?.replaceAll('{page}', encodeURIComponent(urls.absolute(options.url ?? urls.home()))) ?? null,
    picture: options.picture ?? pictures[options.section ?? 'home'],
    origin:
      origin === undefined
        ? null
        : {
            release: { label: origin.release.id, url: urls.release(origin.release.id) },
            date: origin.release.date,
            source: origin.source ?? null,
          },
  };
}

const pictures: Readonly<Record<Section, Picture>> = {
  ...{
    home: 'home',
    services: 'service',
    releases: 'release',
    rules: 'rule',
    feeds: 'home',
    mine: 'home',
    compare: 'release',
  },
};

/** The feed of one service or of all, about one topic or all changes, in every format. */
export function feedLinks(urls: Urls, title: string, service?: string, topic?: FeedTopic): readonly FeedLink[] {
  return (['rss', 'atom', 'json'] as const).map((format) => ({
    title: `${title}: ${feedWords[topic ?? 'changes']} (${feedNames[format]})`,
    about: `${feedWords[topic ?? 'changes']} of ${title}`,
    type: feedTypes[format],
    format,
    url: urls.feed(format, service, topic),
  }));
}

/** What the feeds contain, in words. */
export const feedWords = {
  changes: 'API changes',
  breaking: 'breaking API changes',
  documentation: 'changed descriptions',
} as const satisfies Record<FeedTopic | 'changes', string>;

/** The title of a feed: `API changes of all services`. */
export function feedTitle(whose: string, topic?: FeedTopic): string {
  const title = `${feedWords[topic ?? 'changes']} of ${whose}`;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** The names of the formats, for people. */
export const feedNames = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const satisfies Record<FeedFormat, string>;

/** The media types of the formats. */
export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>;

/** The addresses of the pages of all services. */
export function servicePaths(site: Site, kind: 'reference' | 'changes', wanted?: Wanted) {
  const { urls } = site;
  return wantedServices(site, kind, wanted).map((id) => ({ params: { service: urls.serviceSlug(id) }, props: { id } }));
}

/** The crumbs above the pages of a service. */
export function serviceCrumbs(urls: Urls, service: { readonly id: string; readonly title: string }): readonly Crumb[] {
  return [
    { label: 'Services', url: urls.services() },
    { label: service.title, url: urls.service(service.id) },
  ];
}

/** The page of a release; if the release changed the given service, the page of that service in it. */
export function releaseUrl(site: Site, release: Release, service?: string): string {
  const hasPage = service !== undefined && serviceReleaseKeys(site).has(`${release.id} ${service}`);
  return hasPage ? site.urls.serviceRelease(release.id, service) : site.urls.release(release.id);
}

/** Every pair of release and service, newest first. It is read once for each store. */
export function allServiceReleases({ store, memory }: Pick<Site, 'store' | 'memory'>): readonly ServiceRelease[] {
  return memory.remember(serviceReleases, store, () => store.serviceReleases());
}

const serviceReleases = topic<StoreReader, readonly ServiceRelease[]>();
const releaseKeys = topic<StoreReader, ReadonlySet<string>>();

function serviceReleaseKeys(site: Site): ReadonlySet<string> {
  return site.memory.remember(
    releaseKeys,
    site.store,
    () => new Set(allServiceReleases(site).map(({ release, service }) => `${release.id} ${service}`)),
  );
}
