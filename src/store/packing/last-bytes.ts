/** Bytes that were unpacked last, up to a size: who reads the states of a service in order unpacks each of them once. A package would have to be loaded by every command that reads a store. */

/** Keeps what was put last, by name. */
export class LastBytes {
  readonly #max: number;
  readonly #kept = new Map<string, Buffer>();
  #size = 0;

  /** `most`: how many bytes are kept together. */
  constructor(max: number) {
    this.#max = max;
  }

  get(name: string): Buffer | undefined {
    return this.#kept.get(name);
  }

  /** Keeps bytes; those that were put first go where there is no room. */
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
