/** The addresses of the site: the only file that knows them. All of them work under a base path. */
import type { Direction } from '../../model/index.ts';
// Scripts take anchors from here, and would get all of the model with its door.
import { itemStep, keyStep, splitPath, stepName, valueStep } from '../../model/path.ts';
import { distinctSlugs, fileSlug } from './slug.ts';

/** The names of the files of feeds, each with its language. A feed under another name has a row here: by it it is served and checked. */
export const feedFormats = { 'feed.xml': 'rss', 'atom.xml': 'atom', 'feed.json': 'json' } as const;
export type FeedFile = keyof typeof feedFormats;
export type FeedFormat = (typeof feedFormats)[FeedFile];

/** The name of the file of a feed, by language. */
const feedFiles: Readonly<Record<FeedFormat, FeedFile>> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };

/** What fell out of a feed stands in one language only: three times over it was a seventh of all bytes of AWS's site. */
export const archiveFormat: FeedFormat = 'atom';

/** Feeds that tell less than all changes; each stands in a folder of its name. */
export const feedTopics = ['breaking', 'documentation'] as const;
export type FeedTopic = (typeof feedTopics)[number];

/** Those that each service has a feed of, too. */
export const serviceTopics: readonly FeedTopic[] = ['breaking'];

/** The folders at the top of every site that have a page, and all that it can have there. */
export const topPages: readonly string[] = 'compare feeds index license mine releases rules search services'.split(' ');
export const topFolders: readonly string[] = ['api', ...topPages, ...feedTopics];

/** The folders that stand beside the operations of a service, and those further down whose names are ours too. */
const serviceFolders: readonly string[] = ['changes', 'shapes', ...feedTopics];
const innerFolders: readonly string[] = ['history', 'request', 'response'];

/** All folders whose names are the site's own: no service, operation or release is meant by them. */
export const siteFolders: ReadonlySet<string> = new Set([...topFolders, ...serviceFolders, ...innerFolders]);

/** The file that lists the feeds of all services for feed readers. */
export const opmlFile = 'feeds.opml';

/** What addresses depend on. */
export interface UrlOptions {
  /** The path that the site lives under: `/` or `/docs/`. */
  readonly base: string;
  /** `https://example.org`, where it is known; a path after it does not count. */
  readonly origin?: string | undefined;
  /** All names that have addresses: where two would lie on each other on some disk, one of them gets a mark. */
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
  /** The pages that list the shapes of a service, by what their names begin with: `A`, `De`. */
  shapeLists(service: string): readonly string[];
  /** The parts of an operation's request or response that have a page but no name, by their paths. */
  subtrees(service: string, operation: string, direction: Direction): readonly string[];
}

/** Makes addresses. Every method gives a path from the root of the host, base included. */
export interface Urls {
  /** False where nobody said which host the site will have. */
  readonly hasOrigin: boolean;
  home(): string;
  services(): string;
  service(service: string, anchor?: string): string;
  serviceSlug(service: string): string;
  operation(service: string, operation: string, anchor?: string): string;
  operationSlug(service: string, operation: string): string;
  /** All that ever happened to an operation, where its own page has not the room. */
  operationHistory(service: string, operation: string): string;
  /** Where the lists of shapes are. */
  shapes(service: string): string;
  /** The shapes whose names begin with something, and one of them. */
  shapeList(service: string, beginning: string, shape?: string): string;
  shapeListSlug(service: string, beginning: string): string;
  /** A named shape that is too large for the pages that use it. */
  shape(service: string, shape: string, anchor?: string): string;
  shapeSlug(service: string, shape: string): string;
  /** A part of an operation that is too large for its page and has no name of its own. */
  subtree(service: string, operation: string, direction: Direction, path: string, anchor?: string): string;
  subtreeSlug(service: string, operation: string, direction: Direction, path: string): string;
  serviceChanges(service: string): string;
  releases(): string;
  /** The releases of one month, `2025-11`. */
  releaseMonth(month: string): string;
  release(release: string): string;
  releaseSlug(release: string): string;
  serviceRelease(release: string, service: string, key?: string): string;
  /** Where one searches; with what is looked for. */
  search(typed?: string): string;
  /** A file that search reads. */
  searchFile(file: string): string;
  /** All names, or those that begin with something, for who has no script. */
  index(beginning?: string): string;
  rules(): string;
  rule(kind: string): string;
  feeds(): string;
  /** Whose the texts are, and under which terms. */
  licence(): string;
  /** The services that a reader follows. */
  mine(): string;
  /** What changed in services between two versions; the values of the form, where they are given. */
  compare(service?: string, from?: string, to?: string): string;
  /** A file of JSON: `api('months', '2026-08')`. */
  api(...names: string[]): string;
  /** The feed of all services or of one, about all changes or some. */
  feed(format: FeedFormat, service?: string, topic?: FeedTopic): string;
  /** What fell out of a feed, by year: `2024`, or `2024-2` for the second part of one. */
  feedArchive(part: string, service?: string, topic?: FeedTopic): string;
  /** The list of the feeds of all services, as OPML. */
  feedList(): string;
  /** The same address with the host in front, for feeds and canonical links. */
  absolute(path: string): string;
}

/** The addresses under one base path. */
export function siteUrls(options: UrlOptions): Urls {
  const base = `/${options.base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  // A site's address may name its base path as well, which the paths below have already.
  const { origin } = new URL(options.origin ?? placeholder);
  const { names } = options;
  const services = once(() => distinctSlugs(names.services(), [page]));
  const years = (): readonly string[] => names.months().map((month) => month.split('-')[0] ?? '');
  const releases = once(() => distinctSlugs(names.releases(), [page, ...years()]));
  const operations = perService((service) => distinctSlugs(names.operations(service), reservedNames));
  const shapes = perService((service) => distinctSlugs(names.shapes(service), [page]));
  // Pages of shapes keep their addresses, whatever lists there are: a list steps aside.
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
  const subtreeSlug = (service: string, name: string, direction: Direction, path: string): string => {
    const key = JSON.stringify([service, name, direction]);
    const slugs = subtrees.get(key) ?? distinctSlugs(names.subtrees(service, name, direction), [page], pathSlug);
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
    subtree: (service, name, direction, path, anchor) =>
      inService(service, operationSlug(service, name), direction, subtreeSlug(service, name, direction, path)) +
      fragment(anchor),
    subtreeSlug,
    serviceChanges: (service) => inService(service, 'changes'),
    releases: () => at('releases'),
    releaseMonth: (month) => at('releases', ...month.split('-').map(fileSlug)),
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

/** The anchor of a field on the page of its operation: `request.Listeners[].Port`. Ids hold no white space. */
export function fieldAnchor(root: string, path: string): string {
  // A `=` in a name would look like the sign in front of a value.
  return idOf(`${root}.${path}`).replaceAll('=', '~3d');
}

/** The anchor of a value of an enum: the field's with `=` and the value. */
export function valueAnchor(root: string, path: string, value: string): string {
  return `${fieldAnchor(root, path)}=${idOf(value)}`;
}

/** The anchor of an operation that has no page of its own on a page that lists them. */
export function nameAnchor(kind: string, name: string): string {
  return idOf(`${kind}.${name}`);
}

/** The anchor of a shape where shapes are listed. No other id of a page begins with a capital. */
export function shapeAnchor(shape: string): string {
  return /^[A-Z]/.test(shape) ? idOf(shape) : nameAnchor('shape', shape);
}

/** An anchor as the end of an address. */
export function fragment(anchor: string | undefined): string {
  // A browser looks for the id as written first; only what would end or break the address is encoded.
  return anchor === undefined ? '' : `#${anchor.replace(/[%"<>`\\^|]/g, encodeURIComponent)}`;
}

/** The file name of a path: `Listeners[].Port` is `Listeners~items.Port`. */
export function pathSlug(path: string): string {
  const parts = splitPath(path).map((step) => stepNames[step] ?? `.${partSlug(stepName(step) ?? '')}`);
  const slug = parts.join('').replace(/^\./, '');
  return slug.length > 180 ? fileSlug(path) : slug;
}

/** The file that stands in the folder of every page. */
const page = 'index.html';

/** Only used where nobody said the site's address; the reserved name says so to whoever meets it. */
const placeholder = 'http://apidelta.invalid';

/** Folders and files that stand beside the operations of a service. */
const reservedNames = [page, 'llms.txt', ...serviceFolders, ...Object.keys(feedFormats)];

const stepNames: Readonly<Record<string, string>> = {
  [itemStep]: '~items',
  [valueStep]: '~values',
  [keyStep]: '~keys',
};

/** Between names stands a dot, so that there is none in them. */
function partSlug(name: string): string {
  return fileSlug(name).replaceAll('.', '~2e');
}

function idOf(text: string): string {
  // Every id leads back to one text: the sign of the marks is marked itself, and all but a blank says where it ends.
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
