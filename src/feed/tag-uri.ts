/** The names of feed items: permanent, and free of everything that may change. */

/**
 * The name of one service in one release, or of a release itself. Readers know by it what they have shown, so it must never change.
 * `feedName`: whose releases these are.
 */
export function itemId(feedName: string, release: string, service: string | null): string {
  return service === null ? `${feedName}/${part(release)}` : `${feedName}/${part(release)}/${part(service)}`;
}

/** The name of a feed: of all services, or of one. */
export function feedId(feedName: string, service: string | null): string {
  return service === null ? feedName : `${feedName}/${part(service)}`;
}

function part(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
