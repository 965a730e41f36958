/** One process at a time makes the site of a folder: a second one is told so, and changes nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockSite } from '../../../src/cli/site/site-lock.ts';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-lock-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const [source] = tinyModels(top);
const out = join(top, 'site');
const env = { XDG_CACHE_HOME: join(top, 'cache') };
const refused = (named: string) =>
  `Another apidelta makes the site in \`${named}\` just now: wait until it is done, or name another folder with --out.\n`;
const build = (...more: string[]) => apidelta(['build', '--from', source, '--as', '1.0.0', ...more]);

test('of two builds into one folder the second one is told, and the first one is done', {
  timeout: 300_000,
}, async () => {
  const link = join(top, 'link');
  symlinkSync(out, link);
  const [first, second, byLink] = await Promise.all([build('--out', out), build('--out', out), build('--out', link)]);
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining('pages in') });
  expect(second).toEqual({ code: 2, out: '', err: refused(out) });
  expect(byLink).toEqual({ code: 2, out: '', err: refused(link) });
  expect(await build('--out', out, '--verify')).toMatchObject({ code: 0, out: '' });
  expect(await build('--out', out)).toMatchObject({ code: 0, err: expect.stringContaining('nothing new') });
});

test('a part, a merge and a build wait for each other, and another folder for nobody', {
  timeout: 300_000,
}, async () => {
  const parts = [join(top, 'part-1'), join(top, 'part-2')];
  for (const [at, part] of parts.entries())
    expect(await build('--out', part, '--shard', `${at + 1}/2`)).toMatchObject({ code: 0 });
  const whole = join(top, 'whole');
  const unlock = lockSite({ named: whole, folder: whole }, {});
  const merge = () => apidelta(['merge', ...parts, '--out', whole]);
  expect(await merge()).toEqual({ code: 2, out: '', err: refused(whole) });
  expect(existsSync(whole)).toBe(false);
  unlock();
  expect(await merge()).toMatchObject({ code: 0 });
  expect(readdirSync(whole)).toContain('index.html');
});

test('the lock of a process that was killed is none', async () => {
  const lock = new URL('../../../src/cli/site/site-lock.ts', import.meta.url).href;
  const place = { named: 'x', folder: join(top, 'x') };
  const code = `const { lockSite } = await import(${JSON.stringify(lock)}); lockSite(${JSON.stringify(place)}, ${JSON.stringify(env)}); console.log('locked'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  expect(() => lockSite(place, env)).toThrow('Another apidelta makes the site in `x` just now');
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockSite(place, env)();
});

test('without caches there is no lock, and a build is no worse than before', () => {
  const file = join(top, 'file');
  writeFileSync(file, '');
  mkdirSync(join(top, 'y'));
  lockSite({ named: 'y', folder: join(top, 'y') }, { XDG_CACHE_HOME: file })();
});
