/** A folder that all test files of one run share, for what takes long to make and is only read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Names the folder to the processes that run the tests. */
export const runFolderVariable = 'APIDELTA_TEST_RUN';

/** Vitest calls it before the first test file, and what it gives after the last. */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-run-'));
  process.env[runFolderVariable] = folder;
  // Hundreds of commands are run, and threads started: what Node made of their code is kept, from one run to the next too.
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/apidelta', import.meta.url));
  return () => rmSync(folder, { recursive: true, force: true });
}
