/** JSON in which limits of 64 bits keep their digits: `JSON.parse` makes 9223372036854776000 of 9223372036854775807. */
import { limitOf } from '../../model/index.ts';
import { isShallowJson } from './botocore.ts';

/** Numbers of so many digits may lose some. Few texts have one, and only these are read the slow way. */
const longNumber = /:\s*-?\d{16}/;

/** Real models nest some six levels; what nests without end is too much for reading it the slow way. */
const deepest = 100;

/** Where limits stand; the last two in the models before botocore 0.64. */
const limits = new Set(['min', 'max', 'min_length', 'max_length']);

/** Reads JSON. A limit that a number cannot hold is the text of its digits. Throws what `JSON.parse` throws. */
export function parseExactly(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!longNumber.test(text) || !isShallowJson(value, deepest)) return value;
  return JSON.parse(text, (key, read: unknown, context?: { readonly source?: string }) =>
    typeof read === 'number' && limits.has(key) ? (limitOf(context?.source) ?? read) : read,
  );
}
