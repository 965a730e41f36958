/** The real history of 13 services, cloned and walked once a run, by the test file that asks first; the others wait. Nobody may write to it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Database, walk } from '../src/store/write.ts';
import { runFolderVariable } from './run-folder.ts';
import { shared } from './shared.ts';

export interface RealHistory {
  /** A bare clone. */
  readonly repository: string;
  /** The store of a walk through all of it. */
  readonly store: string;
}

/** How long making it may take, for the time-outs of those who wait. */
export const historyTimeout = 600_000;

/** Makes it, or waits until it is made. */
export async function realHistory(): Promise<RealHistory> {
  const folder = path.join(process.env[runFolderVariable] ?? '', 'history');
  const made = { repository: path.join(folder, 'repository'), store: path.join(folder, 'store.db') };
  const [done, failed] = [path.join(folder, 'done'), path.join(folder, 'failed')];
  if (isFirst(folder)) {
    try {
      const bundle = shared('data/botocore-history.bundle');
      execFileSync('git', ['clone', '-q', '--bare', bundle, made.repository], { stdio: 'pipe' });
      const database = Database.open(made.store);
      await walk(database, `git:${made.repository}`);
      database.close();
      writeFileSync(done, '');
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error('Another test file could not make the store of the real history');
    await setTimeout(100);
  }
  return made;
}

/** Whoever makes the folder makes what is in it. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
