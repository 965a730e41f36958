/** What was there and what is there now, in the shortest form that tells them apart. */
import { code } from '../../diff/catalogue.ts';
import type { Change, Json } from '../../model/index.ts';
import { diffWords, type WordPiece } from '../prose/word-diff.ts';
import { wordPieces } from '../prose/word-pieces.ts';
import { jsonText } from '../site/words.ts';

/** Either two short values, or one long text with its changes marked. */
export interface BeforeAfter {
  readonly before: string | null;
  readonly after: string | null;
  readonly words: readonly WordPiece[] | null;
}

/** The before and after of a change; null where its sentence already says all of it. */
export function beforeAfter(change: Change, sentence: string): BeforeAfter | null {
  const before = shown(change.before);
  const after = shown(change.after);
  const described = wordPieces(change);
  if (described.length > 0) return { before, after, words: described };
  if (before === after) return null;
  // The sentence of a yes that became a no says it better.
  if (typeof change.before === 'boolean' && typeof change.after === 'boolean') return null;
  if (before === null && saidAlready(after, change.value)) return null;
  if (after === null && saidAlready(before, change.value)) return null;
  if ([before, after].every((value) => value === null || isIn(sentence, value))) return null;
  if (before !== null && after !== null && Math.min(before.length, after.length) > longEnough) {
    // Two texts that share little are clearer side by side; giving up early also keeps hostile input from costing time.
    return { before, after, words: diffWords(before, after, 400) ?? null };
  }
  return { before, after, words: null };
}

function shown(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return isObject(value) ? shownObject(value) : jsonText(value);
}

/** What an object says, without the signs of JSON; of a deprecation its words, which the sentence says of what is gone. */
function shownObject(value: { readonly [name: string]: Json }): string | null {
  if ('deprecated' in value) return null;
  if ('message' in value) return typeof value.message === 'string' ? value.message : null;
  const parts = Object.entries(value).map(
    ([name, inner]) => `${name}: ${typeof inner === 'string' ? inner : jsonText(inner)}`,
  );
  return parts.length === 0 ? null : parts.join(', ');
}

/** Whether a sentence says a value: as code, or a number as people write it. */
function isIn(sentence: string, value: string): boolean {
  return (
    sentence.includes(code(value)) || (/^-?\d+$/.test(value) && sentence.includes(Number(value).toLocaleString('en')))
  );
}

function saidAlready(text: string | null, value: string): boolean {
  return text === null || text === value || text === '' || text === 'true' || text === 'false';
}

/** Shorter texts are read as a whole; marking words in them only distracts. */
const longEnough = 60;

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
