/** What people read if the disk, or the machine, has no room for the pages; other errors stay what they are. */
import { expect, test } from 'vitest';
import { UsageError } from '../../../../src/cli/io.ts';
import { orSentence } from '../../../../src/cli/site/pages/or-sentence.ts';

const failing = (error: Error) => orSentence('pages', () => Promise.reject(error));
const systemError = (code: string) => Object.assign(new Error('no words'), { code });

test.each(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS', 'EACCES'])(
  '%s names the folder, and how to use another',
  async (code) => {
    const failed = failing(systemError(code));
    await expect(failed).rejects.toThrow(UsageError);
    await expect(failed).rejects.toThrow(
      /^The pages cannot be made in `pages`: .+\. TMPDIR names another temporary folder\.$/,
    );
  },
);

test.each(['EMFILE', 'ENFILE'])('another folder is no help for %s', async (code) => {
  await expect(failing(systemError(code))).rejects.toThrow(/^The pages cannot be made in `pages`: .*open[^.]*\.$/);
});

test('an error of another kind is not explained', async () => {
  for (const error of [new Error('broken'), systemError('ENOENT')]) await expect(failing(error)).rejects.toBe(error);
  expect(await orSentence('pages', async () => 1)).toBe(1);
});
