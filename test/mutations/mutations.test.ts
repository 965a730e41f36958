/** Mutations of real inputs of every dialect: nothing throws, hangs, or writes where it was not told to. */
import { type ForkOptions, fork, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { roundsOf } from '../rounds.ts';
import { describeShared } from '../shared.ts';
import type { Ended } from './ingest-child.ts';

/** Whoever takes longer hangs. */
const maxMilliseconds = 60_000;
const perChild = 100;
const main = path.join(import.meta.dirname, '../../src/cli/main.ts');

/** Runs a child, which tells which seed it is at; a sentence where it fails or hangs. */
async function problemIn(
  file: string,
  args: readonly string[],
  options: ForkOptions = {},
  onEnded: (ended: Ended) => unknown = () => {},
): Promise<string | undefined> {
  const child = fork(path.join(import.meta.dirname, file), args, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    ...options,
  });
  let at: unknown = 'the start';
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  const isAlive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), maxMilliseconds);
  };
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  child.on('message', (message) => {
    if (typeof message === 'object') onEnded(message as Ended);
    else at = message;
    isAlive();
  });
  isAlive();
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (...end) => resolve(end)),
  );
  clearTimeout(timer);
  if (at === 'done' && code === 0) return undefined;
  return `Seed ${at}: ${signal === null ? `exit code ${code}` : 'it hangs'}\n${said.slice(0, 2000)}`;
}

describeShared('mutations of real inputs', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'apidelta-mutations-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('are parsed and compared', { timeout: 3_600_000 }, async () => {
    const count = roundsOf(1000);
    for (let first = 1; first <= count; first += perChild)
      expect(await problemIn('child.ts', [`${first}`, `${Math.min(perChild, count - first + 1)}`])).toBeUndefined();
  });

  test('go into a store and a site, and nowhere else', { timeout: 3_600_000 }, async () => {
    const inside = (name: string) => path.join(root, name);
    for (const name of ['in', 'tmp', 'work']) mkdirSync(inside(name));
    writeFileSync(inside('sentinel'), 'untouched');
    const there = {
      cwd: inside('work'),
      env: { ...process.env, TMPDIR: inside('tmp'), HOME: inside('tmp') },
    };
    const ended: Ended[] = [];
    const problem = await problemIn('ingest-child.ts', [root, `${roundsOf(100)}`], there, (one) => ended.push(one));
    expect(problem).toBeUndefined();
    for (const { seed, code, err } of ended) {
      expect({ seed, stack: /\n\s+at /.exec(err)?.[0] }).toEqual({ seed, stack: undefined });
      expect([0, 2], `${seed}: ${err}`).toContain(code);
    }
    expect(ended).toHaveLength(roundsOf(100));
    expect(ended.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
    const built = spawnSync(process.execPath, [main, 'build', '--store', inside('store.db'), '--out', inside('site')], {
      ...there,
      encoding: 'utf8',
      timeout: 20 * maxMilliseconds,
      killSignal: 'SIGKILL',
    });
    const { status, signal, stderr } = built;
    expect({ status, signal }, stderr).toEqual({ status: 0, signal: null });
    expect(existsSync(inside('site/index.html'))).toBe(true);
    expect(
      readdirSync(root)
        .filter((name) => !name.startsWith('store.db'))
        .sort(),
    ).toEqual(['in', 'sentinel', 'site', 'tmp', 'work']);
    expect(readFileSync(inside('sentinel'), 'utf8')).toBe('untouched');
    expect(readdirSync(inside('work'))).toEqual([]);
  });
});
