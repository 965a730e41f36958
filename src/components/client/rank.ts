/**
 * Ranks the rows of a list by what was typed: exact names first, then beginnings, whole words, other names, parts of
 * words.
 */

/** The names of a row. */
export interface Names {
  readonly name: string;
  /** Title and aliases are in lower case. */
  readonly title: string;
  readonly aliases: readonly string[];
}

/** A smaller rank is better; null means no match. */
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

/**
 * The names from a row's attributes: `data-name`, `data-title`, and `data-alias` with semicolons between the aliases.
 */
export function namesOf({ name = '', title = '', alias = '' }: DOMStringMap): Names {
  return { name, title, aliases: alias.split(';').filter(Boolean) };
}

/** The words of an API's name in lower case, by the plain rules of `botocore.xform_name`. */
export function wordsOfName(name: string): string {
  return name
    .replace(/(.)([A-Z][a-z]+)/g, '$1 $2')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u);
}
