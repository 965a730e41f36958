/** Lets only so many things run at once: open files, in the first place. */

/** Runs tasks, no more than `places` at a time, the others in order of arrival. */
export class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

/** Every file that this folder of the project opens goes through here: a shell's usual limit is 1,024, macOS has 256. */
export const fileGate = new Gate(32);
