/** Releases in words, as `log` prints them. */
import type { Release, Since, StoreReader } from '../store/read.ts';

/** Releases in words, with all of their numbers. */
export class ReleaseWords {
  readonly #reader: StoreReader;

  constructor(reader: StoreReader) {
    this.#reader = reader;
  }

  /** `1.13.21 (boto3 1.10.21, 2019-11-19)`. */
  release({ id, date }: Release, orEarlier = false): string {
    const others = this.#reader.numbersOf(id).filter((name) => !name.endsWith(` ${id}`));
    const more = [...others, ...(date === null || date === id ? [] : [date])];
    return `${id}${orEarlier ? ' or earlier' : ''}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
  }

  /** `since 1.13.21 or earlier, removed in 1.40.0`. */
  span({ since, removedIn }: { readonly since: Since | null; readonly removedIn: Since | null }): string {
    const parts = [
      ...(since === null ? [] : [`since ${this.#since(since)}`]),
      ...(removedIn === null ? [] : [`removed in ${this.#since(removedIn)}`]),
    ];
    return parts.join(', ');
  }

  #since({ release, orEarlier }: Since): string {
    return this.release(release, orEarlier);
  }
}
