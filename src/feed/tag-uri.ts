/** The names of feeds and their items: permanent, and free of everything that may change. */

/** What may stand behind the names of what has less than everything in it: `breaking`, `documentation`. */
type Word = string | undefined;

/**
 * The name of one service in one release, or of a release itself. Readers know by it what they have shown, so it must never change.
 * `feedName`: whose releases these are. `word`: what the item is about, where it is not about all changes.
 */
export function itemId(feedName: string, release: string, service: string | null, word?: Word): string {
  return [feedName, ...[release, service, word].flatMap((name) => (name == null ? [] : [part(name)]))].join('/');
}

/** The name of a feed: of all services or of one, about all changes or some. No item has the same name. */
export function feedId(feedName: string, service: string | null, word?: Word): string {
  const name = service === null ? feedName : `${feedName}/${part(service)}`;
  // Inside a part this sign is always encoded, so that no service or release can be called so.
  return word === undefined ? name : `${name}:${word}`;
}

function part(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
