/** Emits `lib/`, the JavaScript of an installed apidelta: only `npm pack` needs it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { scriptArguments } from './arguments.ts';

scriptArguments({ usage: 'node scripts/emit.ts', options: {}, positionals: [0, 0] });
const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'src');
const target = path.join(root, 'lib');
/** Astro compiles these itself, from `src`. */
const siteFolders = new Set(['pages', 'layouts', 'components', 'styles']);

rmSync(target, { recursive: true, force: true });
const tsc = path.join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [tsc, '--project', path.join(root, 'scripts', 'tsconfig.emit.json')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

// Data files that code reads from its own folder, such as tables in JSON.
cpSync(source, target, {
  recursive: true,
  filter: (from) => {
    const [folder = ''] = path.relative(source, from).split(path.sep);
    if (siteFolders.has(folder)) return false;
    return statSync(from).isDirectory() || !/\.(ts|md|astro)$/u.test(from);
  },
});
const main = path.join(target, 'cli', 'main.js');
if (existsSync(main)) chmodSync(main, 0o755);
