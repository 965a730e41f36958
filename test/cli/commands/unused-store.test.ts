/** A command that takes in nothing leaves no store behind, and one that exists as it was. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-unused-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bad = join(folder, 'bad.json');
writeFileSync(bad, '{');

test.each([
  ['no source', [join(folder, 'not-there')]],
  ['a source that nobody can read', [bad]],
  ['a repository that is none', [`git:${folder}`]],
  ['a good source beside a bad one', ['content/reference/1.40.72', bad]],
])('%s', async (name, specs) => {
  const store = join(folder, `${name}.db`);
  expect((await apidelta(['ingest', ...specs, '--store', store])).code).toBe(2);
  expect(existsSync(store)).toBe(false);
  const { code, err } = await apidelta(['log', 'elbv2', '--store', store]);
  expect([code, err]).toEqual([2, expect.stringContaining('There is no store at')]);
});

test('a site of a bad source leaves none either', async () => {
  const [store, out] = [join(folder, 'site.db'), join(folder, 'site')];
  expect((await apidelta(['build', '--from', bad, '--store', store, '--out', out])).code).toBe(2);
  expect([existsSync(store), existsSync(out)]).toEqual([false, false]);
});

test('a store that has something stays, also where the next source is bad', async () => {
  const store = join(folder, 'used.db');
  expect((await apidelta(['ingest', 'content/reference/1.40.72', '--store', store])).code).toBe(0);
  const before = readFileSync(store);
  expect((await apidelta(['ingest', bad, '--store', store])).code).toBe(2);
  expect(readFileSync(store).equals(before)).toBe(true);
});
