/** An option that a command would ignore is refused, and a sentence names what was asked for, not something beside it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-options-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [before, after] = tinyModels(folder);
const store = join(folder, 'none.db');

test.each([['--since', '1.0.0'], ['--until', '1.0.0'], ['--tag-prefix', 'v'], ['--replace']])(
  '%s of a source that is no repository',
  async (...option) => {
    expect(await apidelta(['ingest', before, '--store', store, ...option])).toEqual({
      code: 2,
      out: '',
      err: `${option[0]} is for a git repository with all of its releases: git:<repository>.\n`,
    });
    expect(existsSync(store)).toBe(false);
  },
);

test.each([
  ['--from', before],
  ['--store', store],
])('serve %s without --watch', async (...option) => {
  expect(await apidelta(['serve', '--out', folder, ...option])).toEqual({
    code: 2,
    out: '',
    err: `${option[0]} is for --watch, which makes the pages: without it, the site is served that \`build\` made.\n`,
  });
});

test('a list of no services', async () => {
  expect(await apidelta(['parse', before, '--services', ','])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('It must not be empty.'),
  });
});

test.each(['parse', 'diff', 'ingest'])('%s: a service that a source does not have', async (command) => {
  const sources = command === 'diff' ? [before, after] : [before];
  const { code, out, err } = await apidelta([
    command,
    ...sources,
    '--service',
    'nope',
    ...(command === 'ingest' ? ['--store', join(folder, 'a.db')] : []),
  ]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('nope');
  expect(err).not.toContain('table of known services');
});

test('ingest of one service keeps that one, also where the name of the file is none of a service', async () => {
  const file = join(folder, 'one.db');
  const model = join(before, 'tiny', '2020-01-01', 'service-2.json');
  for (const [source, service, code] of [
    [model, 'nope', 2],
    [model, 'tiny', 0],
  ] as const)
    expect(await apidelta(['ingest', source, '--as', '1.0.0', '--service', service, '--store', file])).toMatchObject({
      code,
      out: '',
      err: expect.stringContaining(
        code === 2 ? `${model} has nothing of nope.\n` : '1 new, 0 known before, 1 service.',
      ),
    });
});
