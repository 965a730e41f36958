/** A pipe, a socket, a device or a huge file where a command reads a file: one sentence at once, and exit code 2. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../tidy/source-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-pipes-'));
const at = (name: string) => path.join(folder, name);
const server = createServer();
beforeAll(async () => {
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync('pipe', at('link'));
  mkdirSync(at('folder'));
  for (const [name, size] of [
    ['huge', 3 * 2 ** 30],
    ['large', 2 ** 25 + 1],
  ] as const) {
    writeFileSync(at(name), '');
    truncateSync(at(name), size);
  }
  await new Promise<void>((done) => server.listen(at('socket'), done));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every process is one of its own; one that waits for a pipe would never end. */
const patience = 60_000;

function ran(...args: readonly string[]) {
  const main = path.join(root, 'src/cli/main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    ...{ cwd: root, encoding: 'utf8', timeout: patience, killSignal: 'SIGKILL' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { code: status, out: stdout, err: stderr };
}

const models = 'content/reference/1.40.72';
const commands = {
  '--config': (file: string) => ['diff', models, models, '--config', file],
  '--requirements': (file: string) => ['check', '--requirements', file],
} as const;
const options = ['--config', '--requirements'] as const;

test.each(options.flatMap((option) => ['pipe', 'link', 'socket', '/dev/zero'].map((name) => [option, name] as const)))(
  '%s %s',
  (option, name) => {
    const file = path.resolve(folder, name);
    expect(ran(...commands[option](file))).toEqual({
      code: 2,
      out: '',
      err: `\`${file}\` is neither a file nor a folder: write what it gives into a file, and name that.\n`,
    });
  },
  patience,
);

test.each(options.flatMap((option) => ['huge', 'large'].map((name) => [option, name] as const)))(
  '%s %s',
  (option, name) => {
    expect(ran(...commands[option](at(name)))).toEqual({
      code: 2,
      out: '',
      err: `\`${at(name)}\` is larger than 32 MiB, and is not read.\n`,
    });
  },
  patience,
);

test.each(['pipe', 'socket', 'folder'])(
  'a part of a store that is a %s',
  (name) => {
    const { code, out, err } = ran('merge', at(name), at(name), '--store', at('new.db'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^`.*` is (no store: it is neither a file nor a folder|a folder[^\n]*)\.\n$/);
  },
  patience,
);

test.each(['<(echo boto3)', '/dev/stdin < <(echo boto3)'])(
  'what the shell gives is read: %s',
  (given) => {
    const command = `"${process.execPath}" src/cli/main.ts check --requirements ${given}`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: root, encoding: 'utf8', timeout: patience });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^`\/dev\/(fd\/\d+|stdin)` does not pin a version \(`boto3`\)/);
  },
  patience,
);
