/** What the page and the worker of search send to each other. */
import type { Answer } from './find.ts';
import type { Hit } from './groups.ts';
import type { HitKind } from './query.ts';

/** What the page sees of an answer. */
export type ShownAnswer = Omit<Answer, 'all'>;

/** Asks for what was typed, or for the rest of one group of an answer. `id`: of the question. */
export type Question =
  | { readonly id: number; readonly typed: string; readonly mine: readonly string[] }
  | { readonly id: number; readonly rest: HitKind; readonly of: number };

/** Answers a question. `early`: more is to come. */
export type Reply = { readonly id: number } & (
  | { readonly found: ShownAnswer | null; readonly isEarly: boolean }
  | { readonly rest: readonly Hit[] }
  | { readonly failed: true }
);
