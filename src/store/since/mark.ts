/** Since when a part of a service exists: in a release, or in it "or earlier"; and the stored text for that. */

/** A release. `orEarlier`: the part existed in it, and may have existed before. */
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

/** The mark of a stored text. */
export function unpackMark(text: PackedMark): Mark {
  const orEarlier = text.startsWith(orEarlierSign);
  return { release: orEarlier ? text.slice(orEarlierSign.length) : text, orEarlier };
}
