/** Mutations of real inputs of every dialect: nothing throws, hangs, or writes where it was not told to. */
import { fork, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Random } from '../generate/random.ts';
import { roundsOf } from '../rounds.ts';
import { describeShared } from '../shared.ts';
import { realInputs } from './inputs.ts';
import { mutated } from './mutate.ts';

/** Whoever takes longer hangs. */
const maxMilliseconds = 60_000;
const perChild = 100;
const main = path.join(import.meta.dirname, '../../src/cli/main.ts');

/** Runs a child over some seeds; a sentence where it fails or hangs. */
async function problemIn(first: number, count: number): Promise<string | undefined> {
  const child = fork(path.join(import.meta.dirname, 'child.ts'), [String(first), String(count)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
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
    at = message;
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
      expect(await problemIn(first, Math.min(perChild, count - first + 1))).toBeUndefined();
  });

  test('go into a store and a site, and nowhere else', { timeout: 3_600_000 }, () => {
    const inside = (name: string) => path.join(root, name);
    for (const name of ['in', 'tmp', 'work']) mkdirSync(inside(name));
    writeFileSync(inside('sentinel'), 'untouched');
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [main, ...args], {
        cwd: inside('work'),
        env: { ...process.env, TMPDIR: inside('tmp'), HOME: inside('tmp') },
        encoding: 'utf8',
        timeout: args[0] === 'build' ? 20 * maxMilliseconds : maxMilliseconds,
        killSignal: 'SIGKILL',
      });
    const inputs = realInputs();
    let taken = 0;
    for (let seed = 1; seed <= roundsOf(100); seed++) {
      const random = new Random(10_000 + seed);
      const input = inputs[seed % inputs.length];
      if (input === undefined) return;
      const file = path.join(inside('in'), `${seed}`, input.name);
      mkdirSync(path.dirname(file));
      writeFileSync(file, mutated(random, input.bytes));
      const { status, signal, stderr } = run('ingest', file, '--store', inside('store.db'), '--as', `1.${seed}.0`);
      expect({ seed, signal, stack: /\n\s+at /.exec(stderr)?.[0] }).toEqual({ seed, signal: null, stack: undefined });
      expect([0, 2], `${seed}: ${stderr}`).toContain(status);
      if (status === 0) taken++;
    }
    expect(taken).toBeGreaterThan(0);
    const { status, signal, stderr } = run('build', '--store', inside('store.db'), '--out', inside('site'));
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
