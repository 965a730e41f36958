/** Follows named parts from state to state: only what came, went or became another object takes work. */
import type { NamedParts } from '../types.ts';

/** Gets the differences of a state. */
export interface PartsListener<T> {
  /** A part that was not there, or was another object. */
  onBegin(name: string, part: T): void;
  /** A part that is not there any more, or became another object. */
  onEnd(name: string): void;
}

/** The parts of the last state. Most of a state is the same as before, and at nearly the same place. */
export class FollowedParts<T> {
  #names: readonly string[] = [];
  #parts: readonly T[] = [];
  /** The places of the last state; made only where parts moved. */
  #places: ReadonlyMap<string, number> | undefined;

  /** Tells the differences of the next state from the last one: first all ends, then all beginnings. */
  next({ names, parts }: NamedParts<T>, { onBegin, onEnd }: PartsListener<T>): void {
    const changed: number[] = [];
    /** How many of the last state are still there, the same or not. */
    let found = 0;
    let before = 0;
    for (let at = 0; at < names.length; at++) {
      const name = names[at] as string;
      if (this.#names[before] !== name) {
        const place = this.#placeOf(name);
        if (place === undefined) {
          changed.push(at);
          continue;
        }
        before = place;
      }
      found++;
      if (this.#parts[before] !== parts[at]) {
        onEnd(name);
        changed.push(at);
      }
      before++;
    }
    if (found < this.#names.length) {
      const kept = new Set(names);
      for (const name of this.#names) if (!kept.has(name)) onEnd(name);
    }
    for (const at of changed) onBegin(names[at] as string, parts[at] as T);
    this.#names = names;
    this.#parts = parts;
    this.#places = undefined;
  }

  /** The parts that are there now. */
  get names(): readonly string[] {
    return this.#names;
  }

  #placeOf(name: string): number | undefined {
    this.#places ??= new Map(this.#names.map((one, at) => [one, at]));
    return this.#places.get(name);
  }
}
