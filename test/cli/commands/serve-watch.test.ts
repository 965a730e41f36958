/** `serve --watch` says where its pages are, and leaves no folder behind. Astro's server is not started here. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serveWatching } from '../../../src/cli/commands/serve-watch.ts';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

vi.mock('astro', () => ({ dev: async () => ({ address: { port: 4321 }, stop: async () => {} }) }));

const folder = mkdtempSync(join(tmpdir(), 'apidelta-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = join(folder, 'store.db');

beforeAll(async () => {
  expect((await apidelta(['ingest', tinyModels(folder)[0], '--as', '1.0.0', '--store', store])).code).toBe(0);
});

/** Folders for servers that stand in this test's own place for temporary files. */
const left = () => readdirSync(folder).filter((name) => name.includes('watched'));

test.each([
  ['/', 'http://localhost:4321/\n'],
  ['/docs/', 'http://localhost:4321/docs/\n'],
])('with the base %s', async (base, address) => {
  vi.stubEnv('TMPDIR', folder);
  let out = '';
  const write = (text: string) => {
    out += text;
    // Whoever reads the address has seen enough.
    setTimeout(() => process.emit('SIGTERM'), 50);
  };
  expect(
    await serveWatching({ port: 0, base, store }, { stdout: { write }, stderr: { write: () => {} }, env: {} }),
  ).toBe(0);
  expect(out).toBe(address);
  expect(left()).toEqual([]);
});
