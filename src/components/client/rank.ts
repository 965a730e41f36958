/** How well a row of a list fits what was typed: exact names first, then beginnings, words, other names, parts of words. */

/** What a row is called. */
export interface Names {
  readonly name: string;
  /** In small letters, as the others. */
  readonly title: string;
  readonly aliases: readonly string[];
}

/** The smaller the better, null for not at all. */
export function rankOf({ name, title, aliases }: Names, typed: string): number | null {
  const own = name.toLowerCase();
  if (own === typed) return 0;
  if (aliases.includes(typed)) return 1;
  if (own.startsWith(typed)) return 2;
  const words = typed.split(/\s+/);
  const begins = (text: string): boolean => words.every((word) => wordsOf(text).some((one) => one.startsWith(word)));
  if (begins(title)) return 3;
  if (aliases.some(begins)) return 4;
  return words.every((word) => `${own} ${title}`.includes(word)) ? 5 : null;
}

/** The names of a row of HTML: `data-name`, `data-title`, and `data-alias` with semicolons between. */
export function namesOf({ name = '', title = '', alias = '' }: DOMStringMap): Names {
  return { name, title, aliases: alias.split(';').filter(Boolean) };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u);
}
