/** What the package gives to other programs: its entry points, and the program that README.md shows. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { readmeExample } from '../../scripts/readme-example.ts';
import { root } from '../tidy/source-file.ts';

const entries = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [[path.posix.join(manifest.name, name), target] as const],
);

/** The file that the emitted one is made from. */
function sourceOf(entry: string): string {
  const target = new Map(entries).get(entry);
  return path.join(root, target?.default.replace(/^\.\/lib\/(.*)\.js$/u, 'src/$1.ts') ?? 'no entry');
}

test.each(entries)('%s has code and types, side by side', (entry, target) => {
  expect(existsSync(sourceOf(entry)), sourceOf(entry)).toBe(true);
  expect(target.types).toBe(target.default.replace(/\.js$/u, '.d.ts'));
});

test('others can import what is listed here, so that nothing gets lost by accident', async () => {
  const names = async (entry: string) => Object.keys((await import(sourceOf(entry))) as object).sort();
  expect(entries.map(([entry]) => entry)).toEqual(['apidelta', 'apidelta/plugins', 'apidelta/model']);
  expect(await names('apidelta')).toEqual(
    'compareApis comparedServices detectDialect formatPosition parseDocuments readProse ruleOf rules'.split(' '),
  );
  expect(await names('apidelta/plugins')).toEqual(
    'changelogFlat changelogHtml changelogText referenceRst referenceText releaseNotes serviceModel'.split(' '),
  );
  expect(await names('apidelta/model')).toEqual(expect.arrayContaining(['canonicalJson', 'fieldsOf', 'pathLines']));
});

test('the program of README.md prints what it says', () => {
  const { code, output } = readmeExample();
  const ours = code.replace(/from '(apidelta[^']*)'/gu, (_, entry: string) => {
    return `from '${pathToFileURL(sourceOf(entry))}'`;
  });
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', ours], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe(output);
});
