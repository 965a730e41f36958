/** Remembers descriptions that were parsed recently: many pages show the same ones, but memory has no room for all. */
import { LRUCache } from 'lru-cache';
import type { Prose } from '../../model/index.ts';
import { readProse } from '../../parse/prose/read.ts';

/** The number of remembered descriptions: enough for all pages of most services, which share many. */
const maxKept = 8_192;

/** Parses descriptions, and remembers the last ones. */
export class ProseMemory {
  readonly #read = new LRUCache<Prose, Prose>({ max: maxKept, memoMethod: readProse });

  /** The description without nodes of type `html`. */
  read(prose: Prose): Prose {
    return this.#read.memo(prose);
  }
}
