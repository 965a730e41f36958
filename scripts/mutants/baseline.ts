/** The results of the tests without a mutant: which pass, and how long each takes. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TreeCopy } from './copy-tree.ts';
import type { ImportGraph } from './import-graph.ts';
import { type FileResult, runTests } from './run-tests.ts';

export type Baseline = ReadonlyMap<string, FileResult>;

interface Remembered extends FileResult {
  /** A hash of everything that the test reads. */
  readonly hash: string;
}

/** Runs the tests without a result for these files; `file` stores the results. */
export async function readBaseline(
  copy: TreeCopy,
  { filesOf }: ImportGraph,
  tests: readonly string[],
  file: string,
): Promise<Baseline> {
  const hashes = hashesOf(copy, filesOf, tests);
  const all = new Map(knownIn(file).map((result) => [result.file, result]));
  // A test that failed may have failed because the machine was busy.
  const missing = tests.filter((test) => all.get(test)?.hash !== hashes.get(test) || all.get(test)?.passed === false);
  const onFile = (result: FileResult): void => {
    all.set(result.file, { ...result, hash: hashes.get(result.file) ?? '' });
    // Saved after each test, because a run may be stopped at any time.
    writeFileSync(file, JSON.stringify([...all.values()], null, 1));
  };
  if (missing.length > 0) {
    const { ended } = await runTests(copy, { files: missing, bail: false, patience: 300, onFile });
    // With a part of the tests, most mutants would survive.
    if (ended === 'timeout') throw new Error('No test has ended for five minutes, and none has a mutant: try --resume');
  }
  return new Map([...all].filter(([test, known]) => hashes.get(test) === known.hash));
}

/**
 * The tests that pass and fit into the budget, the fast ones of the file's own folder first. The last ones rarely
 * detect a mutant that the others missed, and take longest.
 */
export function cheapFirst(
  tests: readonly string[],
  source: string,
  baseline: Baseline,
  budget: number,
): readonly string[] {
  const folder = source.split('/')[1] ?? '';
  const secondsOf = (test: string) => baseline.get(test)?.seconds ?? 0;
  const costOf = (test: string) => secondsOf(test) + (test.startsWith(`test/${folder}/`) ? 0 : far);
  const sorted = tests.filter((test) => baseline.get(test)?.passed === true).toSorted((a, b) => costOf(a) - costOf(b));
  let left = budget;
  return sorted.filter((test, index) => {
    left -= secondsOf(test);
    return left >= 0 || index === 0;
  });
}

/** A test of another folder is used before one of the own folder only if it is faster by so many seconds. */
const far = 5;

function knownIn(file: string): readonly Remembered[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Remembered[]) : [];
}

/**
 * Hashes of the code that a test runs, of the goldens beside it, and of all other data, because it is unknown which
 * data a test reads.
 */
function hashesOf(
  { root, files }: TreeCopy,
  filesOf: ImportGraph['filesOf'],
  tests: readonly string[],
): ReadonlyMap<string, string> {
  const own = new Map(files.map((file) => [file, hash('sha256', readFileSync(path.join(root, file)))]));
  const sum = (names: readonly string[]) => hash('sha256', names.map((name) => `${name} ${own.get(name)}`).join('\n'));
  const data = files.filter((file) => /^(test|content)\//.test(file) && !/\.ts$|README\.md$/.test(file));
  const [goldens, others] = [data.filter(isGolden), sum(data.filter((file) => !isGolden(file)))];
  return new Map(
    tests.map((test) => {
      const beside = goldens.filter((file) => file.startsWith(`${path.posix.dirname(test)}/__snapshots__/`));
      return [test, sum([...filesOf(test).toSorted(), ...beside]) + others];
    }),
  );
}

function isGolden(file: string): boolean {
  return file.includes('/__snapshots__/');
}
