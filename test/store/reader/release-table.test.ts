/** Tests when releases came out: to the second where a walk saw the commit, else by day alone. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { Database, ingest, walk } from '../../../src/store/write.ts';
import { makeOldStore } from '../database/old-format.ts';
import { modelJson, TinyRepository } from '../walk/tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-times-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = 'botocore/data/thing/2020-01-01/service-2.json';
const repository = new TinyRepository(join(folder, 'repository'));
repository.release('1.0.0', { [path]: modelJson({ A: 'string' }) });
repository.release('1.1.0', { [path]: modelJson({ A: 'string', B: 'string' }) }, true);

async function taken(file: string, take: (database: Database) => Promise<unknown>): Promise<void> {
  const database = Database.open(file);
  try {
    await take(database);
  } finally {
    database.close();
  }
}

function commitOf(tag: string): string {
  const args = ['-C', repository.folder, 'rev-parse', `${tag}^{commit}`];
  return execFileSync('git', args, { encoding: 'utf8' }).trim();
}

function timesIn(file: string): readonly string[] {
  const store = openStore(file);
  const times = store.releases().map(({ id, date, time }) => [id, date, time].join(' '));
  store.close();
  return times;
}

const source = `git:${repository.folder}`;
const walked = join(folder, 'walked.db');
await taken(walked, (database) => walk(database, source));

test('a walk knows the second of the tagged commit, in UTC', () => {
  expect(timesIn(walked)).toEqual(['1.1.0 2024-01-02 2024-01-02T12:00:00Z', '1.0.0 2024-01-01 2024-01-01T12:00:00Z']);
  const store = openStore(walked);
  expect(store.serviceReleases()[0]?.release.time).toBe('2024-01-02T12:00:00Z');
  store.close();
});

test('of other sources only the day is known', async () => {
  const file = join(folder, 'content.db');
  await taken(file, (database) => ingest(database, ['content']));
  const store = openStore(file);
  expect(store.releases().some(({ date }) => date !== null)).toBe(true);
  expect(store.releases().filter((release) => 'time' in release)).toEqual([]);
  store.close();
});

test.each([1, 2] as const)('a store of format %i knows days, and seconds after the next walk', async (format) => {
  const file = join(folder, `format-${format}.db`);
  const commits = new Map(['1.0.0', '1.1.0'].map((tag) => [tag, commitOf(tag)]));
  makeOldStore(walked, file, format, commits);
  expect(timesIn(file)).toEqual(['1.1.0 2024-01-02 ', '1.0.0 2024-01-01 ']);
  await taken(file, (database) => walk(database, source));
  expect(timesIn(file)).toEqual(timesIn(walked));
});

test('what pages show depends on the times, so the fingerprint does', async () => {
  const prints = await Promise.all(
    [1, 2].map(async (second) => {
      const file = join(folder, `print-${second}.db`);
      await taken(file, (database) => walk(database, source));
      await taken(file, async (database) => {
        const [row] = database.rows<Record<string, number>>('walked', "WHERE version = '1.0.0'");
        if (row !== undefined) database.insert('walked', { ...row, time: (row.time ?? 0) + second }, 'REPLACE');
      });
      const store = openStore(file);
      const print = store.fingerprint();
      store.close();
      return print;
    }),
  );
  expect(new Set(prints).size).toBe(2);
});
