/** What nobody names any more goes, but for states by which others are told. */
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { dumpStore } from '../dump.ts';
import { TinyRepository } from './tiny-repository.ts';
import { modelOf, modelPath, scratchFolder } from './walked.ts';

const { fresh, walked } = scratchFolder();

/** Which states a store keeps, and which of them nothing names. */
function kept(file: string): { readonly all: number; readonly unnamed: number } {
  const db = new DatabaseSync(file, { readOnly: true });
  const count = (where: string) =>
    Number(db.prepare(`SELECT count(*) AS count FROM blob WHERE ${where}`).get()?.count ?? 0);
  const named =
    "hash IN (SELECT snapshot FROM input UNION SELECT since FROM service UNION SELECT state ->> '$.names' FROM service)";
  const found = { all: count('1'), unnamed: count(`NOT ${named}`) };
  db.close();
  return found;
}

/** Releases of one service, each with these fields. */
function history(folder: string, ...releases: readonly (readonly string[])[]): TinyRepository {
  const repository = new TinyRepository(folder);
  for (const [at, fields] of releases.entries())
    repository.release(`1.${at}.0`, { [modelPath('thing')]: modelOf('thing', ...fields), one: String(releases) });
  return repository;
}

test('a state that another one is told by stays when its release is another one', async () => {
  const old = history(fresh('old'), ['A'], ['A', 'B'], ['A', 'B', 'C']);
  const rewritten = history(fresh('new'), ['A'], ['A', 'X'], ['A', 'B', 'C']);
  const file = await walked(old);
  expect(kept(file).unnamed).toBe(0);
  await walked(rewritten, { replace: true }, file);
  expect(dumpStore(file)).toBe(dumpStore(await walked(rewritten)));
  // That of 1.2.0 is told by what 1.1.0 was before.
  expect(kept(file).unnamed).toBe(1);
  const reader = openStore(file);
  expect(reader.examine().problems).toEqual([]);
  reader.close();
});

test('what nothing is told by goes', async () => {
  const file = await walked(history(fresh('old'), ['A'], ['A', 'B'], ['A', 'B', 'C']));
  const other = history(fresh('new'), ['Q'], ['Q', 'R']);
  await walked(other, { replace: true }, file);
  expect(dumpStore(file)).toBe(dumpStore(await walked(other)));
  expect(kept(file).unnamed).toBe(0);
});
