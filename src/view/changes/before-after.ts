/** The old and the new value of a change, in the shortest form that shows the difference. */
import { changedAcceptors, code, plainSentence } from '../../diff/catalogue.ts';
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

/** The old and new value of a change; null where its sentence already has both. */
export function beforeAfter(change: Change, sentence: string): BeforeAfter | null {
  const [before, after] = valuesOf(change);
  const described = wordPieces(change);
  if (described.length > 0) return { before, after, words: described };
  if (before === after) return null;
  // For a boolean the sentence alone is clearer.
  if (typeof change.before === 'boolean' && typeof change.after === 'boolean') return null;
  if (before === null && saidAlready(after, change.value)) return null;
  if (after === null && saidAlready(before, change.value)) return null;
  if ([before, after].every((value) => value === null || isIn(sentence, value))) return null;
  if (before !== null && after !== null && Math.min(before.length, after.length) > longEnough) {
    // Two texts that share little are clearer side by side. The limit also stops early on hostile input.
    return { before, after, words: diffWords(before, after, 400) ?? null };
  }
  return { before, after, words: null };
}

function valuesOf({ details, before, after }: Change): readonly [string | null, string | null] {
  if (details?.trait !== 'acceptors') return [shown(before), shown(after)];
  const changed = changedAcceptors(before, after);
  // One condition stands in the sentence.
  if (changed.before.length < 2 && changed.after.length < 2) return [null, null];
  return [wordsOf(changed.before), wordsOf(changed.after)];
}

function wordsOf(all: readonly string[]): string | null {
  return all.length === 0 ? null : plainSentence(all.join('; '));
}

function shown(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value === '' ? null : value;
  // A list without items says that there was no list, as of the values that a text may have.
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.length === 0 ? null : value.join(', ');
  return isObject(value) ? shownObject(value) : jsonText(value);
}

/**
 * The text of an object without JSON punctuation; of a deprecation, its message. Null where there is no text to show.
 */
function shownObject(value: { readonly [name: string]: Json }): string | null {
  if ('deprecated' in value) return null;
  if ('message' in value) return typeof value.message === 'string' ? value.message : null;
  const parts = Object.entries(value).map(
    ([name, inner]) => `${name}: ${typeof inner === 'string' ? inner : jsonText(inner)}`,
  );
  return parts.length === 0 ? null : parts.join(', ');
}

/** Whether a sentence contains a value, as code or as a number in English form. */
function isIn(sentence: string, value: string): boolean {
  return (
    sentence.includes(code(value)) || (/^-?\d+$/.test(value) && sentence.includes(Number(value).toLocaleString('en')))
  );
}

function saidAlready(text: string | null, value: string): boolean {
  return text === null || text === value || text === 'true' || text === 'false';
}

/** Shorter texts are read whole: marked words would only distract. */
const longEnough = 60;

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
