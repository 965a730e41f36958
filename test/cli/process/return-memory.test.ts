/** Large commands start again with a setting of glibc, as the same process; others start once. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Restartable, returnMemory } from '../../../src/cli/return-memory.ts';

const setting = { MALLOC_MMAP_THRESHOLD_: '131072' };

/** What a process would be started with again; null if it is not. */
function again(argv: readonly string[], more: Partial<Restartable> = {}) {
  let started: readonly unknown[] | null = null;
  const at = {
    ...{ argv: ['/bin/node', '/a/main.js', ...argv], env: { HOME: '/h' }, execArgv: ['--no-opt'] },
    ...{ execPath: '/bin/node', platform: 'linux', channel: undefined },
    execve(...args: readonly unknown[]) {
      started = args;
    },
    ...more,
  };
  // The real function does not return, this one does.
  returnMemory(at as unknown as Restartable);
  return started;
}

describe('a large command starts again', () => {
  test('with its own options, those of Node, and the setting', () => {
    const options = ['build', '--out', 'a b'];
    expect(again(options)).toEqual([
      '/bin/node',
      ['/bin/node', '--no-opt', '/a/main.js', ...options],
      { HOME: '/h', ...setting },
    ]);
    expect(again(['build'])).not.toBeNull();
  });

  test('but not a small one, nor one that has the setting or another one', () => {
    for (const argv of [[], ['--help'], ['log', 'build'], ['ingest', 'a']]) expect(again(argv)).toBeNull();
    for (const env of [setting, { MALLOC_MMAP_THRESHOLD_: '' }, { GLIBC_TUNABLES: 'glibc.malloc.check=1' }])
      expect(again(['build'], { env })).toBeNull();
  });

  test('nor where that is impossible, or would cut a connection', () => {
    expect(again(['build'], { platform: 'darwin' })).toBeNull();
    expect(again(['build'], { channel: {} as unknown as Restartable['channel'] & object })).toBeNull();
    expect(() =>
      again(['build'], { execve: undefined as unknown as NonNullable<Restartable['execve']> }),
    ).not.toThrow();
  });
});

test('the process is the same one, and so are its words and its exit code', () => {
  const main = path.join(import.meta.dirname, '../../../src/cli/main.ts');
  const code = "process.stderr.write(process.pid + ' ' + process.env.MALLOC_MMAP_THRESHOLD_ + '\\n')";
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of ['MALLOC_MMAP_THRESHOLD_', 'GLIBC_TUNABLES', 'NODE_CHANNEL_FD']) delete env[name];
  const { status, stderr, pid } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(code)}`, main, 'build', '--workers', 'none'],
    { env, encoding: 'utf8' },
  );
  const starts = process.platform === 'linux' ? ['undefined', '131072'] : ['undefined'];
  expect(stderr.split('\n').slice(0, starts.length)).toEqual(starts.map((value) => `${pid} ${value}`));
  expect(stderr).toContain('--workers');
  expect(status).toBe(2);
});
