/**
 * Runs tests in the copy and reports the result; they run in their own process, so that a mutant that hangs can be
 * stopped.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TreeCopy } from './copy-tree.ts';
import { Patience } from './patience.ts';

/** The result of one test file. */
export interface FileResult {
  readonly file: string;
  readonly seconds: number;
  readonly passed: boolean;
}

export interface TestRun {
  readonly ended: 'passed' | 'failed' | 'timeout';
  readonly files: readonly FileResult[];
}

export interface RunOptions {
  /** In the order in which they run. */
  readonly files: readonly string[];
  /** Whether the run ends after the first failure. */
  readonly bail: boolean;
  /** After so many seconds without a finished file, the run counts as a hang. */
  readonly patience: number;
  /** Called after each file. */
  readonly onFile?: (result: FileResult) => void;
}

/** Runs test files of a copy. */
export async function runTests(copy: TreeCopy, { files, bail, patience, onFile }: RunOptions): Promise<TestRun> {
  const { root, original, scratch } = copy;
  const program = path.join(import.meta.dirname, 'run-vitest.ts');
  const child = spawn(process.execPath, [program, root, bail ? '1' : '0', ...files], {
    cwd: root,
    // Its own process group: vitest's workers end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { APIDELTA_SHARED: path.join(original, '..', 'shared'), ...environment(), TMPDIR: scratch },
  });
  running = child;
  let hung = false;
  const left = new Patience(patience, () => {
    hung = true;
    endGroup(child);
  });
  const results: FileResult[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const result = resultOf(line);
    if (result === null) return;
    results.push(result);
    onFile?.(result);
    left.heard();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  left.end();
  running = null;
  // Processes that a mutant started must not delay a test.
  endGroup(child);
  if (hung) return { ended: 'timeout', files: results };
  return { ended: code === 0 && results.every(({ passed }) => passed) ? 'passed' : 'failed', files: results };
}

/** Ends the current run. */
export function endTests(): void {
  if (running !== null) endGroup(running);
}

let running: ChildProcess | null = null;

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The process has ended by itself.
  }
}

/** The environment without the variables that an outer vitest sets for its own workers. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|VITE_|NODE_ENV$|TEST$|DEV$|PROD$|MODE$|SSR$|CI$)/.test(name),
  );
  return Object.fromEntries(own);
}

function resultOf(line: string): FileResult | null {
  if (!line.startsWith('{"file":')) return null;
  try {
    return JSON.parse(line) as FileResult;
  } catch {
    return null;
  }
}
