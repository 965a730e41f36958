/** The project's top level is the fixed set, and no tracked file knows one machine or one network. */
import { expect, test } from 'vitest';
import { findMachineTraces, findResolvedPackages } from './find-machine-traces.ts';
import { importTable } from './import-table.ts';
import { readFiles, topLevel } from './source-file.ts';

const fixed =
  `package.json package-lock.json astro.config.mjs tsconfig.json src content scripts test README.md LICENSE`.split(' ');
const docs = new Set(['README.md']);

test('the top level is the fixed set and dot files', () => {
  expect(topLevel().filter((name) => !name.startsWith('.') && !fixed.includes(name))).toEqual([]);
});

test('src holds the folders of the design', () => {
  const names = new Set(readFiles('src').map(({ path }) => path.split('/')[1] ?? ''));
  expect([...names].filter((name) => !(name in importTable) && !docs.has(name))).toEqual([]);
});

test('no file names a registry or a path of one machine', () => {
  expect(readFiles().flatMap(findMachineTraces)).toEqual([]);
});

test('the lock file says of no package where it came from', () => {
  const [lock] = readFiles().filter(({ path }) => path === 'package-lock.json');
  expect(findResolvedPackages(lock?.text ?? '')).toEqual([]);
});

test('the lock file can be installed from by npm 11: every optional package of every platform stands in it', () => {
  const [lock] = readFiles().filter(({ path }) => path === 'package-lock.json');
  const { packages } = JSON.parse(lock?.text ?? '') as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`${place}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
    ),
  );
  expect(missing, 'run `node scripts/complete-lock.ts`').toEqual([]);
});

test.each([
  ['a host', `see https://registry.${'npmjs'}.org/x`],
  ['a path of a checkout', `const file = '${'/wo'}rk/main/src';`],
  ['a home', `cd ${'/ro'}ot/thing`],
  ['a temporary file', `cat ${'/tm'}p/a.txt`],
])('%s is a trace', (_, text) => {
  expect(findMachineTraces({ path: 'a', text })).toHaveLength(1);
});

test.each(['https://example.org/work/root/tmp/x', 'src/work/a.ts', 'a `/tmp` folder', `#!/usr/bin/env node`])(
  '%s is no trace',
  (text) => {
    expect(findMachineTraces({ path: 'a', text })).toEqual([]);
  },
);

test('an address in a lock file is found', () => {
  const lock = JSON.stringify({
    packages: { 'node_modules/a': { resolved: 'https://example.org/a.tgz' }, 'node_modules/b': {} },
  });
  expect(findResolvedPackages(lock)).toHaveLength(1);
});
