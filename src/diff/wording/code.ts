/** Names as code, lists and numbers, as every sentence writes them. */

import { codeFence, type Json } from '../../model/index.ts';
import { count, counted } from '../../model/sentence-bits.ts';

export { count, counted };

/**
 * A name as a code span of Markdown, whatever it contains: the fence is longer than each run of backticks in it; an
 * empty name is shown as empty quotes.
 */
export function code(name: string): string {
  // Markdown has no empty span: two backticks would be a fence that never closes.
  if (name === '') return '`""`';
  const fence = codeFence(name);
  const pad = fence.length > 1 || /^ .* $/s.test(name) ? ' ' : '';
  return fence + pad + name + pad + fence;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length <= 2) return items.join(` ${last} `);
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** Names as code: all of them if there are up to three, else the first three and the number of the others. */
export function names(all: readonly string[], last = 'and'): string {
  return firstOf(all.map(code), last);
}

/** Things in a list: all of them if there are up to three, else the first three and the number of the others. */
export function firstOf(all: readonly string[], last = 'and'): string {
  if (all.length <= maxListedNames) return listed(all, last);
  return `${all.slice(0, maxListedNames).join(', ')} and ${count(all.length - maxListedNames)} more`;
}

/** `193 values (c8in, c9g, m9g and 190 more)`; a list of up to three has no count. */
export function many(all: readonly string[], noun: string): string {
  if (all.length <= maxListedNames) return listed(all.map(code));
  return `${count(all.length)} ${noun} (${names(all)})`;
}

/** Readers read three names and skip the fourth. */
export const maxListedNames = 3;

/** A name as code with its spoken article: `` a `Deny` ``, `` an `S3` ``, `` an `8ball` ``. */
export function withArticle(name: string): string {
  const isSpokenWithVowel =
    /^(?:[AEIO]|[Hh]our|8|1[18]\b|[Uu](?!ni|s[aei]|[A-Z\d]|$))/.test(name) || // an Item, an 8ball, an Upper
    /^[aeio]/.test(name) ||
    /^[FHLMNRSX](?![a-z])/.test(name); // spoken letter by letter: an S3
  return `${isSpokenWithVowel && !/^(?:[Ee]u|[Oo]n(?:e|ce)(?![a-z]))/.test(name) ? 'an' : 'a'} ${code(name)}`;
}

/** A value of JSON as a reader writes it: text without quotes, all else as JSON. */
export function valueText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? count(value) : JSON.stringify(value ?? null);
}

/** A value in words: numbers with commas, all else as code. */
export function valueWords(value: Json | undefined): string {
  return typeof value === 'number' ? count(value) : code(valueText(value));
}
