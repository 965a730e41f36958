/** `log`: the history of one thing, from a version on. */
import { expect, test } from 'vitest';
import { scratchFolder, smallHistory } from '../../store/walk/walked.ts';
import { apidelta } from '../run-cli.ts';

const { fresh, walked } = scratchFolder();
const file = await walked(smallHistory(fresh('repository')));

test('log goes back to a version, with it, and no further than the store', async () => {
  const log = (since: string) => apidelta(['log', 'thing', '--since', since, '--store', file]);
  const all = (await apidelta(['log', 'thing', '--store', file])).out;
  expect(all).toMatch(/1\.3\.0.*1\.1\.0/s);
  expect((await log('1.1.0')).out).toMatch(/1\.3\.0.*1\.1\.0/s);
  const later = (await log('1.1.1')).out;
  expect(later).toContain('1.3.0');
  expect(later).not.toContain('1.1.0  ');
  expect((await log('1.3.0')).code).toBe(0);
  expect(await log('1.3.1')).toMatchObject({
    code: 2,
    err: expect.stringContaining('The store ends with 1.3.0: there is nothing since 1.3.1.'),
  });
});
