/** The names of feed items: permanent, and free of everything that may change. */
import { botocoreReleases } from '../parse/dialects/service-model/releases.ts';

/** The name of one service in one release, or of a release itself. Readers know by it what they have shown, so it must never change. */
export function itemId(release: string, service: string | null): string {
  return service === null ? `${feedName}/${part(release)}` : `${feedName}/${part(release)}/${part(service)}`;
}

/** The name of a feed: of all services, or of one. */
export function feedId(service: string | null): string {
  return service === null ? feedName : `${feedName}/${part(service)}`;
}

const { feedName } = botocoreReleases;

function part(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
