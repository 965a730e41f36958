/** Where a long name may go on in the next line: between its words, never in the middle of one. */

/** The pieces of a name that has at least so many letters; a shorter one is one piece. */
export function namePieces(name: string, longest = 30): readonly string[] {
  return name.length < longest ? [name] : name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[._/:])(?=.)/);
}
