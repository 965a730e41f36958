/** `check` of an upgrade from one release to another: which releases are meant, and what is known of each. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyHistory } from './tiny-history.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { before, after, repository, store, write } = await tinyHistory(folder);
const config = (value: unknown) => write('own.json', JSON.stringify(value));
const check = (...args: string[]) => apidelta(['check', ...args]);

test('a version with two numbers is the release that ends with 0, wherever a version is named', async () => {
  const args = ['--from', '1.31.5', '--to', '1.34', '--service', 'tiny'];
  for (const where of [
    ['--store', store],
    ['--git', repository],
  ]) {
    const { code, err } = await check(...args, ...where);
    expect([code, err]).toEqual([1, 'Compared botocore 1.31.5 with 1.34.0.\n']);
    expect((await check('--from', '1.34', ...where)).err).toContain('Compared botocore 1.34.0 with 1.34.0.');
  }
  const between = await apidelta(['between', 'tiny', '1.31.5', '1.34', '--format', 'markdown', '--store', store]);
  expect(between.out).toMatch(/^# Changes from 1\.31\.5 to 1\.34\.0\n/);
  const shown = await apidelta(['show', 'tiny.GetThing', '--as-of', '1.34', '--store', store]);
  expect(shown.out).toMatch(/^tiny\.GetThing as of 1\.34\.0\n/);
});

test.each([
  ['check', '--from', '1.32'],
  ['check', '--from', '1.31.5', '--to', '1.32.7'],
  ['between', 'tiny', '1.31.5', '1.33'],
  ['show', 'tiny.GetThing', '--as-of', '1.32'],
])('a version that is no release is a mistake, with those next to it: %j', async (...args) => {
  const { code, out, err } = await apidelta([...args, '--store', store]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(
    /^The store has no release 1\.3[23](?:\.7)?: it has 1\.31\.5 to 1\.34\.0; next to it: 1\.31\.5, 1\.34\.0\.\n$/,
  );
});

test('--to is the newest version where it is not given, and --service keeps one service', async () => {
  const { code, out } = await check('--from', '1.31.5', '--service', 'tiny', '--format', 'json', '--store', store);
  expect([code, JSON.parse(out).new.version]).toEqual([1, '1.34.0']);
});

test('a service that a partial source shows only later is unknown before, not new', async () => {
  const partial = join(folder, 'partial.db');
  const older = join(folder, 'older', 'other', '2020-01-01');
  mkdirSync(older, { recursive: true });
  cpSync(join(before, 'tiny', '2020-01-01', 'service-2.json'), join(older, 'service-2.json'));
  expect((await apidelta(['ingest', join(folder, 'older'), '--as', '1.31.5', '--store', partial])).code).toBe(0);
  expect((await apidelta(['ingest', after, '--as', '1.34.0', '--store', partial])).code).toBe(0);
  const { code, out, err } = await check('--from', '1.31.5', '--store', partial);
  expect([code, out.trim()]).toEqual([0, 'no changes']);
  expect(err).toContain('so not compared: tiny');
});

test('an ignore ends with the version that it names', async () => {
  const ignore = (until: string) => config({ ignore: [{ rule: 'operation-removed', until, reason: 'not used' }] });
  const args = ['--from', '1.31.5', '--to', '1.34.0', '--format', 'tsv', '--store', store];
  expect((await check(...args, '--config', ignore('1.35.0'))).out).not.toContain('operation-removed');
  const ended = await check(...args, '--config', ignore('1.34.0'));
  expect(ended.out).toContain('operation-removed');
  expect(ended.err).toContain('ended with 1.34.0');
});

test('a service that neither release has is a mistake, beside others too', async () => {
  for (const services of [['tini'], ['tiny', 'tini']]) {
    const named = services.flatMap((id) => ['--service', id]);
    const { code, out, err } = await check('--from', '1.31.5', '--to', '1.34.0', '--git', repository, ...named);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/tini/);
  }
});

test.each([
  [['--from', '1.2.0'], /begins with 1\.31\.5/],
  [['--from', '1.31.5', '--to', '9.0.0'], /ends with 1\.34\.0/],
  [['--from', '1.34.0', '--to', '1.31.5'], /newer than/],
  [['--from', '1.31.5', '--service', 'none'], /no service none/],
])('%j is a mistake', async (args, message) => {
  expect(await check(...args, '--store', store)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(message),
  });
});
