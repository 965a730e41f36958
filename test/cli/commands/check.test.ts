/** Options of `check` that do not go together: each is one sentence, before anything is read. */
import { expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';

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
