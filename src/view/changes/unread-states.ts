/** States that could not be read, for the pages of their service and of their release. */
import type { Site } from '../site/site.ts';

export interface UnreadLine {
  /** On the page of a release, the service; on the page of a service, the release. */
  readonly label: string;
  /** Null where the service or the release has no page. */
  readonly url: string | null;
  readonly why: string;
}

/** The states of a release that could not be read. */
export function unreadInRelease({ store, urls }: Site, release: string): readonly UnreadLine[] {
  const known = new Set(store.services().map(({ id }) => id));
  return store
    .unread()
    .filter(({ version }) => version === release)
    .map(({ service, why }) => ({ label: service, url: known.has(service) ? urls.service(service) : null, why }));
}

/** The states of a service that could not be read. */
export function unreadOfService({ store, urls }: Site, service: string): readonly UnreadLine[] {
  const releases = new Set(store.releases().map(({ id }) => id));
  return store
    .unread()
    .filter((state) => state.service === service)
    .map(({ version, why }) => ({ label: version, url: releases.has(version) ? urls.release(version) : null, why }));
}
