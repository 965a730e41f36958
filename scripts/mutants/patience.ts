/** Waits for signs of life, and counts only the time in which this process itself runs. */

/** Calls `onEnd` if nothing is heard for some seconds. */
export class Patience {
  readonly #timer: NodeJS.Timeout;
  #left = steps;

  constructor(seconds: number, onEnd: () => void) {
    // In steps: a process that is stopped for a while, or gets no time, would else find all of its patience gone at once.
    this.#timer = setInterval(
      () => {
        this.#left--;
        if (this.#left > 0) return;
        this.end();
        onEnd();
      },
      (seconds * 1000) / steps,
    );
  }

  heard(): void {
    this.#left = steps;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}

const steps = 50;
