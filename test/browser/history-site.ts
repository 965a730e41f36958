/** Builds the site of the real history of 13 services once for all browser tests that need it, and serves it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { shared } from '../shared.ts';
import { serveFolder } from './serve-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the site of the history; null where there are no real inputs. */
    readonly history: string | null;
    /** Its folder. */
    readonly historyFolder: string | null;
  }
}

const root = path.join(import.meta.dirname, '..', '..');
const bundle = shared('data/botocore-history.bundle');

/** `APIDELTA_TEST_HISTORY` names a folder with a site that was built before. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const built = process.env.APIDELTA_TEST_HISTORY;
  if (built === undefined && !existsSync(bundle)) {
    project.provide('history', null);
    project.provide('historyFolder', null);
    return undefined;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-history-'));
  const out = built ?? path.join(folder, 'out');
  if (built === undefined) buildHistory(folder, out);
  const served = await serveFolder(out, '/');
  project.provide('history', served.url);
  project.provide('historyFolder', out);
  // Stops serving, and removes what was built.
  return async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

function buildHistory(folder: string, out: string): void {
  const repository = path.join(folder, 'repository');
  execFileSync('git', ['clone', '-q', '--bare', bundle, repository], { stdio: 'pipe' });
  const store = path.join(folder, 'store.db');
  const build = ['src/cli/main.ts', 'build', '--from', `git:${repository}`, '--store', store, '--out', out];
  execFileSync(process.execPath, [...build, '--site', 'https://docs.example.org'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
