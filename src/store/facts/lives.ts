/** When facts held: runs of states by number, and a table that stores equal runs once. */
import type { Life } from '../../model/index.ts';

/** Runs that can still grow: from, until, from, until, … */
export type Runs = number[];

/** Adds a state to runs; states must come in order. */
export function hold(runs: Runs, state: number): void {
  const until = runs.at(-1);
  if (until === state) runs[runs.length - 1] = state + 1;
  // Two things of one name hold it once.
  else if (until !== state + 1) runs.push(state, state + 1);
}

/** Extends the last run to the states before this one. */
export function holdUntil(runs: Runs, state: number): void {
  runs[runs.length - 1] = state;
}

/** The states of several runs that do not overlap. */
export function joined(all: readonly Runs[]): Runs {
  if (all.length === 1) return all[0] as Runs;
  const pairs = all.flatMap((runs) =>
    Array.from({ length: runs.length / 2 }, (_, at) => [runs[at * 2] as number, runs[at * 2 + 1] as number] as const),
  );
  const whole: Runs = [];
  for (const [from, until] of pairs.sort((a, b) => a[0] - b[0])) {
    if (whole.at(-1) === from) whole[whole.length - 1] = until;
    else whole.push(from, until);
  }
  return whole;
}

export function areEqual(a: Runs, b: Runs): boolean {
  return a.length === b.length && a.every((state, at) => state === b[at]);
}

/** Gives each life a number. */
export class Lives {
  readonly all: Life[] = [];
  readonly #known = new Map<string, number>();
  readonly #states: number;

  /** `states`: the number of states. */
  constructor(states: number) {
    this.#states = states;
  }

  at(runs: Runs): number {
    const life = runs.at(-1) === this.#states ? runs.slice(0, -1) : runs;
    const key = life.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.all.length);
    return this.all.push([...life]) - 1;
  }

  /** The end of a tuple: empty if the fact held as long as its parent. */
  within(runs: Runs, whole: Runs): [] | [number] {
    return areEqual(runs, whole) ? [] : [this.at(runs)];
  }
}

/** Things with their keys and runs, as plain data. */
export type HeldData<T> = readonly (readonly [key: string, what: T, runs: Runs])[];

/** Things that exist for some time, each with its runs, by a key. */
export class Held<T> {
  readonly #all: Map<string, { readonly what: T; readonly runs: Runs }>;

  /** Goes on from what `data` gave. */
  constructor(data: HeldData<T> = []) {
    this.#all = new Map(data.map(([key, what, runs]) => [key, { what, runs }]));
  }

  /** Gives the runs to which the state was added. */
  hold(key: string, state: number, what: () => T): Runs {
    let known = this.#all.get(key);
    if (known === undefined) {
      known = { what: what(), runs: [] };
      this.#all.set(key, known);
    }
    hold(known.runs, state);
    return known.runs;
  }

  get data(): HeldData<T> {
    return [...this.#all].map(([key, { what, runs }]) => [key, what, runs]);
  }

  get all(): readonly { readonly what: T; readonly runs: Runs }[] {
    return [...this.#all.values()];
  }
}
