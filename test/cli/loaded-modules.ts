/** Which modules a command loads, by a hook of Node's loader: what is counted is the same on every machine. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../tidy/source-file.ts';

/** Says on the error stream what was loaded, when the process ends. */
const hook = `
import { registerHooks } from 'node:module';
const loaded = new Set();
registerHooks({ load(url, context, next) { loaded.add(url); return next(url, context); } });
process.on('exit', () => process.stderr.write('\\nloaded ' + JSON.stringify([...loaded])));`;

export interface Loaded {
  readonly code: number | null;
  /** Files of ours, from `src` on: `cli/run.ts`. */
  readonly ours: readonly string[];
  /** Packages with files of theirs. */
  readonly packages: readonly string[];
  /** All of them, Node's own left out. */
  readonly count: number;
}

/** Runs a command and lists what it loaded. */
export function modulesOf(...args: readonly string[]): Loaded {
  const run = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, path.join(root, 'src/cli/main.ts')];
  const { status, stderr } = spawnSync(process.execPath, [...run, ...args], { cwd: root, encoding: 'utf8' });
  const urls = JSON.parse(/\nloaded (.*)$/.exec(stderr)?.[1] ?? '[]') as readonly string[];
  const files = urls.filter((url) => url.startsWith('file:')).map((url) => decodeURIComponent(new URL(url).pathname));
  return {
    code: status,
    ours: files.flatMap(
      (file) => /\/src\/((?:cli|model|parse|sources|diff|store|view|feed)\/.*)$/.exec(file)?.[1] ?? [],
    ),
    packages: [
      ...new Set(files.flatMap((file) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])),
    ].sort(),
    count: files.length,
  };
}
