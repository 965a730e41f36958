/** "Since when" as it is printed: the words, the link, and whether it is worth a look. */
import type { Direction } from '../../model/index.ts';
import type { Since, SinceIndex, StoreReader } from '../../store/types.ts';
import { topic } from '../site/memory.ts';
import { releaseUrl, type Site } from '../site/site.ts';

/** Since when something exists. */
export interface SinceView {
  /** `1.40.73`, or `1.40.72 or earlier`. */
  readonly label: string;
  readonly url: string;
  /** The release that brought it is known, so this is news rather than the beginning of the records. */
  readonly exact: boolean;
}

/** Prints a since; null where nobody knows. */
export function sinceView(site: Site, service: string, since: Since | null): SinceView | null {
  if (since === null) return null;
  const { release, orEarlier } = since;
  return {
    label: orEarlier ? `${release.id} or earlier` : release.id,
    url: releaseUrl(site, release, service),
    exact: !orEarlier,
  };
}

/** Asks since when the fields of one page exist; a shared part exists since the first of its places does. */
export interface FieldSince {
  field(root: string, path: string): SinceView | null;
  value(root: string, path: string, value: string): SinceView | null;
}

/** Where a root of a page stands in the operations. */
export interface RootPlace {
  readonly operation: string;
  readonly direction: Direction;
  join(path: string): string;
}

/** Makes the answers for a page whose roots stand at these places. */
export function fieldSince(site: Site, service: string, placesOf: (root: string) => readonly RootPlace[]): FieldSince {
  const index = sinceIndex(site, service);
  const views = new Map<string, SinceView | null>();
  const view = (since: Since | null): SinceView | null => {
    if (since === null) return null;
    const key = `${since.release.id} ${since.orEarlier}`;
    const known = views.get(key);
    if (known !== undefined) return known;
    const made = sinceView(site, service, since);
    views.set(key, made);
    return made;
  };
  const order = releaseOrder(site);
  const oldest = (all: readonly (Since | null)[]): Since | null =>
    all.reduce((old, next) => {
      if (old === null || next === null) return old ?? next;
      const age = (since: Since): number => (order.get(since.release.id) ?? 0) + (since.orEarlier ? 0.5 : 0);
      return age(next) > age(old) ? next : old;
    }, null);
  const ask = (root: string, path: string, question: (place: RootPlace, full: string) => Since | null) =>
    view(
      oldest(
        placesOf(root)
          .slice(0, enoughPlaces)
          .map((place) => question(place, place.join(path))),
      ),
    );
  return {
    field: (root, path) => ask(root, path, (at, full) => index.field(at.operation, at.direction, full)),
    value: (root, path, value) =>
      ask(root, path, (at, full) => index.enumValue(at.operation, at.direction, full, value)),
  };
}

/** Where each release stands in the list, the newest first. Every page asks, and there are thousands of releases. */
export function releaseOrder({ store, memory }: Site): ReadonlyMap<string, number> {
  return memory.remember(orders, store, () => new Map(store.releases().map(({ id }, position) => [id, position])));
}

const orders = topic<StoreReader, ReadonlyMap<string, number>>('order of releases');

/** Since when an operation exists. */
export function operationSince(site: Site, service: string, operation: string): SinceView | null {
  return sinceView(site, service, sinceIndex(site, service).operation(operation));
}

/** Since when an operation fails with an error; null where that is as old as the records. */
export function errorSince(site: Site, service: string, operation: string, error: string): SinceView | null {
  const since = sinceView(site, service, sinceIndex(site, service).error(operation, error));
  const whole = operationSince(site, service, operation);
  return since?.label === whole?.label ? null : since;
}

/** Since when a service exists. */
export function serviceSince(site: Site, service: string): SinceView | null {
  return sinceView(site, service, sinceIndex(site, service).service);
}

/** The index of a service. A page asks for it at every line, and reading it takes a look at the whole service. */
export function sinceIndex({ store, memory }: Site, service: string): SinceIndex {
  return memory.rememberAt(indexes, store, service, () => store.since(service));
}

const indexes = topic<StoreReader, SinceIndex>('since when');

/** A shape of QuickSight has thousands of places; the oldest of the first few tells when the shape came. */
const enoughPlaces = 24;
