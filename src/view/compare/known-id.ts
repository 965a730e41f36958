/** Finds the id that a reader means: people write `EC2`, and the ids of a source may have capital letters. */

/** The known id that is the typed one, or that differs from it only in letter case; the typed one if none does. */
export function knownId(ids: Iterable<string>, typed: string): string {
  const low = typed.toLowerCase();
  let found: string | undefined;
  for (const id of ids) {
    if (id === typed) return id;
    if (found === undefined && id.toLowerCase() === low) found = id;
  }
  return found ?? typed;
}
