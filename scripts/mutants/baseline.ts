/**
 * What is known of the tests without a mutant: which pass, and how long each takes. It is learnt where it is needed: most
 * mutants are detected by the first test that is asked, and most tests are asked about few of them.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TreeCopy } from './copy-tree.ts';
import type { ImportGraph } from './import-graph.ts';
import { type FileResult, runTests } from './run-tests.ts';

interface Remembered extends FileResult {
  /** A hash of everything that the test reads. */
  readonly hash: string;
  /** It passed with a mutant, and so it takes about as long, and probably passes, without one. */
  readonly withMutant?: boolean;
}

export class Baseline {
  readonly #copy: TreeCopy;
  readonly #hashes: ReadonlyMap<string, string>;
  readonly #known: Map<string, Remembered>;
  readonly #file: string;

  /** `file` stores what is learnt. */
  constructor(copy: TreeCopy, { filesOf }: ImportGraph, tests: readonly string[], file: string) {
    this.#copy = copy;
    this.#file = file;
    this.#hashes = hashesOf(copy, filesOf, tests);
    // A test that failed may have failed because the machine was busy.
    const isValid = (known: Remembered) => known.passed && this.#hashes.get(known.file) === known.hash;
    this.#known = new Map(knownIn(file).flatMap((known) => (isValid(known) ? [[known.file, known]] : [])));
  }

  /** How long a test takes; undefined if it has never run. */
  secondsOf(test: string): number | undefined {
    return this.#known.get(test)?.seconds;
  }

  /** Whether a test is known not to pass without a mutant. */
  isBroken(test: string): boolean {
    return this.#known.get(test)?.passed === false;
  }

  /** Whether a test has run without a mutant. */
  isSure(test: string): boolean {
    const known = this.#known.get(test);
    return known !== undefined && known.withMutant !== true;
  }

  /** Learns from a test that passed with a mutant. */
  passedWithMutant(result: FileResult): void {
    if (!this.isSure(result.file)) this.#learn({ ...result, withMutant: true });
  }

  /** Runs tests without a mutant. */
  async check(tests: readonly string[]): Promise<void> {
    const onFile = (result: FileResult): void => this.#learn(result);
    const { ended } = await runTests(this.#copy, { files: tests, bail: false, patience: 1800, onFile });
    if (ended === 'timeout')
      throw new Error(`${tests.join(', ')} did not end in half an hour without a mutant: try --resume`);
  }

  #learn(result: FileResult & { readonly withMutant?: boolean }): void {
    this.#known.set(result.file, { ...result, hash: this.#hashes.get(result.file) ?? '' });
    // Saved after each test, because a run may be stopped at any time.
    writeFileSync(this.#file, JSON.stringify([...this.#known.values()], null, 1));
  }
}

/**
 * The tests that fit into the budget, the fast ones of the file's own folder first, and of those that are as fast the
 * first ones of the list. The last ones rarely detect a mutant that the others missed, and take longest.
 */
export function cheapFirst(
  tests: readonly string[],
  source: string,
  baseline: Pick<Baseline, 'secondsOf' | 'isBroken'>,
  budget: number,
): readonly string[] {
  const secondsOf = (test: string) => baseline.secondsOf(test) ?? usual;
  const costs = new Map(
    tests.map((test) => [test, isNamesake(source, test) ? 0 : secondsOf(test) + far * foldersBetween(source, test)]),
  );
  const costOf = (test: string) => costs.get(test) ?? 0;
  const sorted = tests.filter((test) => !baseline.isBroken(test)).toSorted((a, b) => costOf(a) - costOf(b));
  let left = budget;
  return sorted.filter((test, index) => {
    left -= secondsOf(test);
    return left >= 0 || index === 0;
  });
}

/**
 * How many of a file's folders a test lacks: the folders of `test` are those of `src`, so the tests that are written for
 * `src/parse/notes/x.ts` are in `test/parse/notes`.
 */
function foldersBetween(source: string, test: string): number {
  const [folders, others] = [source, test].map((file) => file.split('/').slice(1, -1)) as [string[], string[]];
  const shared = folders.findIndex((folder, index) => folder !== others[index]);
  return shared === -1 ? 0 : folders.length - shared;
}

/** Whether a test has the name of the file, and so was written for it: `x.test.ts` of `x.ts`. */
function isNamesake(source: string, test: string): boolean {
  return path.basename(test, '.test.ts') === path.basename(source, '.ts');
}

/** A test that is one folder farther away is used first only if it is faster by so many seconds. */
const far = 5;
/** The seconds that a test is taken to need before it has run. */
const usual = 3;

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
