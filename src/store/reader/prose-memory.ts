/** Descriptions that were read a short while ago: what many pages show is read once, and not everything is kept. */
import { LRUCache } from 'lru-cache';
import type { Prose } from '../../model/index.ts';
import { readProse } from '../../parse/prose/read.ts';

/** Descriptions that are remembered: those of all pages of most services, which share many. */
const maxKept = 8_192;

/** Reads descriptions, and knows those that were asked for last. */
export class ProseMemory {
  readonly #read = new LRUCache<Prose, Prose>({ max: maxKept, memoMethod: readProse });

  /** The description with no node of type `html` in it. */
  read(prose: Prose): Prose {
    return this.#read.memo(prose);
  }
}
