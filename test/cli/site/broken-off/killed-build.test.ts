/** `build` as a process: killed and stopped at any moment, and with less than it needs, it leaves a whole site and nothing of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  hashOf,
  manifestName,
  readSiteList,
  type SiteFiles,
  type SiteList,
  type UnitList,
  writeSiteList,
} from '../../../../src/cli/site/manifest.ts';
import { recoverSite } from '../../../../src/cli/site/recover.ts';
import { besideOf } from '../../../../src/cli/site/replace-folder.ts';
import { markOf, ownMark } from '../../../../src/sources/index.ts';
import { contentsOf, write } from '../tiny-site.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-killed-'));
const [temporary, out] = [join(top, 'tmp'), join(top, 'dist')];
afterAll(() => rmSync(top, { recursive: true, force: true }));
const root = join(import.meta.dirname, '../../../..');
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

/** Makes the site one of other code, so that a build makes all of it, or one whose unit was made from something else, so that it makes that. */
function age(part: 'code' | 'unit'): void {
  const list = readSiteList(out) as SiteList;
  const older = part === 'code' ? { ...list, code: 'older' } : { ...list, units: olderUnits(list) };
  writeSiteList(out, older);
}

function olderUnits({ units }: SiteList): SiteList['units'] {
  const unit = units.get('reference elbv2') as UnitList;
  return new Map([...units, ['reference elbv2', { print: 'older', files: aged(unit.files) }]]);
}

/** One page says something else, one is not there any more. */
function aged(files: SiteFiles): SiteFiles {
  const [gone = '', other = ''] = [...files.keys()].filter((name) => name.endsWith('/index.html'));
  rmSync(join(out, gone));
  writeFileSync(join(out, other), 'older');
  return new Map(
    [...files].flatMap(([name, hash]) =>
      name === gone ? [] : [[name, name === other ? hashOf(join(out, other)) : hash]],
    ),
  );
}

/** What stands there, without the list: that says of which code it is. */
function pagesIn(folder: string): Readonly<Record<string, string>> {
  const { [manifestName]: _, ...pages } = contentsOf(folder);
  return pages;
}

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
    age('code');
    const before = pagesIn(out);
    await endBy('SIGKILL', 200 + (state / 2_147_483_648) * 4_000);
    // What the next build or serve does first.
    recoverSite(out, { stdout: { write: () => {} }, stderr: { write: () => {} }, env: {} });
    expect(pagesIn(out)).toEqual(before);
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
    age('code');
    const old = pagesIn(out);
    dieAt(step);
    expect(pagesIn(out), step).toEqual(old);
  }
  for (const name of Object.keys(mine)) rmSync(join(out, name));
  expect(build().status).toBe(0);
  expect(contentsOf(out)).toEqual(whole);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(top).sort()).toEqual(['dist', 'tmp']);
}, 120_000);

test('killed before each step of an update: what stands there is the old site or the new one, and the next build is as if nothing had been', () => {
  for (const step of ['lay inside', 'be ready', 'move services', 'remove', 'move the list', 'clear away']) {
    expect(build().status).toBe(0);
    age('unit');
    write(out, { 'services/elbv2/ModifyRule/gone/index.html': 'of an operation that is gone' });
    const list = readSiteList(out) as SiteList;
    const gone = 'services/elbv2/ModifyRule/gone/index.html';
    const rest = new Map([...list.rest, [gone, hashOf(join(out, gone))]]);
    writeSiteList(out, { ...list, rest });
    const old = contentsOf(out);
    dieAt(step);
    expect(contentsOf(out), step).toEqual(step === 'lay inside' || step === 'be ready' ? old : whole);
  }
  expect(build().stderr).toContain('nothing new');
  expect(contentsOf(out)).toEqual(whole);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(top).sort()).toEqual(['dist', 'tmp']);
}, 120_000);

/** Kills a build before a step, and does what the next one does first. */
function dieAt(step: string): void {
  const script = join(import.meta.dirname, 'build-and-die.ts');
  expect(spawnSync(process.execPath, [script, out, step], settings).signal, step).toBe('SIGKILL');
  recoverSite(out, { stdout: { write: () => {} }, stderr: { write: () => {} }, env: {} });
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s: it ends by it, and clears away itself',
  async (signal) => {
    age('code');
    const before = contentsOf(out);
    const { signalCode } = await endBy(signal, 'work');
    expect(signalCode).toBe(signal);
    expect(contentsOf(out)).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  },
  60_000,
);

test('a site that stood aside when the process was killed is there again when it is served', async () => {
  expect(build().status).toBe(0);
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
    age('code');
    const before = contentsOf(out);
    const script = `${limit}; exec "$0" "$@"`;
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, ...arguments_], settings);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n').at(-1)).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(contentsOf(out)).toEqual(before);
    // Without a free handle not even a folder can be removed: the next build does it.
    expect(build().status).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  },
  60_000,
);
