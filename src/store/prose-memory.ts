/** Descriptions that were read a short while ago: what many pages show is read once, and not everything is kept. */
import type { Prose } from '../model/index.ts';
import { readProse } from '../parse/index.ts';

/** Descriptions that are remembered: those of all pages of most services, which share many. */
const most = 8_192;

/** Reads descriptions, and knows those that it read last. */
export class ProseMemory {
  readonly #read = new Map<Prose, Prose>();

  /** The description with no node of type `html` in it. */
  read(prose: Prose): Prose {
    const known = this.#read.get(prose);
    if (known !== undefined) return known;
    const read = readProse(prose);
    // What was asked for first goes first.
    if (this.#read.size >= most) this.#read.delete(this.#read.keys().next().value as Prose);
    this.#read.set(prose, read);
    return read;
  }
}
