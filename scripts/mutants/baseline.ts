/** The tests without a mutant: which of them pass, and what each costs. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TreeCopy } from './copy-tree.ts';
import { type FileResult, runTests } from './run-tests.ts';

export type Baseline = ReadonlyMap<string, FileResult>;

/** Runs what was not yet run over these very files; `file` remembers it. */
export async function readBaseline(copy: TreeCopy, tests: readonly string[], file: string): Promise<Baseline> {
  const tree = hashOf(copy);
  const known = new Map(knownIn(file, tree).map((result) => [result.file, result]));
  const missing = tests.filter((test) => !known.has(test));
  if (missing.length === 0) return known;
  const onFile = (result: FileResult): void => {
    known.set(result.file, result);
    // After each, as a run may be ended here too.
    writeFileSync(file, JSON.stringify({ tree, results: [...known.values()] }, null, 1));
  };
  await runTests(copy, { files: missing, bail: false, patience: 300, onFile });
  return known;
}

/**
 * The tests that pass, the cheap ones of its own folder first, as far as the budget goes. The last ones hardly ever kill
 * what all before them let live, and cost most.
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

/** What a test of another folder has to be cheaper, in seconds, to be asked before one of its own. */
const far = 5;

function knownIn(file: string, tree: string): readonly FileResult[] {
  if (!existsSync(file)) return [];
  const known = JSON.parse(readFileSync(file, 'utf8')) as { tree: string; results: readonly FileResult[] };
  return known.tree === tree ? known.results : [];
}

function hashOf({ root, files }: TreeCopy): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
