/** The store's file: two writers, damage, what is no store, and readers who may not write. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { Database, walk } from '../../../src/store/write.ts';
import { roundsOf } from '../../rounds.ts';
import { dumpStore } from '../dump.ts';
import { modelJson, TinyRepository } from '../walk/tiny-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-file-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const main = join(import.meta.dirname, '../../../src/cli/main.ts');
const repository = new TinyRepository(join(folder, 'repository'));
const whole = join(folder, 'whole.db');
const path = (service: string) => `botocore/data/${service}/2020-01-01/service-2.json`;

beforeAll(async () => {
  const note = JSON.stringify([{ type: 'api-change', category: 'thing', description: 'A new field.' }]);
  repository.release('1.0.0', {
    [path('thing')]: modelJson({ A: 'string' }),
    [path('other')]: modelJson({ X: ['a'] }),
  });
  repository.release('1.1.0', {
    [path('thing')]: modelJson({ A: 'string', B: ['x', 'y'] }),
    '.changes/1.1.0.json': note,
  });
  const database = Database.open(whole);
  await walk(database, `git:${repository.folder}`);
  database.close();
});

/** Runs the command line in this process; gives its exit code and what it wrote. */
async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const stream = (take: (text: string) => void) => ({
    isTTY: false,
    write: (text: string) => {
      take(text);
      return true;
    },
  });
  const io = {
    stdout: stream((text) => {
      out += text;
    }),
    stderr: stream((text) => {
      err += text;
    }),
    env: {},
  };
  return { code: await run(args, io as never), out, err };
}

describe('several at once', () => {
  test('a second writer is refused in one sentence, and a reader is not', async () => {
    const file = join(folder, 'busy.db');
    copyFileSync(whole, file);
    const first = Database.open(file);
    expect(() => Database.open(file)).toThrow(/in use by another apidelta: wait until it is done\.$/);
    Database.read(file).close();
    first.close();
    Database.open(file).close();
  });

  test('two processes that make one new store: each is done, or refused in a sentence', async () => {
    const file = join(folder, 'both.db');
    const args = [main, 'ingest', '--store', file, `git:${repository.folder}`];
    const ends = await Promise.all(
      [0, 1, 2].map(
        () =>
          new Promise<{ code: number | null; err: string }>((resolve) => {
            const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
            let err = '';
            child.stderr.on('data', (chunk: Buffer) => {
              err += chunk.toString();
            });
            child.on('close', (code) => resolve({ code, err }));
          }),
      ),
    );
    for (const { code, err } of ends)
      if (code !== 0) expect(err).toMatch(/^The store .* is in use by another apidelta/);
    expect(ends.some(({ code }) => code === 0)).toBe(true);
    expect(dumpStore(file)).toBe(dumpStore(whole));
  });
});

describe('damage', () => {
  /** Commands that read a store. */
  const readers = [
    ['log', 'thing'],
    ['log', 'thing.PutThing', '--format', 'json'],
    ['find', 'PutThing'],
    ['between', 'thing', '1.0.0', '1.1.0'],
  ];

  test('every damaged copy gives the right answer, or one sentence and exit code 2', async () => {
    const bytes = readFileSync(whole);
    const expected = await Promise.all(readers.map((args) => cli(...args, '--store', whole)));
    let refused = 0;
    let state = 11;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const copies = roundsOf(200);
    for (let copy = 0; copy < copies; copy++) {
      const damaged = Buffer.from(bytes);
      for (let index = 0; index < 4; index++) damaged[random(damaged.length)] = random(256);
      const file = join(folder, 'damaged.db');
      writeFileSync(file, damaged);
      rmSync(`${file}-wal`, { force: true });
      for (const [index, args] of readers.entries()) {
        const { code, out, err } = await cli(...args, '--store', file);
        expect(err, `copy ${copy}: ${args.join(' ')}`).not.toMatch(/should not have|\n\s+at /);
        if (code === 2) {
          refused++;
          expect(err.trim().split('\n')).toHaveLength(1);
        } else
          expect({ code, out }, `copy ${copy}: ${args.join(' ')}`).toEqual({
            code: expected[index]?.code,
            out: expected[index]?.out,
          });
      }
      const doctor = await cli('doctor', '--store', file);
      expect(doctor.err).not.toMatch(/should not have|\n\s+at /);
      const ingest = await cli('ingest', '--store', file, `git:${repository.folder}`);
      expect(ingest.err).not.toMatch(/should not have|\n\s+at /);
      // What doctor calls damaged, ingest does not touch.
      if (doctor.code !== 0) expect(ingest.code, `copy ${copy}: ${doctor.out}`).toBe(2);
    }
    expect(refused).toBeGreaterThan(copies / 10);
  }, 300_000);

  test('one row that is gone is one row', async () => {
    const file = join(folder, 'one-row.db');
    copyFileSync(whole, file);
    const db = new DatabaseSync(file);
    db.exec('DELETE FROM changes WHERE rowid = (SELECT max(rowid) FROM changes)');
    db.close();
    expect((await cli('doctor', '--store', file)).out).toContain('1 row of the table changes is gone, or not');
    expect((await cli('ingest', '--store', file, `git:${repository.folder}`)).err).toMatch(/\(1 row of changes\)/);
  });

  test('a damaged text of what was made is seen by doctor, which makes it anew', async () => {
    const file = join(folder, 'text.db');
    copyFileSync(whole, file);
    const db = new DatabaseSync(file);
    db.exec('UPDATE changes SET data = zeroblob(length(data))');
    db.close();
    const found = await cli('doctor', '--store', file);
    expect(found).toMatchObject({
      code: 1,
      out: expect.stringMatching(/rows? of the table changes (is|are) gone, or not what/),
    });
    expect(found.out).toMatch(/doctor --repair/);
    expect(await cli('log', 'thing', '--store', file)).toMatchObject({ code: 2 });
    expect(await cli('ingest', '--store', file, `git:${repository.folder}`)).toMatchObject({ code: 2 });
    expect(await cli('doctor', '--repair', '--store', file)).toMatchObject({ code: 0 });
    expect(dumpStore(file)).toBe(dumpStore(whole));
  });

  test.each([
    ['DELETE FROM service', /doctor --repair/],
    ['DELETE FROM changes WHERE rowid = (SELECT max(rowid) FROM changes)', /doctor --repair/],
    ['DELETE FROM release', /doctor --repair/],
    ["DELETE FROM input WHERE service = 'other'", /take your sources in again/],
    ['DELETE FROM note', /take your sources in again/],
    ['DELETE FROM coverage', /take your sources in again/],
  ])('rows that are gone are damage: %s', async (sql, advice) => {
    const file = join(folder, 'gone.db');
    copyFileSync(whole, file);
    const db = new DatabaseSync(file);
    db.exec(sql);
    db.close();
    expect(await cli('doctor', '--store', file)).toMatchObject({ code: 1, out: expect.stringMatching(advice) });
    expect(await cli('ingest', '--store', file, `git:${repository.folder}`)).toMatchObject({ code: 2 });
    const repaired = await cli('doctor', '--repair', '--store', file);
    if (advice.source.includes('repair')) expect(dumpStore(file)).toBe(dumpStore(whole));
    else expect(repaired.code).toBe(1);
  });

  test('a text of what was taken in: doctor names the sources', async () => {
    const file = join(folder, 'taken.db');
    copyFileSync(whole, file);
    const db = new DatabaseSync(file);
    db.exec("UPDATE input SET date = '1999-01-01' WHERE service = 'thing'");
    db.close();
    const { code, out } = await cli('doctor', '--store', file);
    expect(code).toBe(1);
    expect(out).toContain(`take your sources in again (git:${repository.folder})`);
    expect(out).not.toMatch(/--repair/);
  });
});

describe('what is no store', () => {
  const names = ['a folder', 'another database', 'another database with a version', 'a store cut short', 'a text'];
  test.each(names)('%s: one sentence and exit code 2, and it stays as it is', async (what) => {
    const file = join(folder, what.replaceAll(' ', '-'));
    if (what === 'a folder') mkdirSync(file);
    else if (what === 'a store cut short') writeFileSync(file, readFileSync(whole).subarray(0, 9_000));
    else if (what === 'a text')
      writeFileSync(file, 'no database at all, but long enough for a header of one'.repeat(40));
    else {
      const db = new DatabaseSync(file);
      const version = what === 'another database' ? 0 : 2;
      db.exec(`CREATE TABLE other (x); INSERT INTO other VALUES (1); PRAGMA user_version = ${version}`);
      db.close();
    }
    const before = what === 'a folder' ? undefined : readFileSync(file);
    for (const args of [
      ['log', 'thing'],
      ['find', 'x'],
      ['between', 'thing', '1', '2'],
      ['doctor'],
      ['ingest', `git:${repository.folder}`],
    ]) {
      const { code, err } = await cli(...args, '--store', file);
      if (args[0] !== 'doctor' || what !== 'a store cut short') expect(code, args.join(' ')).toBe(2);
      expect(err).not.toMatch(/should not have|\n\s+at /);
    }
    if (before !== undefined) expect(readFileSync(file).equals(before)).toBe(true);
  });
});

test('who may not write beside it reads the store', () => {
  const place = join(folder, 'theirs');
  mkdirSync(place, { mode: 0o755 });
  const file = join(place, 'store.db');
  copyFileSync(whole, file);
  chmodSync(file, 0o644);
  // Root may write everywhere: then it is nobody who reads.
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) chmodSync(place, 0o555);
  const script = `
    const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, '../../../src/store/read.ts'))});
    const reader = openStore(${JSON.stringify(file)});
    console.log(reader.services().length, reader.changes('thing', '1.1.0').length, reader.examine().problems.length);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
    encoding: 'utf8',
    env: { HOME: place, PATH: process.env.PATH ?? '' },
  });
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe('2 1 0');
});
