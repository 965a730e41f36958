/** Who may only read a store can build its site. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Database, refresh, walk } from '../../../src/store/write.ts';
import { modelJson, TinyRepository } from '../../store/walk/tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-readers-'));
afterAll(() => {
  chmodSync(join(folder, 'theirs'), 0o755);
  rmSync(folder, { recursive: true, force: true });
});
const nobody = 65_534;

test('build, log, find, between and doctor of a store in a folder of somebody else', async () => {
  chmodSync(folder, 0o755);
  const repository = new TinyRepository(join(folder, 'repository'));
  const path = 'botocore/data/thing/2020-01-01/service-2.json';
  repository.release('1.0.0', { [path]: modelJson({ A: 'string' }) });
  repository.release('1.1.0', { [path]: modelJson({ A: 'string', B: 'string' }) });
  const made = join(folder, 'made.db');
  const database = Database.open(made);
  await refresh(database);
  await walk(database, `git:${repository.folder}`);
  database.close();
  const theirs = join(folder, 'theirs');
  mkdirSync(theirs);
  const store = join(theirs, 'store.db');
  copyFileSync(made, store);
  chmodSync(store, 0o644);
  const own = join(folder, 'own');
  mkdirSync(own, { mode: 0o777 });
  chmodSync(own, 0o777);
  // Root may write everywhere: then it is nobody who reads.
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) chmodSync(theirs, 0o555);
  const main = join(import.meta.dirname, '../../../src/cli/main.ts');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [main, ...args, '--store', store], {
      ...(isRoot ? { uid: nobody, gid: nobody } : {}),
      encoding: 'utf8',
      cwd: own,
      env: { HOME: own, TMPDIR: own, PATH: process.env.PATH ?? '' },
    });
  for (const args of [['log', 'thing'], ['find', 'PutThing'], ['between', 'thing', '1.0.0', '1.1.0'], ['doctor']]) {
    const { status, stderr } = run(...args);
    expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: '' });
  }
  const built = run('build', '--out', join(own, 'site'));
  expect(built.stderr).toMatch(/pages in /);
  expect(built.status).toBe(0);
  expect(existsSync(join(own, 'site/services/thing/index.html'))).toBe(true);
  const refused = run('ingest', `git:${repository.folder}`);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toMatch(/^The store .* cannot be written: it, or its folder, is read-only\.\n$/);
}, 120_000);
