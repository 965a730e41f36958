/** The short name of a service for lists, and other names that people search for. */

/** The title without its common beginning: `Elastic Compute Cloud` for `Amazon Elastic Compute Cloud`. */
export function shortTitle(title: string): string {
  const short = title.replace(/^(?:Amazon|AWS)\s*(?=[A-Z0-9])/, '').replace(/\s+/g, ' ');
  return short === '' ? title : short;
}

/** The initials of the title and the other names, in small letters: `Managed Streaming for Kafka` is also `msk`. */
export function otherNames(service: {
  readonly title: string;
  readonly aliases: readonly string[];
}): readonly string[] {
  const words = shortTitle(service.title)
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => /^[A-Z]/.test(word));
  const initials = words.map((word) => word.slice(0, 1)).join('');
  return [...new Set([...(words.length < 2 ? [] : [initials.toLowerCase()]), ...service.aliases])];
}
