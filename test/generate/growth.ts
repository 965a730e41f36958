/** How CPU time grows with the length of a text: what is linear takes eight times as long for eight times the text. */

/** The two lengths, and how much longer the larger one may take. */
export const sizes = [20_000, 160_000] as const;
export const maxGrowth = 24;

/** CPU seconds of this thread, the best of some runs: other processes and threads do not count. */
export function cpuTime(work: () => void, runs = 3): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

/** Seconds after which a size is not tried any more: what is worse than quadratic would take days at the largest one. */
const slow = 0.15;

/**
 * Says how a work grows too fast; undefined where it does not. What takes less than `quick` seconds at the smaller size is
 * not quadratic: one step for each pair of 20,000 characters would take longer.
 */
export function findGrowth(work: (size: number) => () => void, quick: number): string | undefined {
  const [small, large] = sizes;
  for (const size of [small / 32, small / 8, small]) {
    const here = work(size);
    const first = cpuTime(here, 1);
    if (first > slow) return tooMuch(cpuTime(here, 2) / cpuTime(work(size / 8)));
  }
  const before = cpuTime(work(small));
  return before < quick ? undefined : tooMuch(cpuTime(work(large)) / before);
}

function tooMuch(ratio: number): string | undefined {
  return ratio > maxGrowth ? `${ratio.toFixed(0)} times as long for 8 times the text` : undefined;
}
