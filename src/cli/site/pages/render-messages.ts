/** The messages between the main thread and the threads that make pages. */
import type { Unit } from '../../../view/site/units.ts';
import type { SiteFiles } from '../manifest.ts';

/** What a thread needs to start. */
export interface RenderStart {
  /** The compiled pages. */
  readonly pages: string;
  /** The folder for files; other threads write there too. */
  readonly out: string;
  /** Whether compressed forms are written beside the files. */
  readonly precompress: boolean;
  /** The files that stand in the site already, by the name of their unit: equal ones are not written again. */
  readonly standing: ReadonlyMap<string, SiteFiles>;
  /** The folder for parts, with the fingerprints of their units; null if no parts are kept. */
  readonly parts: { readonly folder: string; readonly prints: ReadonlyMap<string, string> } | null;
}

/** A unit, or one of several equal parts of a large one. */
export interface RenderTask {
  readonly unit: Unit;
  readonly index: number;
  readonly count: number;
}

/** The messages of a thread. */
export type RenderReport =
  | { readonly type: 'ready' }
  /** This thread does not know how to use the installed Astro. */
  | { readonly type: 'strange'; readonly message: string }
  /** The files of a task, each with the hash of its content. */
  | { readonly type: 'made'; readonly files: readonly (readonly [name: string, hash: string])[] }
  | { readonly type: 'failed'; readonly error: Error; readonly code: string | undefined };
