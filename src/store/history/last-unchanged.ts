/** What two states of a service have in common, computed once: several callers need the same pair. */
import { Unchanged } from '../../diff/index.ts';
import type { Service } from '../../model/index.ts';

/** The shapes of two states. */
export interface ShapesOfTwo {
  readonly before: Service['shapes'];
  readonly after: Service['shapes'];
}

/** Remembers the pair of the last call. */
export class LastUnchanged {
  #last: Unchanged | undefined;

  /** By name, because an exchange would not be seen: the same shapes are unchanged, but nothing is reused. */
  between({ before, after }: ShapesOfTwo): Unchanged {
    if (this.#last?.isBetween(before, after) === true) return this.#last;
    this.#last = new Unchanged(before, after, this.#last);
    return this.#last;
  }
}
