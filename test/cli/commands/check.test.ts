/** `check` on a clone, and its options that do not go together: each is one sentence, before anything is read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tinyHistory } from '../config/tiny-history.ts';
import { apidelta } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-check-git-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  [[], 'Name the state before and the state after, or the version in use with --requirements or --from.'],
  [['a'], 'Name the state before and the state after, or the version in use with --requirements or --from.'],
  [['a', '--from', '1.0.0'], 'Name the state before and the state after, or the version in use'],
  [['a', 'b', '--from', '1.0.0'], 'Name two sources, or a version with --requirements or --from: not both.'],
  [['a', 'b', '--requirements', 'c'], '`a` does not exist: name wheels of botocore, or a folder of them.'],
  [['--from', '1.0.0', '--store', 'a.db', '--git', 'b'], 'Name --store or --git: not both.'],
  [
    ['--requirements', 'a', '--from', '1.0.0'],
    'Name the version in use with --requirements or with --from: not with both.',
  ],
  [['--from', '1.0.0', '--to', 'later'], '--to later is no version.'],
])('check %j', async (args, words) => {
  const { code, out, err } = await apidelta(['check', ...args]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(words);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('--git compares the version in use with a newer one of the clone, and not the other way round', async () => {
  const { repository } = await tinyHistory(folder);
  const { code, out, err } = await apidelta([
    ...['check', '--from', '1.31.5', '--git', repository, '--format', 'json'],
  ]);
  const { old, new: now } = JSON.parse(out);
  expect([code, old.version, now.version, err]).toEqual([
    1,
    '1.31.5',
    '1.34.0',
    'Compared botocore 1.31.5 with 1.34.0.\n',
  ]);
});
