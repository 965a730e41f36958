/** Packs the project, installs the tarball in an empty folder, and runs `apidelta` there as a user does. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { scriptArguments } from './arguments.ts';
import { readmeExample } from './readme-example.ts';

scriptArguments({ usage: 'npm run check:pack', options: {}, positionals: [0, 0] });
const root = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'apidelta-pack-'));
const home = path.join(folder, 'home');
// The installed command starts with `env node`: it must find the Node that runs this script.
const environment = { ...process.env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}` };
let failed = 0;

/** A program that uses the types of every entry; it is type-checked, not run. */
const typedReader = `import { compareApis, parseDocuments, type ParseResult } from 'apidelta';
import { canonicalJson, type Operation } from 'apidelta/model';
import { type SourceTree, serviceModel } from 'apidelta/plugins';
import { unified } from 'unified';

const tree: SourceTree = unified().use(serviceModel, { service: 'sample' }).parse('{}');
export const operations: readonly Operation[] = tree.children.flatMap(({ children }) => children.map(({ data }) => data.operation));
const result: ParseResult = parseDocuments('release-notes', [{ name: 'a', text: '' }]);
export const changes: string = canonicalJson(compareApis(result.api, tree.data.result.api).map(({ id }) => id));
// @ts-expect-error: a dialect that there is not.
parseDocuments('no-dialect', []);
`;

try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`pack: ${failed === 0 ? 'all checks passed' : `${failed} failed`}\n`);
process.exitCode = failed === 0 ? 0 : 1;

function main(): void {
  const packed = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root)) as unknown;
  const { filename, files } = readPack(packed);
  const names = files.map((file) => file.path);
  check('holds the emitted command', names.includes('lib/cli/main.js'));
  check(
    'holds the pages',
    names.some((name) => name.startsWith('src/pages/')),
  );
  check('holds no tests', !names.some((name) => /^(test|scripts|content)\//u.test(name)));

  mkdirSync(home);
  writeFileSync(path.join(home, 'package.json'), '{ "name": "home", "private": true, "type": "module" }\n');
  run(
    'npm',
    ['install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', path.join(folder, filename)],
    home,
  );
  const command = path.join(home, 'node_modules', '.bin', process.platform === 'win32' ? 'apidelta.cmd' : 'apidelta');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  check('says its help', run(command, ['--help'], home).includes('build'));
  check('says its version', run(command, ['--version'], home).trim().endsWith(version));

  // Outside the checkout, so that no file is found by accident.
  cpSync(path.join(root, 'content'), path.join(home, 'content'), { recursive: true });
  run(command, ['build', '--from', 'content', '--out', 'site', '--base', '/docs'], home);
  const index = path.join(home, 'site', 'index.html');
  check('builds a site', existsSync(index) && readFileSync(index, 'utf8').includes('/docs/'));
  check('leaves no work of Astro behind', !existsSync(path.join(home, '.astro')));

  for (const entry of ['apidelta', 'apidelta/plugins', 'apidelta/model'])
    check(
      `gives ${entry} to other programs`,
      Number(inNode(`console.log(Object.keys(await import('${entry}')).length)`)) > 0,
    );
  const { code, output } = readmeExample();
  check('runs the program of README.md', inNode(code).trim() === output);
  writeFileSync(path.join(home, 'reader.ts'), typedReader);
  const tsc = path.join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
  run(process.execPath, [tsc, '--noEmit', '--strict', '--module', 'nodenext', '--types', '', 'reader.ts'], home);
  check('gives types to other programs', true);
}

function inNode(code: string): string {
  return run(process.execPath, ['--input-type=module', '--eval', code], home);
}

/** Before version 12 npm prints a list, later an object by name. */
function readPack(packed: unknown): { filename: string; files: { path: string }[] } {
  const [first] = Object.values(packed as Record<string, { filename: string; files: { path: string }[] }>);
  if (!first) throw new Error('Unexpected output of `npm pack`, expected one package');
  return first;
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`Unexpected exit code ${status} of \`${command} ${args.join(' ')}\`, expected 0`);
  return stdout;
}

function check(name: string, holds: boolean): void {
  process.stdout.write(`${holds ? 'ok    ' : 'FAILED'} ${name}\n`);
  if (!holds) failed += 1;
}
