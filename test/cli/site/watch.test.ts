/** Tests `serve --watch`: pages are made when asked for, and say what a source says after it was changed. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { model } from '../../sources/scratch-folder.ts';

const main = path.join(import.meta.dirname, '../../../src/cli/main.ts');

test('a page shows what its source says now', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, '1.0.0', 'tea', '2020-01-01', 'service-2.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, model());
  const child = spawn(process.execPath, [main, 'serve', '--watch', '--from', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Vite does other things where a test runs it.
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(String(text)));
  const ended = new Promise((done) => child.once('exit', done));
  try {
    const address = () =>
      said
        .join('')
        .match(/http:\/\/localhost:\d+\//g)
        ?.at(-1);
    const service = async () => {
      const url = address();
      return url === undefined ? said.join('') : ((await fetch(`${url}services/tea/`).catch(() => null))?.text() ?? '');
    };
    await expect.poll(service, { timeout: 60_000, interval: 500 }).toContain('>Brew<');
    writeFileSync(file, model().replaceAll('Brew', 'Steep'));
    await expect.poll(service, { timeout: 60_000, interval: 500 }).toContain('>Steep<');
    writeFileSync(file, '{');
    await expect.poll(() => said.join(''), { timeout: 30_000, interval: 500 }).toContain('holds no source');
    expect(await service()).toContain('>Steep<');
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
});

test('a source that is not there is said', async () => {
  const said: string[] = [];
  const out = { write: (text: string) => said.push(text) > 0 };
  const code = await run(['serve', '--watch', '--from', '/nowhere/at/all'], { stdout: out, stderr: out, env: {} });
  expect([code, said.join('')]).toEqual([2, expect.stringContaining('There is no `/nowhere/at/all` to watch')]);
});
