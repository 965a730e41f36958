/** What the page and the worker of search send to each other, and an answer in one line. */
import type { Answer } from './find.ts';
import type { Hit } from './groups.ts';
import type { HitKind } from './query.ts';

/** What the page sees of an answer. */
export type ShownAnswer = Omit<Answer, 'all'>;

/** Asks for what was typed, or for the rest of one group of an answer. `id`: of the question. */
export type Question =
  | { readonly id: number; readonly typed: string; readonly mine: readonly string[]; readonly isLong: boolean }
  | { readonly id: number; readonly rest: HitKind; readonly of: number };

/** Answers a question. `early`: more is to come. */
export type Reply = { readonly id: number } & (
  | { readonly found: ShownAnswer | null; readonly isEarly: boolean }
  | { readonly rest: readonly Hit[] }
  | { readonly failed: true }
);

/** The line where too little was typed to search for. */
export function tooShort(typed: string): string {
  return typed.trim() === '' ? '' : 'Type two letters or more.';
}

/** The line above the results. */
export function statusOf({ groups, whole, told }: ShownAnswer, shown: number): string {
  if (told !== null) return told;
  if (shown === 0) return whole ? 'Nothing has this name.' : 'Nothing among the most used: type more letters.';
  const all = groups.reduce((sum, { hits, more }) => sum + hits.length + more, 0);
  // One name is listed with all its places, and an operation may have several of them.
  if (groups.some(({ isEveryPlace }) => isEveryPlace)) return all === 1 ? 'One place found' : `${all} places found`;
  return whole ? `${all} found` : `${all} and more found: more letters tell them apart`;
}
