/** A store that an earlier version made is brought up to today's format beside the old file, whenever that is killed. */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { Database, refresh, walk } from '../../../src/store/write.ts';
import { dumpStore } from '../dump.ts';
import { modelJson, TinyRepository } from '../walk/tiny-repository.ts';
import { told } from '../walk/walked.ts';
import { makeOldStore } from './old-format.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (service: string) => `botocore/data/${service}/2020-01-01/service-2.json`;
const repository = new TinyRepository(join(folder, 'repository'));
repository.release('1.0.0', { [path('thing')]: modelJson({ A: 'string' }) });
repository.release('1.1.0', {
  [path('thing')]: modelJson({ A: 'string', B: ['x'] }),
  [path('other')]: modelJson({ X: 'string' }),
});
repository.release('1.2.0', { [path('thing')]: modelJson({ A: 'string', B: ['x', 'y'] }), 'CHANGELOG.rst': 'x' });

const commits = new Map(
  ['1.0.0', '1.1.0', '1.2.0'].map((tag) => [
    tag,
    execFileSync('git', ['-C', repository.folder, 'rev-parse', tag], { encoding: 'utf8' }).trim(),
  ]),
);

async function walkInto(file: string) {
  const database = Database.open(file);
  try {
    await refresh(database);
    return await walk(database, `git:${repository.folder}`);
  } finally {
    database.close();
  }
}

const today = join(folder, 'today.db');
await walkInto(today);

const history = (file: string) => told(file, ({ kind, value, key }) => `${kind} ${value} ${key}`);

test.each([1, 2, 3] as const)(
  'format %i: a reader sees what it saw, and the next walk makes it what it is made today',
  async (format) => {
    const file = join(folder, `format-${format}.db`);
    makeOldStore(today, file, format, commits);
    expect(history(file)).toEqual(history(today));
    expect(readdirSync(folder).filter((name) => name.includes('upgrade') && name.includes('.db'))).toEqual([]);
    await walkInto(file);
    expect(dumpStore(file)).toBe(dumpStore(today));
    expect(await walkInto(file)).toMatchObject({ releases: 0, revisions: 0 });
  },
);

test('a store of format 3 is nothing new to walk, and is whole', async () => {
  const file = join(folder, 'format-3-as-it-is.db');
  makeOldStore(today, file, 3, commits);
  expect(await walkInto(file)).toMatchObject({ releases: 0, revisions: 0 });
  expect(dumpStore(file)).toBe(dumpStore(today));
  const reader = openStore(file);
  expect(reader.examine().problems).toEqual([]);
  reader.close();
});

test('a walk of one service leaves the history of the others', async () => {
  const file = join(folder, 'one.db');
  makeOldStore(today, file, 2, commits);
  const database = Database.open(file);
  await refresh(database);
  await walk(database, `git:${repository.folder}`, { services: ['other'], since: '1.2.0' });
  database.close();
  expect(history(file)).toEqual(history(today));
});

test.each([
  [2, "UPDATE blob SET data = zeroblob(10) WHERE hash = (SELECT snapshot FROM input WHERE snapshot <> '' LIMIT 1)"],
  [3, "UPDATE blob SET data = zeroblob(10) WHERE hash = (SELECT snapshot FROM input WHERE snapshot <> '' LIMIT 1)"],
  [3, "UPDATE change SET data = replace(data, 'field-added', 'field-adder')"],
  [3, "UPDATE input SET date = '1999-01-01'"],
  [3, 'DELETE FROM change WHERE id = 1'],
] as const)('damage of a store of format %i is not carried over as if it were sound: %s', (format, sql) => {
  const file = join(folder, 'damaged.db');
  rmSync(`${file}-wal`, { force: true });
  makeOldStore(today, file, format, commits);
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  const rows = () => {
    const reading = new DatabaseSync(file, { readOnly: true });
    const found = ['input', 'blob', 'change'].map((table) => reading.prepare(`SELECT * FROM ${table}`).all());
    found.push([reading.prepare('PRAGMA user_version').get() as never]);
    reading.close();
    return found;
  };
  const before = rows();
  expect(() => Database.open(file)).toThrow(/is damaged/);
  expect(rows()).toEqual(before);
});

test.each([2, 3] as const)(
  'format %i, killed at any moment: the file is the old store or the new one',
  async (format) => {
    const old = join(folder, 'old.db');
    makeOldStore(today, old, format, commits);
    const file = join(folder, 'killed.db');
    const script = `
    const { Database } = await import(${JSON.stringify(join(import.meta.dirname, '../../../src/store/write.ts'))});
    process.stdout.write('ready');
    Database.open(${JSON.stringify(file)}).close();`;
    for (let round = 0; round < 12; round++) {
      copyFileSync(old, file);
      await new Promise<void>((resolve) => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), round * 4));
        child.on('close', () => resolve());
      });
      expect(history(file)).toEqual(history(today));
      expect(existsSync(`${file}-upgrade`)).toBe(false);
    }
  },
  180_000,
);

test('a newer store is refused in one sentence, and stays as it is', () => {
  const file = join(folder, 'newer.db');
  copyFileSync(today, file);
  const db = new DatabaseSync(file);
  db.exec('PRAGMA user_version = 99');
  db.close();
  const before = readFileSync(file);
  for (const open of [Database.open, Database.read])
    expect(() => open(file)).toThrow(/has format 99, and this apidelta knows format 4: use a newer apidelta/);
  expect(readFileSync(file).equals(before)).toBe(true);
  writeFileSync(file, '');
});
