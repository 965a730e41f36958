/** `build` as a process: killed and stopped at any moment, and with less than it needs, it leaves a whole site and nothing of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recoverSite } from '../../../src/cli/site/recover.ts';
import { besideOf } from '../../../src/cli/site/replace-folder.ts';
import { markOf, ownMark } from '../../../src/sources/index.ts';
import { contentsOf, write } from './tiny-site.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-killed-'));
const [temporary, out] = [join(top, 'tmp'), join(top, 'dist')];
afterAll(() => rmSync(top, { recursive: true, force: true }));
const root = join(import.meta.dirname, '../../..');
const main = join(root, 'src/cli/main.ts');
const arguments_ = [main, 'build', '--from', 'content/reference/1.40.73', '--out', out];
const settings = { cwd: root, env: { ...process.env, TMPDIR: temporary }, encoding: 'utf8' } as const;
const build = () => spawnSync(process.execPath, arguments_, settings);
let whole: Readonly<Record<string, string>> = {};

beforeAll(() => {
  mkdirSync(temporary);
  expect(build().status).toBe(0);
  whole = contentsOf(out);
}, 60_000);

/** Ends a build by a signal, after some time or at its first file in the temporary folder. */
async function endBy(signal: NodeJS.Signals, moment: number | 'work'): Promise<ChildProcess> {
  const child = spawn(process.execPath, arguments_, { ...settings, stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  const hasWork = () => readdirSync(temporary).some((name) => name.startsWith('apidelta-site-'));
  if (moment === 'work')
    while (child.exitCode === null && !hasWork()) await new Promise((done) => setTimeout(done, 10));
  else await new Promise((done) => setTimeout(done, moment));
  child.kill(signal);
  await ended;
  return child;
}

test('killed at random moments, and once more without a site: what stands is whole, and the next run clears away', async () => {
  let state = 20_261_010;
  for (let kill = 0; kill < 8; kill++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    await endBy('SIGKILL', 200 + (state / 2_147_483_648) * 4_000);
    // What the next build or serve does first.
    recoverSite(out, { stdout: { write: () => {} }, stderr: { write: () => {} }, env: {} });
    expect(contentsOf(out)).toEqual(whole);
  }
  await endBy('SIGKILL', 'work');
  expect(readdirSync(temporary).length).toBeGreaterThan(0);
  rmSync(out, { recursive: true });
  expect(build().status).toBe(0);
  expect(contentsOf(out)).toEqual(whole);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(top).sort()).toEqual(['dist', 'tmp']);
}, 180_000);

test('killed before each step of the replacement: nothing is lost, and the next build is as if nothing had been', () => {
  const mine = { CNAME: 'example.org', 'services/elbv2/notes.txt': 'mine' };
  write(out, mine);
  for (const step of [
    'lay beside',
    'go aside',
    'take the place',
    'bring over',
    'drop the old one',
    'remove the old one',
  ]) {
    const script = join(import.meta.dirname, 'build-and-die.ts');
    expect(spawnSync(process.execPath, [script, out, step], settings).signal, step).toBe('SIGKILL');
    recoverSite(out, { stdout: { write: () => {} }, stderr: { write: () => {} }, env: {} });
    expect(contentsOf(out), step).toEqual({ ...whole, ...mine });
  }
  for (const name of Object.keys(mine)) rmSync(join(out, name));
  expect(build().status).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(top).sort()).toEqual(['dist', 'tmp']);
}, 120_000);

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s: it ends by it, and clears away itself',
  async (signal) => {
    const { signalCode } = await endBy(signal, 'work');
    expect(signalCode).toBe(signal);
    expect(contentsOf(out)).toEqual(whole);
    expect(readdirSync(temporary)).toEqual([]);
  },
  60_000,
);

test('a site that stood aside when the process was killed is there again when it is served', async () => {
  const dead = spawn(process.execPath, ['-e', '']);
  await new Promise((done) => dead.once('exit', done));
  const [host = ''] = ownMark.split('-');
  renameSync(out, besideOf(out, 'last', markOf({ host, pid: dead.pid ?? 0, began: '0', since: 0 })));
  const served = spawn(process.execPath, [main, 'serve', '--out', out, '--port', '0'], settings);
  const address = await new Promise<string>((done) => served.stdout.once('data', (text) => done(String(text).trim())));
  expect((await fetch(address)).status).toBe(200);
  served.kill('SIGTERM');
  await new Promise((done) => served.once('exit', done));
  expect(contentsOf(out)).toEqual(whole);
}, 60_000);

test.each([
  ['ulimit -f 100', /limit/],
  ['ulimit -n 26', /too many files are open/],
])(
  'with %s it says one sentence, and the site stays',
  (limit, sentence) => {
    const script = `${limit}; exec "$0" "$@"`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, ...arguments_], settings);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n').at(-1)).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(contentsOf(out)).toEqual(whole);
    // Without a free handle not even a folder can be removed: the next build does it.
    expect(build().status).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  },
  60_000,
);
