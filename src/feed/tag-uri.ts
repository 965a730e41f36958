/** The ids of feeds and their items: permanent, and without anything that may change. */

/** The end of an id that does not cover all changes: `breaking`, `documentation`. */
type Word = string | undefined;

/**
 * The id of one service in one release, or of a release itself. Feed readers recognise old items by it, so it must
 * never change. `feedName`: the product of the releases. `word`: the topic of the item; absent for all changes.
 */
export function itemId(feedName: string, release: string, service: string | null, word?: Word): string {
  return [feedName, ...[release, service, word].flatMap((name) => (name == null ? [] : [part(name)]))].join('/');
}

/** The id of a feed: of all services or of one, with all changes or some. No item has the same id. */
export function feedId(feedName: string, service: string | null, word?: Word): string {
  const name = service === null ? feedName : `${feedName}/${part(service)}`;
  // This sign is always encoded inside a part, so that no service or release can contain it.
  return word === undefined ? name : `${name}:${word}`;
}

function part(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
