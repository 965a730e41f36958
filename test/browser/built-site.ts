/** Builds the site from `content` once for all browser tests, and serves it. */
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

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
export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-site-'));
  const out = process.env.APIDELTA_TEST_SITE ?? path.join(folder, 'out');
  if (process.env.APIDELTA_TEST_SITE === undefined) {
    const store = path.join(folder, 'store.db');
    const build = ['src/cli/main.ts', 'build', '--from', 'content', '--store', store, '--out', out, '--base', base];
    execFileSync(process.execPath, build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = decodeURIComponent(pathname).replace(base, '/');
    const file = path.join(out, inside.endsWith('/') ? `${inside}index.html` : inside);
    const found = file.startsWith(out) && existsSync(file);
    response.writeHead(found ? 200 : 404, { 'content-type': types[path.extname(file)] ?? 'text/plain' });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  project.provide('site', `http://127.0.0.1:${port}${base}`);
  project.provide('pages', pagesIn(out));
  cleanUp = async () => {
    await new Promise((closed) => server.close(closed));
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Stops serving, and removes what was built. */
export async function teardown(): Promise<void> {
  await cleanUp?.();
}

let cleanUp: (() => Promise<void>) | undefined;

function pagesIn(out: string): readonly string[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .map((file) => file.split(path.sep).slice(0, -1).map(encodeURIComponent).join('/'))
    .map((folder) => (folder === '' ? '' : `${folder}/`))
    .sort();
}

const base = process.env.APIDELTA_TEST_BASE ?? '/docs/';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.xml': 'application/xml',
  '.json': 'application/json',
};
