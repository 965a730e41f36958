/** The addresses of the site. No other file knows them, and all of them work under a base path. */
import type { Direction } from '../../model/index.ts';
// Scripts import the anchors from this file; importing the whole model would make them too large.
import { itemStep, keyStep, splitPath, stepName, valueStep } from '../../model/path.ts';
import { distinctSlugs, fileSlug } from './slug.ts';

/**
 * The file names of feeds, each with its format. The server and the checks read this table, so a new feed file only
 * needs a row here.
 */
export const feedFormats = { 'feed.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' } as const;
export type FeedFile = keyof typeof feedFormats;
export type FeedFormat = (typeof feedFormats)[FeedFile];

/** The file name of each feed format. */
const feedFiles: Readonly<Record<FeedFormat, FeedFile>> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };

/** The archives of feeds exist in one format only: three formats were a seventh of all bytes of AWS's site. */
export const archiveFormat: FeedFormat = 'atom';

/** Feeds about a part of the changes. Each has a folder of its name. */
export const feedTopics = ['breaking', 'documentation'] as const;
export type FeedTopic = (typeof feedTopics)[number];

/** The topics that also have a feed for each service. */
export const serviceTopics: readonly FeedTopic[] = ['breaking'];

/** The folders at the top of every site: those that have a page, then all of them. */
export const topPages: readonly string[] =
  'breaking compare feeds index license mine releases rules search services'.split(' ');
export const topFolders: readonly string[] = [...new Set(['api', ...topPages, ...feedTopics])];

/** The folders beside the operations of a service, and deeper folders whose names are also ours. */
const serviceFolders: readonly string[] = ['changes', 'shapes', ...feedTopics];
const innerFolders: readonly string[] = ['history', 'request', 'response'];

/** All folder names that the site uses itself. They never mean a service, operation or release. */
export const siteFolders: ReadonlySet<string> = new Set([...topFolders, ...serviceFolders, ...innerFolders]);

/** The file that lists the feeds of all services for feed readers. */
export const opmlFile = 'feeds.opml';

/** The settings that addresses depend on. */
export interface UrlOptions {
  /** The path that the site is under: `/` or `/docs/`. */
  readonly base: string;
  /** `https://example.org`, if known. A path after it is ignored. */
  readonly origin?: string | undefined;
  /** All names that have addresses. If two of them would be the same file on some disk, one gets a mark. */
  readonly names: SiteNames;
}

/** The names that have pages. */
export interface SiteNames {
  services(): readonly string[];
  releases(): readonly string[];
  /** The months that have a page, `2025-11`. */
  months(): readonly string[];
  operations(service: string): readonly string[];
  shapes(service: string): readonly string[];
  /** The pages that list the shapes of a service, by the first letters: `A`, `De`. */
  shapeLists(service: string): readonly string[];
  /** The parts of an operation's request or response that have a page but no name, by path. */
  subtrees(service: string, operation: string, direction: Direction): readonly string[];
}

/** A place in the request or response of an operation. */
export interface FieldPlace {
  readonly operation: string;
  readonly direction: Direction;
  readonly path: string;
}

/** Makes addresses. Every method returns a path from the root of the host, with the base. */
export interface Urls {
  /** False where the host of the site is unknown. */
  readonly hasOrigin: boolean;
  home(): string;
  services(): string;
  service(service: string, anchor?: string): string;
  serviceSlug(service: string): string;
  operation(service: string, operation: string, anchor?: string): string;
  operationSlug(service: string, operation: string): string;
  /** The whole history of an operation, if its own page has no room for it. */
  operationHistory(service: string, operation: string): string;
  /** The page that links to the lists of shapes. */
  shapes(service: string): string;
  /** The list of the shapes with these first letters, and one shape in it. */
  shapeList(service: string, beginning: string, shape?: string): string;
  shapeListSlug(service: string, beginning: string): string;
  /** A named shape that is too large for the pages that use it. */
  shape(service: string, shape: string, anchor?: string): string;
  shapeSlug(service: string, shape: string): string;
  /** A nameless part of an operation that is too large for the operation's page. */
  subtree(service: string, place: FieldPlace, anchor?: string): string;
  subtreeSlug(service: string, place: FieldPlace): string;
  serviceChanges(service: string): string;
  releases(): string;
  /** The releases of one month, `2025-11`; the months of a year, `2025`; and what broke callers of all services. */
  releaseMonth(month: string): string;
  releaseYear(year: string): string;
  breaking(): string;
  release(release: string): string;
  releaseSlug(release: string): string;
  serviceRelease(release: string, service: string, key?: string): string;
  /** The page of search, with the search text if there is one, and a file that it reads. */
  search(typed?: string): string;
  searchFile(file: string): string;
  /** All names, or those with these first letters, for readers without scripts. */
  index(beginning?: string): string;
  rules(): string;
  rule(kind: string): string;
  feeds(): string;
  /** The owner and the licence of the texts. */
  licence(): string;
  /** The services that a reader follows. */
  mine(): string;
  /** The changes of services between two versions. The parameters fill in the form. */
  compare(service?: string, from?: string, to?: string): string;
  /** A file of JSON: `api('months', '2026-08')`. */
  api(...names: string[]): string;
  /** The feed of one service or of all, about one topic or all changes. */
  feed(format: FeedFormat, service?: string, topic?: FeedTopic): string;
  /** The archive of a feed, by year: `2024`, or `2024-2` for the second part of a year. */
  feedArchive(part: string, service?: string, topic?: FeedTopic): string;
  /** The list of the feeds of all services, as OPML. */
  feedList(): string;
  /** The same address with the host, for feeds and canonical links. */
  absolute(path: string): string;
}

/** The addresses under one base path. */
export function siteUrls(options: UrlOptions): Urls {
  const base = `/${options.base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  // The origin may contain the base path, but the paths below already have it.
  const { origin } = new URL(options.origin ?? placeholder);
  const { names } = options;
  const services = once(() => distinctSlugs(names.services(), [page]));
  const years = (): readonly string[] => names.months().map((month) => month.split('-')[0] ?? '');
  const releases = once(() => distinctSlugs(names.releases(), [page, ...years()]));
  const operations = perService((service) => distinctSlugs(names.operations(service), reservedNames));
  const shapes = perService((service) => distinctSlugs(names.shapes(service), [page]));
  // Pages of shapes keep their addresses. If a list has the same name, the list gets a mark.
  const shapeLists = perService((service) =>
    distinctSlugs(names.shapeLists(service), [page, ...shapes(service).values()]),
  );
  const subtrees = new Map<string, ReadonlyMap<string, string>>();
  const at = (...segments: string[]): string => `${base}${segments.map(encodeURIComponent).join('/')}/`;
  const serviceSlug = (service: string): string => services().get(service) ?? fileSlug(service);
  const releaseSlug = (release: string): string => releases().get(release) ?? fileSlug(release);
  const operationSlug = (service: string, name: string): string => operations(service).get(name) ?? fileSlug(name);
  const shapeSlug = (service: string, name: string): string => shapes(service).get(name) ?? fileSlug(name);
  const shapeListSlug = (service: string, name: string): string => shapeLists(service).get(name) ?? fileSlug(name);
  const subtreeSlug = (service: string, { operation, direction, path }: FieldPlace): string => {
    const key = JSON.stringify([service, operation, direction]);
    const slugs = subtrees.get(key) ?? distinctSlugs(names.subtrees(service, operation, direction), [page], pathSlug);
    subtrees.set(key, slugs);
    return slugs.get(path) ?? pathSlug(path);
  };
  const inService = (service: string, ...rest: string[]): string => at('services', serviceSlug(service), ...rest);
  return {
    hasOrigin: options.origin !== undefined,
    home: () => base,
    services: () => at('services'),
    service: (service, anchor) => inService(service) + fragment(anchor),
    operation: (service, name, anchor) => inService(service, operationSlug(service, name)) + fragment(anchor),
    serviceSlug,
    operationSlug,
    operationHistory: (service, name) => inService(service, operationSlug(service, name), 'history'),
    shapes: (service) => inService(service, 'shapes'),
    shapeList: (service, beginning, shape) =>
      inService(service, 'shapes', shapeListSlug(service, beginning)) +
      fragment(shape === undefined ? undefined : shapeAnchor(shape)),
    shapeListSlug,
    shape: (service, shape, anchor) => inService(service, 'shapes', shapeSlug(service, shape)) + fragment(anchor),
    shapeSlug,
    subtree: (service, place, anchor) =>
      inService(service, operationSlug(service, place.operation), place.direction, subtreeSlug(service, place)) +
      fragment(anchor),
    subtreeSlug,
    serviceChanges: (service) => inService(service, 'changes'),
    releases: () => at('releases'),
    releaseMonth: (month) => at('releases', ...month.split('-').map(fileSlug)),
    releaseYear: (year) => at('releases', year),
    breaking: () => at('breaking'),
    release: (release) => at('releases', releaseSlug(release)),
    releaseSlug,
    serviceRelease: (release, service, key) =>
      at('releases', releaseSlug(release), serviceSlug(service)) + fragment(key),
    search: (typed) => at('search') + (typed === undefined ? '' : `?q=${encodeURIComponent(typed)}`),
    searchFile: (file) => at('search') + file,
    index: (beginning) => (beginning === undefined ? at('index') : at('index', fileSlug(beginning))),
    rules: () => at('rules'),
    rule: (kind) => at('rules', fileSlug(kind)),
    feeds: () => at('feeds'),
    licence: () => at('license'),
    mine: () => at('mine'),
    compare: (service, from, to) => {
      const asked = Object.entries({ s: service, from, to }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      );
      return at('compare') + (asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`);
    },
    api: (...parts) => `${base}api/v1/${parts.map(encodeURIComponent).join('/')}.json`,
    feed: (format, service, topic) =>
      (service === undefined ? base : inService(service)) +
      (topic === undefined ? '' : `${topic}/`) +
      feedFiles[format],
    feedArchive: (part, service, topic) =>
      (service === undefined
        ? at('feeds', topic ?? 'all', part)
        : at('feeds', 'services', serviceSlug(service), ...(topic === undefined ? [part] : [topic, part]))) +
      feedFiles[archiveFormat],
    feedList: () => base + opmlFile,
    absolute: (path) => origin + path.replace(/[[\]{}]/g, encodeURIComponent),
  };
}

/** The anchor of a field on the page of its operation: `request.Listeners[].Port`. Ids contain no white space. */
export function fieldAnchor(root: string, path: string): string {
  // A `=` in a name would look like the sign before a value.
  return idOf(`${root}.${path}`).replaceAll('=', '~3d');
}

/** The anchor of an enum value: the field's anchor, `=` and the value. */
export function valueAnchor(root: string, path: string, value: string): string {
  return `${fieldAnchor(root, path)}=${idOf(value)}`;
}

/** The anchor of an operation without its own page, on a page that lists operations. */
export function nameAnchor(kind: string, name: string): string {
  return idOf(`${kind}.${name}`);
}

/** The anchor of a shape in the lists of shapes. No other id of a page begins with a capital letter. */
export function shapeAnchor(shape: string): string {
  return /^[A-Z]/.test(shape) ? idOf(shape) : nameAnchor('shape', shape);
}

/** An anchor as the end of an address. */
export function fragment(anchor: string | undefined): string {
  // A browser first looks for the id exactly as written, so only characters that would end or break the address are
  // encoded.
  return anchor === undefined ? '' : `#${anchor.replace(/[%"<>`\\^|]/g, encodeURIComponent)}`;
}

/** The file name of a path: `Listeners[].Port` is `Listeners~items.Port`. */
export function pathSlug(path: string): string {
  const parts = splitPath(path).map((step) => stepNames[step] ?? `.${partSlug(stepName(step) ?? '')}`);
  const slug = parts.join('').replace(/^\./, '');
  return slug.length > 180 ? fileSlug(path) : slug;
}

/** The file in the folder of every page. */
const page = 'index.html';

/** Used only where the site's address is unknown. The reserved name `.invalid` shows readers that it is not real. */
const placeholder = 'http://apidelta.invalid';

/** The folders and files beside the operations of a service. */
const reservedNames = [page, 'llms.txt', ...serviceFolders, ...Object.keys(feedFormats)];

const stepNames: Readonly<Record<string, string>> = {
  [itemStep]: '~items',
  [valueStep]: '~values',
  [keyStep]: '~keys',
};

/** A dot separates names, so dots inside a name are encoded. */
function partSlug(name: string): string {
  return fileSlug(name).replaceAll('.', '~2e');
}

function idOf(text: string): string {
  // Each id must lead back to exactly one text. So `~` itself is encoded, and every code except that of a space has an
  // end mark.
  return text.toWellFormed().replace(/[\s\p{Cc}~]/gu, (character) => {
    if (character === ' ') return '~20';
    return `~${character.codePointAt(0)?.toString(16)}~`;
  });
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function perService<T>(make: (service: string) => T): (service: string) => T {
  const made = new Map<string, T>();
  return (service) => {
    const known = made.get(service);
    if (known !== undefined) return known;
    const value = make(service);
    made.set(service, value);
    return value;
  };
}
