/** Since when a part of a service exists: a release, known exactly or as the earliest one; and the short text that the store keeps. */

/** A release. `orEarlier`: the part was there in it, and may have been there before. */
export interface Mark {
  /** The id of the release. */
  readonly release: string;
  readonly orEarlier: boolean;
}

/** The text of a mark: the id of its release, with `~` before it for "or earlier". */
export type PackedMark = string;

const orEarlierSign = '~';

/** The text that the store keeps. Equal texts, equal marks. */
export function packMark({ release, orEarlier }: Mark): PackedMark {
  return orEarlier ? `${orEarlierSign}${release}` : release;
}

/** What a text of the store says. */
export function unpackMark(text: PackedMark): Mark {
  const orEarlier = text.startsWith(orEarlierSign);
  return { release: orEarlier ? text.slice(orEarlierSign.length) : text, orEarlier };
}
