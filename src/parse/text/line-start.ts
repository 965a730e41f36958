/** Finds a line that begins with given words. */

/**
 * Whether a line of a text begins with the words, after any spaces or tabs. An expression with `^ *` tries every line of
 * a long text; this looks at the places of the words only.
 */
export function hasLineOf(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    let before = at - 1;
    while (text[before] === ' ' || text[before] === '\t') before--;
    if (before === -1 || text[before] === '\n') return true;
  }
  return false;
}
