/** `doctor` says what is wrong in sentences of its own, and never sends its reader to `doctor`. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apidelta } from './run-cli.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-doctor-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const sound = join(top, 'sound.db');

beforeAll(async () => {
  expect((await apidelta(['ingest', 'content/reference/1.40.72', '--store', sound])).code).toBe(0);
  // All of it into the one file, so that a copy of that is whole.
  const db = new DatabaseSync(sound);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
});

function copy(name: string, change: (bytes: Buffer) => void = () => {}): string {
  const file = join(top, `${name}.db`);
  copyFileSync(sound, file);
  const bytes = readFileSync(file);
  change(bytes);
  writeFileSync(file, bytes);
  return file;
}

test('a file that cannot even be opened: one sentence, which says what to do', async () => {
  for (const at of [30, 100]) {
    const file = copy(`byte-${at}`, (bytes) => bytes.fill(0xff, at, at + 1));
    const { code, out, err } = await apidelta(['doctor', '--store', file]);
    expect(code, err).not.toBe(0);
    expect(out + err).not.toContain('apidelta doctor`');
    expect(out + err).not.toMatch(/damaged \(The store/);
    expect(out + err).toContain('take your sources in again');
  }
});

test('a store that another apidelta made is not damaged, and nobody is told to delete it', async () => {
  const file = copy('newer');
  const db = new DatabaseSync(file);
  db.exec('PRAGMA user_version = 999999');
  db.close();
  const { code, out, err } = await apidelta(['doctor', '--store', file]);
  expect(code).not.toBe(0);
  expect(out + err).not.toMatch(/damaged|delete/);
  expect(out + err).toMatch(/newer/);
});

test('a table that is gone', async () => {
  const file = copy('table');
  const db = new DatabaseSync(file);
  db.exec('DROP TABLE changes');
  db.close();
  const { code, out, err } = await apidelta(['doctor', '--store', file]);
  expect(code).not.toBe(0);
  expect(out + err).not.toMatch(/damaged \(The store/);
  expect(out + err).toContain('take your sources in again');
});

test('--repair says what it did, and of a sound store nothing', async () => {
  const whole = await apidelta(['doctor', '--repair', '--store', copy('whole')]);
  expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('Nothing is wrong.') });
  expect(whole.out).not.toContain('made again');
  const file = copy('rows');
  const db = new DatabaseSync(file);
  db.exec('DELETE FROM service_release');
  db.close();
  const mended = await apidelta(['doctor', '--repair', '--store', file]);
  expect(mended).toMatchObject({ code: 0, out: expect.stringContaining('What was damaged was made again.') });
});
