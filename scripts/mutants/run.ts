/** Makes mutants of a project one after the other, and runs its tests with each. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ask } from './ask.ts';
import { Baseline } from './baseline.ts';
import { inRandomOrder } from './choose.ts';
import { copyTree, type TreeCopy } from './copy-tree.ts';
import { type Equivalent, isEquivalent } from './equivalents.ts';
import { type ImportGraph, importGraph } from './import-graph.ts';
import { mutantsOf, mutated } from './mutant.ts';
import { type Ended, survivorLine } from './report.ts';
import { endTests } from './run-tests.ts';
import { shownBySite, slowTests, unasked } from './slow-tests.ts';
import { openState } from './state.ts';
import { typeChecker } from './type-check.ts';

export interface MutantOptions {
  readonly root: string;
  readonly seed: number;
  readonly count: number;
  /** How many seconds of tests are run for each mutant. */
  readonly budget: number;
  /** A test hangs if it takes so many seconds more than three times its time without a mutant. */
  readonly patience: number;
  /** Files and folders from the root, or patterns; if empty, all of src. */
  readonly only: readonly string[];
  /** Continues a run with the same seed and files. */
  readonly resume: boolean;
  /** Tests the survivors again, and keeps the other results. */
  readonly survivors: boolean;
  readonly equivalents: readonly Equivalent[];
  readonly say: (line: string) => void;
}

/** Tries mutants until the requested number is tested, or there are no more. */
export async function runMutants(options: MutantOptions): Promise<readonly Ended[]> {
  const { root, seed, say } = options;
  const folder = path.join(root, '.apidelta', 'mutants');
  const whole = ['seed', seed, ...options.only].join('-').replace(/[^\w.]+/g, '-');
  // The length of a file name is limited.
  const name = whole.length <= 80 ? whole : `${whole.slice(0, 60)}-${hash('sha256', whole).slice(0, 12)}`;
  const state = openState(path.join(folder, `${name}.jsonl`), options.resume || options.survivors);
  process.once('SIGINT', endTests);
  process.once('SIGTERM', endTests);
  const copy = copyTree(root);
  try {
    const project = readProject(copy, options.only);
    const tests = [...new Set(project.sources.flatMap(project.testsOf))].sort();
    say(`${project.sources.length} files, and ${tests.length} test files that run them`);
    const baseline = new Baseline(copy, project.graph, tests, path.join(folder, 'tests.json'));
    const check = typeChecker(
      copy.root,
      project.all.filter((file) => file.startsWith('src/')),
    );
    const all = project.sources.flatMap((file) => mutantsOf(file, project.textOf(file)));
    const ended: Ended[] = [];
    for (const mutant of inRandomOrder(seed, all)) {
      if (ended.length >= options.count) break;
      if (isEquivalent(mutant, options.equivalents)) continue;
      const earlier = state.of(mutant.key);
      if (earlier?.verdict === 'discarded') continue;
      let known = options.survivors && earlier?.verdict === 'survived' ? undefined : earlier;
      if (known === undefined) {
        const text = mutated(project.textOf(mutant.file), mutant);
        const error = check(mutant.file, text, project.graph.importersOf(mutant.file));
        if (error !== null) {
          state.add({ key: mutant.key, verdict: 'discarded', by: error, seconds: 0 });
          continue;
        }
        const { budget, patience } = options;
        known = {
          key: mutant.key,
          ...(await ask(mutant, project.testsOf(mutant.file), { copy, baseline, budget, patience, say })),
        };
        state.add(known);
        const by = known.by === null ? '' : ` by ${known.by}`;
        say(`${ended.length + 1} ${known.verdict}${by} in ${known.seconds.toFixed(0)} s: ${survivorLine(mutant)}`);
      }
      ended.push({ mutant, known });
    }
    return ended;
  } finally {
    process.removeListener('SIGINT', endTests);
    process.removeListener('SIGTERM', endTests);
    copy.remove();
  }
}

interface Project {
  readonly all: readonly string[];
  /** The files with mutants. */
  readonly sources: readonly string[];
  readonly graph: ImportGraph;
  readonly textOf: (file: string) => string;
  readonly testsOf: (file: string) => readonly string[];
}

function readProject({ root, files }: TreeCopy, only: readonly string[]): Project {
  const code = files.filter((file) => /^(src|test)\/.*\.ts$/.test(file));
  const texts = new Map(code.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
  const graph = importGraph(texts);
  return {
    all: code,
    sources: code.filter((file) => file.startsWith('src/') && !isShown(file) && isWanted(file, only)),
    graph,
    textOf: (file) => texts.get(file) ?? '',
    testsOf: (file) =>
      graph
        .testsOf(file)
        .filter((test) => slowTests[test] === undefined && !unasked.some((folder) => test.startsWith(folder))),
  };
}

function isShown(file: string): boolean {
  return file.endsWith('.d.ts') || shownBySite.some((folder) => file.startsWith(folder));
}

/** `!` before a pattern excludes its files. */
function isWanted(file: string, only: readonly string[]): boolean {
  const matches = (pattern: string) =>
    path.posix.matchesGlob(file, pattern) || file.startsWith(`${pattern.replace(/\/$/, '')}/`);
  const wanted = only.filter((pattern) => !pattern.startsWith('!'));
  const taken = only.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  return (wanted.length === 0 || wanted.some(matches)) && !taken.some(matches);
}
