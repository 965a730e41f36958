/** Builds the site from `content` once for all browser tests, and serves it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveFolder } from './serve-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the site, with a slash at its end. */
    readonly site: string;
    /** The paths of all pages. */
    readonly pages: readonly string[];
  }
}

const root = path.join(import.meta.dirname, '..', '..');

/** Builds and serves; the site lives under a base path, because that is where links break. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-site-'));
  const out = process.env.APIDELTA_TEST_SITE ?? path.join(folder, 'out');
  if (process.env.APIDELTA_TEST_SITE === undefined) {
    const store = path.join(folder, 'store.db');
    const build = ['src/cli/main.ts', 'build', '--from', 'content', '--store', store, '--out', out, '--base', base];
    execFileSync(process.execPath, build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const served = await serveFolder(out, base);
  project.provide('site', served.url);
  project.provide('pages', pagesIn(out));
  // Stops serving, and removes what was built.
  return async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

function pagesIn(out: string): readonly string[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .map((file) => file.split(path.sep).slice(0, -1).map(encodeURIComponent).join('/'))
    .map((folder) => (folder === '' ? '' : `${folder}/`))
    .sort();
}

const base = process.env.APIDELTA_TEST_BASE ?? '/docs/';
