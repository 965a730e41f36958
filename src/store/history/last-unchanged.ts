/** What two states of a service have in common, computed once: several callers need the same pair. */
import { Unchanged } from '../../diff/index.ts';
import type { Service } from '../../model/index.ts';

/** Remembers the pair of the last call. */
export class LastUnchanged {
  #last: Unchanged | undefined;

  between(before: Service['shapes'], after: Service['shapes']): Unchanged {
    if (this.#last?.isBetween(before, after) === true) return this.#last;
    this.#last = new Unchanged(before, after, this.#last);
    return this.#last;
  }
}
