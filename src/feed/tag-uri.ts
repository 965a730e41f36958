/** The names of feed items: permanent, and free of everything that may change. */

/** The name of one service in one release, or of a release itself. Readers know by it what they have shown, so it must never change. */
export function itemId(release: string, service: string | null): string {
  return service === null ? `${authority}:aws/${part(release)}` : `${authority}:aws/${part(release)}/${part(service)}`;
}

/** The name of a feed: of all services, or of one. */
export function feedId(service: string | null): string {
  return service === null ? `${authority}:aws` : `${authority}:aws/${part(service)}`;
}

/** RFC 4151 wants an authority and a date. It is the project's name, not a host: the site may move, the names may not. */
const authority = 'tag:apidelta,2026';

function part(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
