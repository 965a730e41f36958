/**
 * The bytes that were unpacked last, up to a size: so reading the states of a service in order unpacks each once. This
 * is not a package, because every command that reads a store would have to load it.
 */

/** Keeps the newest values, by name. */
export class LastBytes {
  readonly #max: number;
  readonly #kept = new Map<string, Buffer>();
  #size = 0;

  /** `max`: the greatest sum of their bytes. */
  constructor(max: number) {
    this.#max = max;
  }

  get(name: string): Buffer | undefined {
    return this.#kept.get(name);
  }

  /** Stores bytes; the oldest ones are dropped if there is no room. */
  set(name: string, bytes: Buffer): void {
    if (bytes.length > this.#max || this.#kept.has(name)) return;
    this.#kept.set(name, bytes);
    this.#size += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= this.#max) return;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
  }
}
