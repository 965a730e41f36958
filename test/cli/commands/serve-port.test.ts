/** A port that is taken is no reason to give up: the site is served at the next one that is free. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'apidelta-port-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('beside another server', async () => {
  writeFileSync(join(folder, 'index.html'), 'Tea.');
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, 'localhost', done));
  // It listens on a port of the machine, not on a pipe.
  const { port } = other.address() as AddressInfo;
  const child = spawn(process.execPath, [main, 'serve', '--out', folder, '--port', String(port)]);
  try {
    const said = await new Promise<string>((done) => {
      child.stdout.once('data', (data) => done(String(data)));
      child.stderr.once('data', (data) => done(String(data)));
    });
    const used = Number(/^http:\/\/localhost:(\d+)\/\n$/.exec(said)?.[1]);
    expect(used, said).toBeGreaterThan(port);
    expect(used).toBeLessThanOrEqual(port + 20);
    expect(await (await fetch(said.trim())).text()).toBe('Tea.');
  } finally {
    child.kill();
    other.close();
  }
  expect(await new Promise((done) => child.once('exit', done))).toBe(0);
});
