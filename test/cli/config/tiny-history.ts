/** A tiny history of two releases, 1.31.5 and 1.34.0, as a clone and as a store: what is checked where a project pins a version. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

export interface TinyHistory {
  /** The models of both releases. */
  readonly before: string;
  readonly after: string;
  readonly repository: string;
  readonly store: string;
  /** Writes a file into the folder; gives its path. */
  readonly write: (name: string, content: string | Buffer) => string;
}

/** Makes the history in a folder. */
export async function tinyHistory(folder: string): Promise<TinyHistory> {
  const [before, after] = tinyModels(folder);
  const repository = join(folder, 'clone');
  const store = join(folder, 'store.db');
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=t', '-c', 'user.email=t@example', ...args], {
      stdio: 'pipe',
    });
  const release = (models: string, version: string) => {
    cpSync(join(models, 'tiny'), join(repository, 'botocore', 'data', 'tiny'), { recursive: true });
    git('add', '-A');
    git('commit', '-q', '-m', version);
    git('tag', version);
  };
  const write = (name: string, content: string | Buffer) => {
    const file = join(folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  mkdirSync(repository, { recursive: true });
  git('init', '-q');
  release(before, '1.31.5');
  release(after, '1.34.0');
  expect(await apidelta(['ingest', `git:${repository}`, '--store', store])).toMatchObject({ code: 0 });
  return { before, after, repository, store, write };
}
