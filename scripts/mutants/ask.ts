/** Runs the tests of a file with a mutant of it until one detects it. */
import { availableParallelism } from 'node:os';
import { type Baseline, cheapFirst } from './baseline.ts';
import type { TreeCopy } from './copy-tree.ts';
import type { Mutant } from './mutant.ts';
import { runTests } from './run-tests.ts';
import type { Known } from './state.ts';

interface Asking {
  readonly copy: TreeCopy;
  readonly baseline: Baseline;
  /** See `MutantOptions`. */
  readonly budget: number;
  readonly patience: number;
  readonly say: (line: string) => void;
}

/** The verdict on a mutant. `tests` are the tests that run its file, the nearest first. */
export async function ask(mutant: Mutant, tests: readonly string[], asking: Asking): Promise<Omit<Known, 'key'>> {
  const { copy, baseline, budget, say } = asking;
  const began = performance.now();
  const verdict = (name: Known['verdict'], by: string | null = null) =>
    ({ verdict: name, by, seconds: (performance.now() - began) / 1000 }) as const;
  const passed = new Set<string>();
  for (;;) {
    const files = cheapFirst(tests, mutant.file, baseline, budget).filter((test) => !passed.has(test));
    if (files.length === 0) return verdict('survived');
    const patience = asking.patience + 3 * Math.max(...files.map((test) => baseline.secondsOf(test) ?? 0));
    const { ended, files: results } = await copy.withMutant(mutant, () =>
      runTests(copy, { files, bail: true, patience }),
    );
    const failed = results.filter((result) => !result.passed).map(({ file }) => file);
    // After the first failure the others are broken off.
    for (const result of results) {
      if (!result.passed) break;
      passed.add(result.file);
      baseline.passedWithMutant(result);
    }
    if (ended === 'passed') return verdict('survived');
    if (ended === 'failed' && failed.length === 0) return verdict('killed', 'an end of the process');
    const open = files.filter((file) => !results.some((result) => result.file === file));
    const suspects = ended === 'timeout' ? open.slice(0, availableParallelism()) : failed;
    // The mutant is blamed only for what the test does not do without it.
    const unsure = suspects.filter((test) => !baseline.isSure(test));
    if (unsure.length > 0) await baseline.check(unsure);
    for (const test of unsure) if (baseline.isBroken(test)) say(`${test} does not pass without a mutant: left out`);
    const by = failed.find((test) => !baseline.isBroken(test));
    if (by !== undefined) return verdict('killed', by);
    if (ended === 'timeout' && unsure.length === 0) return verdict('timeout');
  }
}
