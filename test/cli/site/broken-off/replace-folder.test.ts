/** Replacing a site: ended at any step, what was there or what is new stands whole after the next build or serve. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { insideOf } from '../../../../src/cli/site/fill-folder.ts';
import { recoverSite } from '../../../../src/cli/site/recover.ts';
import { besideOf, replaceFolder } from '../../../../src/cli/site/replace-folder.ts';
import { isAbandoned, markOf, ownMark, removeAbandonedFolders } from '../../../../src/sources/index.ts';
import { contentsOf, listOf, makeOldSite, makeSite, write } from '../tiny-site.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-replace-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let count = 0;
const fresh = (): string => join(top, String(count++), 'dist');

const mine = { CNAME: 'example.org', '.git/HEAD': 'ref', '.git/objects/a': 'a', 'services/ec2/notes.txt': 'mine' };
const io = { stdout: { write: () => {} }, stderr: { write: () => {} }, env: {} };
const [oldOne, newOne] = [contentsOf(makeSite(fresh(), 'old')), contentsOf(makeSite(fresh(), 'new'))];

/** Replaces in a process that ends at a step; gives whether it got to its end. */
function run(way: string, built: string, to: string, last: number): boolean {
  const script = join(import.meta.dirname, 'replace-and-die.ts');
  const { stdout, stderr, signal } = spawnSync(process.execPath, [script, way, built, to, String(last)], {
    encoding: 'utf8',
  });
  if (signal !== 'SIGKILL' && stdout === '') throw new Error(stderr);
  return signal !== 'SIGKILL';
}

function replace(built: string, to: string): void {
  replaceFolder(built, listOf(built), { named: to, folder: to });
}

test.each(['swap', 'fill'])(
  '%s: killed at each step, the next run finds the old site or the new one, and all that is not ours',
  (way) => {
    const ends = new Set<string>();
    let step = 0;
    for (let done = false; !done; step++) {
      const to = write(makeSite(fresh(), 'old'), mine);
      done = run(way, makeSite(fresh(), 'new'), to, step);
      recoverSite(to, io);
      const found = contentsOf(to);
      expect(
        [
          { ...oldOne, ...mine },
          { ...newOne, ...mine },
        ],
        `step ${step}`,
      ).toContainEqual(found);
      ends.add(found['index.html'] ?? '');
      // Nothing of ours is left beside it, nor in it.
      expect(readdirSync(dirname(to)), `step ${step}`).toEqual(['dist']);
      replace(makeSite(fresh(), 'new'), to);
      expect(contentsOf(to)).toEqual({ ...newOne, ...mine });
    }
    expect(step).toBeGreaterThan(5);
    expect([...ends].sort()).toEqual(['home of new', 'home of old']);
  },
  120_000,
);

test.each(['swap', 'fill'])(
  '%s: a site without a list is replaced whole, and so is a folder with nothing in it',
  (way) => {
    for (const make of [(to: string) => makeOldSite(to, 'old'), (to: string) => mkdirSync(to, { recursive: true })]) {
      const to = fresh();
      make(to);
      expect(run(way, makeSite(fresh(), 'new'), to, -1)).toBe(true);
      expect(contentsOf(to)).toEqual(newOne);
    }
  },
);

test('folders with nothing of ours in them stay, links among them, and links are not followed', () => {
  const elsewhere = write(fresh(), { 'precious.txt': 'x' });
  const to = makeSite(fresh(), 'old');
  mkdirSync(join(to, 'empty'));
  symlinkSync(elsewhere, join(to, 'link'));
  replace(makeSite(fresh(), 'new'), to);
  expect(existsSync(join(to, 'empty'))).toBe(true);
  expect(contentsOf(elsewhere)).toEqual({ 'precious.txt': 'x' });
  expect(existsSync(join(to, 'link', 'precious.txt'))).toBe(true);
});

test('what is in the way of a new page stops the build, and everything is as it was', () => {
  const to = write(makeSite(fresh(), 'old'), { 'services/new': 'a file where a folder has to be' });
  const before = contentsOf(to);
  expect(() => replace(makeSite(fresh(), 'new'), to)).toThrow(/services\/new` is not of apidelta and is in the way/);
  expect(contentsOf(to)).toEqual(before);
});

test('what is left of living processes is left alone; what dead ones left goes', () => {
  const to = makeSite(fresh(), 'old');
  const host = ownMark.split('-')[0] ?? '';
  const now = Math.floor(Date.now() / 1000);
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const [alive, gone] = [
    markOf({ host, pid: process.ppid, began: '0', since: now }),
    markOf({ host, pid: dead, began: '0', since: now }),
  ];
  const lives = [besideOf(to, 'next', alive), besideOf(to, 'last', alive), insideOf(to, 'next', alive)];
  const dies = [besideOf(to, 'next', gone), besideOf(to, 'gone', gone), insideOf(to, 'next', gone)];
  for (const folder of [...lives, ...dies]) write(folder, { x: 'x' });
  recoverSite(to, io);
  expect(lives.map((folder) => existsSync(folder))).toEqual([true, true, true]);
  expect(dies.map((folder) => existsSync(folder))).toEqual([false, false, false]);
});

test('a site that another process puts in its place just now is waited for', () => {
  const to = fresh();
  const host = ownMark.split('-')[0] ?? '';
  write(besideOf(to, 'last', markOf({ host, pid: process.ppid, began: '0', since: 0 })), { x: 'x' });
  expect(() => recoverSite(to, io)).toThrow(/Another apidelta/);
});

test('marks: this process, one whose number came back, another machine today and long ago', () => {
  const [host = '', pid = '', , since = ''] = ownMark.split('-');
  const now = Number.parseInt(since, 36);
  expect(isAbandoned(ownMark)).toBe(false);
  expect(isAbandoned(`${host}-${pid}-zzz-${since}`)).toBe(existsSync('/proc/self/stat'));
  expect(isAbandoned(markOf({ host: '00000000', pid: 1, began: '1', since: now }))).toBe(false);
  expect(isAbandoned(markOf({ host: '00000000', pid: 1, began: '1', since: now - 1_000_000 }))).toBe(true);
});

test('names of the version before: a site that stood aside comes back, what is not ours stays', () => {
  const to = fresh();
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const beside = (purpose: string) => join(dirname(to), `.dist.${purpose}-${dead}`);
  makeOldSite(beside('last'), 'old');
  makeOldSite(beside('next'), 'new');
  write(dirname(to), { [`.dist.trial-${dead}`]: '', '.dist.last-notes': 'mine' });
  recoverSite(to, io);
  expect(contentsOf(to)['index.html']).toBe('home of old');
  expect(readdirSync(dirname(to)).sort()).toEqual(['.dist.last-notes', 'dist']);
});

test('temporary folders of dead processes go, those of living ones and of others stay', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const host = ownMark.split('-')[0] ?? '';
  const names = [
    `apidelta-site-${markOf({ host, pid: dead, began: '0', since: 0 })}-aaaaaa`,
    `apidelta-site-${markOf({ host, pid: process.ppid, began: '0', since: 0 })}-bbbbbb`,
    'apidelta-site-cccccc',
  ].map((name) => join(tmpdir(), name));
  for (const folder of names) write(folder, { x: 'x' });
  removeAbandonedFolders();
  expect(names.map((folder) => existsSync(folder))).toEqual([false, true, true]);
  for (const folder of names) rmSync(folder, { recursive: true, force: true });
});
