/** Builds the site of `content/` into a temporary folder and prints the time per page. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');

/** One line: milliseconds per page of the build, or the reason why there are none. */
export async function benchBuild(): Promise<string> {
  const content = path.join(root, 'content');
  if (!existsSync(content)) return 'ms a page of the build: not measured, there is no content/';
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-bench-'));
  const out = path.join(folder, 'site');
  const start = performance.now();
  const built = spawnSync(
    process.execPath,
    ['src/cli/main.ts', 'build', '--from', content, '--out', out, '--store', path.join(folder, 'store.db')],
    { cwd: root, encoding: 'utf8' },
  );
  const milliseconds = performance.now() - start;
  const pages = existsSync(out)
    ? readdirSync(out, { recursive: true }).filter((name) => String(name).endsWith('.html')).length
    : 0;
  rmSync(folder, { recursive: true, force: true });
  if (built.status !== 0 || pages === 0)
    return `ms a page of the build: not measured, the build ended with ${built.status}: ${built.stderr.trim().split('\n').at(-1) ?? ''}`;
  return `${(milliseconds / pages).toFixed(1)} ms a page of the build: ${pages} pages in ${(milliseconds / 1000).toFixed(1)} s, everything included`;
}
