/** What the main thread and those that make pages tell each other. */
import type { Unit } from '../../../view/site/units.ts';

/** What a thread is started with. */
export interface RenderStart {
  /** The compiled pages. */
  readonly pages: string;
  /** Where files are written; other threads write there too. */
  readonly out: string;
  /** Whether the compressed forms of files are written beside them. */
  readonly precompress: boolean;
  /** Where parts are kept, with the fingerprints of the units that they are of; null where none are. */
  readonly parts: { readonly folder: string; readonly prints: ReadonlyMap<string, string> } | null;
}

/** A unit, or one of several equal parts of a large one. */
export interface RenderTask {
  readonly unit: Unit;
  readonly index: number;
  readonly count: number;
}

/** What a thread says. */
export type RenderReport =
  | { readonly type: 'ready' }
  /** The installed Astro is not the one that this thread knows how to ask. */
  | { readonly type: 'strange'; readonly message: string }
  /** The files of a task, each with the hash of what is in it. */
  | { readonly type: 'made'; readonly files: readonly (readonly [name: string, hash: string])[] }
  | { readonly type: 'failed'; readonly error: Error; readonly code: string | undefined };
