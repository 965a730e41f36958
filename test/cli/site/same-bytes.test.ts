/** The site is a function of its sources: the clock's zone and the language of the machine change no byte of it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { contentsOf } from './tiny-site.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-same-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const root = join(import.meta.dirname, '../../..');

function siteOf(name: string, env: Record<string, string>): Readonly<Record<string, string>> {
  const out = join(top, name);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'src/cli/main.ts'),
      'build',
      '--from',
      'content',
      '--out',
      out,
      '--site',
      'https://example.org',
      '--headers',
    ],
    { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  return contentsOf(out);
}

test('time zones on both sides of the date line, a language with other letters, names of the environment', () => {
  const usual = siteOf('usual', { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' });
  expect(Object.keys(usual).length).toBeGreaterThan(100);
  expect(usual['index.html']).toContain('http-equiv=Content-Security-Policy');
  for (const [name, env] of [
    ['east', { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['west', { TZ: 'America/Los_Angeles', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }],
    // Astro would take these for its own.
    ['named', { BASE_URL: '/evil/', SITE: 'https://evil.example', MODE: 'development', PROD: '' }],
    // Where nothing is kept pages are compiled, and Vite would go by this one.
    ['developed', { NODE_ENV: 'development', DEV: '1', XDG_CACHE_HOME: join(top, 'developed-cache') }],
    ['deployed', { NODE_ENV: 'production', DEV: '', VITEST: '', XDG_CACHE_HOME: join(top, 'deployed-cache') }],
  ] as const) {
    const other = siteOf(name, env);
    expect(
      Object.keys(other).filter((file) => other[file] !== usual[file]),
      name,
    ).toEqual([]);
    expect(Object.keys(other), name).toEqual(Object.keys(usual));
  }
}, 300_000);
