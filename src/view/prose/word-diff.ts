/**
 * Finds the words that two texts share. It searches as the `diff` package does, but with numbers instead of objects.
 */
import { wordsWithSpaceDiff } from 'diff';

/** Words that are the same, removed or added. The pieces follow each other. */
export interface WordPiece {
  readonly text: string;
  readonly change: 'same' | 'removed' | 'added';
}

/**
 * Gives the same result as `diffWordsWithSpace` of the `diff` package, even where several results are equally short (a
 * test compares them). The site of AWS compares descriptions some hundred thousand times, and the package spends most
 * of that time on one object for each step. Undefined if more than `maxEditLength` words differ.
 */
export function diffWords(before: string, after: string, maxEditLength: number): readonly WordPiece[] | undefined {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const [oldNumbers, nowNumbers] = numbered(old, now);
  const search = new Search(oldNumbers, nowNumbers);
  const end = search.run(Math.min(maxEditLength, old.length + now.length));
  return end === undefined ? undefined : runsOf(search.stepsTo(end), old, now);
}

function wordsOf(text: string): readonly string[] {
  return wordsWithSpaceDiff.tokenize(text);
}

/** Gives equal words equal numbers. */
function numbered(old: readonly string[], now: readonly string[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(old, numberOf), Int32Array.from(now, numberOf)];
}

/** A step removes or adds one word; `same` words without a change follow it. */
interface Step {
  readonly added: boolean;
  readonly same: number;
}

/** Marks a diagonal without a path. */
const noPath = -1;

/**
 * Myers, "An O(ND) Difference Algorithm and Its Variations" (1986). Where a path has reached the end of a text, it
 * limits the diagonals as the `diff` package does. A path is stored as its last step; each step knows the step before
 * it.
 */
class Search {
  readonly #old: Int32Array;
  readonly #now: Int32Array;
  /** For each step: the previous step, whether it adds a word, and the number of same words after it. */
  #before = new Int32Array(256);
  #added = new Uint8Array(256);
  #same = new Int32Array(256);
  #count = 0;

  constructor(old: Int32Array, now: Int32Array) {
    this.#old = old;
    this.#now = now;
  }

  /** The last step of the shortest path. */
  run(maxEditLength: number): number | undefined {
    const [oldLength, nowLength] = [this.#old.length, this.#now.length];
    // For each diagonal, from −(most − 1) on: the last step of its farthest path, and that path's position in the old
    // text.
    const middle = maxEditLength + 2;
    const paths = new Int32Array(middle * 2 + 1).fill(noPath);
    const positions = new Int32Array(middle * 2 + 1);
    const start = this.#step(noPath, 0);
    let position = this.#common(start, 0, 0);
    if (position === oldLength && position === nowLength) return start;
    paths[middle] = start;
    positions[middle] = position;
    let [lowest, highest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let length = 1; length <= maxEditLength; length++) {
      for (let diagonal = Math.max(lowest, -length); diagonal <= Math.min(highest, length); diagonal += 2) {
        const at = middle + diagonal;
        const [remove, add] = [paths[at - 1] as number, paths[at + 1] as number];
        const [removeFrom, addFrom] = [positions[at - 1] as number, positions[at + 1] as number];
        paths[at - 1] = noPath;
        const canAdd = add !== noPath && addFrom - diagonal > 0 && addFrom - diagonal <= nowLength;
        const canRemove = remove !== noPath && removeFrom < oldLength;
        if (!canAdd && !canRemove) {
          paths[at] = noPath;
          continue;
        }
        const adds = !canRemove || (canAdd && removeFrom < addFrom);
        const step = adds ? this.#step(add, 1) : this.#step(remove, 0);
        position = this.#common(step, adds ? addFrom : removeFrom + 1, diagonal);
        if (position === oldLength && position - diagonal === nowLength) return step;
        paths[at] = step;
        positions[at] = position;
        if (position === oldLength) highest = Math.min(highest, diagonal - 1);
        if (position - diagonal === nowLength) lowest = Math.max(lowest, diagonal + 1);
      }
    }
    return undefined;
  }

  /** The steps of a path. The first one has only the words before any change. */
  stepsTo(end: number): readonly Step[] {
    const steps: Step[] = [];
    for (let step = end; step !== noPath; step = this.#before[step] as number)
      steps.push({ added: this.#added[step] === 1, same: this.#same[step] as number });
    return steps.reverse();
  }

  #step(before: number, added: 0 | 1): number {
    if (this.#count === this.#before.length) {
      this.#before = grown(this.#before, new Int32Array(this.#count * 2));
      this.#added = grown(this.#added, new Uint8Array(this.#count * 2));
      this.#same = grown(this.#same, new Int32Array(this.#count * 2));
    }
    this.#before[this.#count] = before;
    this.#added[this.#count] = added;
    return this.#count++;
  }

  /** Skips the words that both texts share here, and returns the new position in the old text. */
  #common(step: number, from: number, diagonal: number): number {
    const [old, now] = [this.#old, this.#now];
    const end = Math.min(old.length, now.length + diagonal);
    let position = from;
    while (position < end && old[position] === now[position - diagonal]) position++;
    this.#same[step] = position - from;
    return position;
  }
}

function grown<T extends Int32Array | Uint8Array>(small: T, large: T): T {
  large.set(small);
  return large;
}

/** Joins neighbouring steps of one kind into a run. */
function runsOf(steps: readonly Step[], old: readonly string[], now: readonly string[]): readonly WordPiece[] {
  const runs: { change: WordPiece['change']; count: number }[] = [];
  const push = (change: WordPiece['change'], count: number): void => {
    const last = runs.at(-1);
    if (last?.change === change) last.count += count;
    else if (count > 0) runs.push({ change, count });
  };
  steps.forEach(({ added, same }, index) => {
    if (index > 0) push(added ? 'added' : 'removed', 1);
    push('same', same);
  });
  let [oldAt, nowAt] = [0, 0];
  return runs.map(({ change, count }) => {
    const words = change === 'removed' ? old.slice(oldAt, oldAt + count) : now.slice(nowAt, nowAt + count);
    if (change !== 'added') oldAt += count;
    if (change !== 'removed') nowAt += count;
    return { text: words.join(''), change };
  });
}
