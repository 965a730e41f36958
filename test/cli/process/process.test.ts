/** The command as a process: its streams, and what is Node's and not ours to say. */
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder } from '../../../src/cli/compile-cache.ts';
import { explain } from '../../../src/cli/explain.ts';
import { guardProcess } from '../../../src/cli/guard-process.ts';
import { guarded } from '../../../src/store/database/store-error.ts';

const main = join(import.meta.dirname, '../../../src/cli/main.ts');

/** Runs a line of the shell in which `apidelta` is the command. */
function shell(line: string, env: Record<string, string> = {}): { code: string; said: string } {
  const script = `apidelta() { "${process.execPath}" "${main}" "$@"; }\n${line}`;
  const { stderr, stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env: { ...process.env, ...env } });
  return { code: stdout.trim().split('\n').at(-1) ?? '', said: stderr };
}

test('a full disk behind the output is 2 and a sentence, of errors too', () => {
  for (const command of ['rules', '--help', 'rules --format json'])
    expect(shell(`apidelta ${command} >/dev/full; echo $?`), command).toEqual({
      code: '2',
      said: 'The output cannot be written: the disk is full.\n',
    });
  expect(shell('apidelta frobnicate 2>/dev/full; echo $?')).toEqual({ code: '2', said: '' });
});

test('a closed pipe is 0, whatever is printed; where nobody hears the error, the exit code tells', () => {
  for (const command of ['rules', 'rules --format json', '--help'])
    expect(shell(`apidelta ${command} | true; echo \${PIPESTATUS[0]}`), command).toEqual({ code: '0', said: '' });
  expect(shell(`apidelta frobnicate 2>&1 | true; echo \${PIPESTATUS[0]}`).code).toBe('2');
  expect(shell('apidelta frobnicate 2>&-; echo $?').code).toBe('2');
});

test('Node’s own warnings are not printed, in no thread; an error outside of a command is one sentence', () => {
  const said = new EventEmitter();
  said.on('warning', () => {
    throw new Error('printed');
  });
  const fake = Object.assign(said, { env: {}, stdout: new EventEmitter(), stderr: new EventEmitter() });
  guardProcess(fake as unknown as NodeJS.Process);
  said.emit('warning', new Error('SQLite is young'));
  expect(fake.env).toEqual({ NODE_NO_WARNINGS: '1' });
  expect(said.listenerCount('uncaughtException')).toBe(1);
});

test('the compiled code is kept with the caches of the user, not in the temporary folder', () => {
  const [temporary, cache] = [mkdtempSync(join(tmpdir(), 'a-')), mkdtempSync(join(tmpdir(), 'b-'))];
  shell('unset NODE_COMPILE_CACHE; apidelta rules', { TMPDIR: temporary, XDG_CACHE_HOME: cache });
  expect(readdirSync(temporary)).toEqual([]);
  expect(existsSync(join(cache, 'apidelta', 'compiled'))).toBe(true);
  expect(cacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux')).toMatch(/\.cache/);
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    expect(cacheFolder({}, platform)).not.toContain('undefined');
  for (const folder of [temporary, cache]) rmSync(folder, { recursive: true });
});

test('errors of the system, of the bundler and of SQLite are sentences', () => {
  const wrapped = new Error('Build failed', { cause: new Error("EMFILE: too many open files, open 'a.astro'") });
  expect(explain(wrapped)).toMatch(/^`a\.astro` cannot be used: too many files are open/);
  expect(explain(new Error('[builtin] File too large (os error 27)\n    at x'))).toMatch(
    /^A file cannot be used: it would be larger/,
  );
  const failing = () =>
    guarded('s.db', () => {
      throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 778 });
    });
  expect(failing).toThrow(
    /^The store `s\.db` cannot be read or written \(disk I\/O error\): the disk fails or is full/,
  );
  expect(explain(new TypeError('x is no function'))).toMatch(/should not have/);
});
