/**
 * Reads JSON and keeps the digits of 64-bit limits: `JSON.parse` turns 9223372036854775807 into 9223372036854776000.
 */
import { limitOf } from '../../model/index.ts';
import { isShallowJson } from './botocore.ts';

/** Numbers with so many digits may lose some. Few texts have such a number, and only these are read the slow way. */
const manyDigits = 16;
const longNumber = /:\s*-?\d{16}/;

/** Real models nest about six levels; the slow way does not read texts that nest too deep. */
const deepest = 100;

/** The keys of limits; models before botocore 0.64 have the last two. */
const limits = new Set(['min', 'max', 'min_length', 'max_length']);

/**
 * Reads JSON. A limit that a JavaScript number cannot hold is returned as the text of its digits. Throws the errors of
 * `JSON.parse`.
 */
export function parseExactly(text: string): unknown {
  return exactly(text, JSON.parse(text));
}

/** The value of a text that was parsed, with the digits of its limits. */
export function exactly(text: string, value: unknown): unknown {
  if (!hasManyDigits(text) || !longNumber.test(text) || !isShallowJson(value, deepest)) return value;
  return JSON.parse(text, (key, read: unknown, context?: { readonly source?: string }) =>
    typeof read === 'number' && limits.has(key) ? (limitOf(context?.source) ?? read) : read,
  );
}

/**
 * Whether a text has that many digits in a row. One of them is at a multiple of their number: to look only there is ten
 * times quicker than an expression that reads all the text.
 */
function hasManyDigits(text: string): boolean {
  for (let at = manyDigits - 1; at < text.length; at += manyDigits) {
    if (!isDigitAt(text, at)) continue;
    let start = at;
    while (isDigitAt(text, start - 1)) start--;
    while (isDigitAt(text, at + 1)) at++;
    if (at - start + 1 >= manyDigits) return true;
  }
  return false;
}

/** False outside the text, where the code is not a number. */
function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
