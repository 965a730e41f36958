/** "Since when" as a page prints it: the words, the link, and whether the release is known exactly. */
import type { Since, SinceIndex, StoreReader } from '../../store/types.ts';
import { topic } from '../site/memory.ts';
import { releaseUrl, type Site } from '../site/site.ts';

/** Since when a part exists. */
export interface SinceView {
  /** `1.40.73`, or `1.40.72 or earlier`. */
  readonly label: string;
  readonly url: string;
  /** Whether we know the release that added it. Otherwise the part is as old as our records. */
  readonly exact: boolean;
}

/** Prints a since; null where it is unknown. */
export function sinceView(site: Site, service: string, since: Since | null): SinceView | null {
  if (since === null) return null;
  const { release, orEarlier } = since;
  return {
    label: orEarlier ? `${release.id} or earlier` : release.id,
    url: releaseUrl(site, release, service),
    exact: !orEarlier,
  };
}

/**
 * The position of each release in the list, newest first. It is kept, because every page asks and there are thousands
 * of releases.
 */
export function releaseOrder({ store, memory }: Site): ReadonlyMap<string, number> {
  return memory.remember(orders, store, () => new Map(store.releases().map(({ id }, position) => [id, position])));
}

const orders = topic<StoreReader, ReadonlyMap<string, number>>();

/** Since when an operation exists. */
export function operationSince(site: Site, service: string, operation: string): SinceView | null {
  return sinceView(site, service, sinceIndex(site, service).operation(operation));
}

/** Since when an operation can fail with an error; null where the error is as old as the records. */
export function errorSince(site: Site, service: string, operation: string, error: string): SinceView | null {
  const since = sinceView(site, service, sinceIndex(site, service).error(operation, error));
  const whole = operationSince(site, service, operation);
  return since?.label === whole?.label ? null : since;
}

/** Since when a service exists. */
export function serviceSince(site: Site, service: string): SinceView | null {
  return sinceView(site, service, sinceIndex(site, service).service);
}

/**
 * The index of a service. It is kept, because a page asks for it at every line and making it reads the whole service.
 */
export function sinceIndex({ store, memory }: Site, service: string): SinceIndex {
  return memory.rememberAt(indexes, store, service, () => store.since(service));
}

const indexes = topic<StoreReader, SinceIndex>(8);
