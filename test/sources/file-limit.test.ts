/** Only so many files are open at once, whatever becomes of them. */
import { expect, test } from 'vitest';
import { withOpenFile } from '../../src/sources/file-limit.ts';

test('no more than 32 tasks run at once, all of them run, and one that fails makes room', async () => {
  let open = 0;
  let maxOpen = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 500 }, (_, index) =>
      withOpenFile(async () => {
        maxOpen = Math.max(maxOpen, ++open);
        await new Promise((resolve) => setImmediate(resolve));
        open--;
        if (index % 2 === 0) throw new Error('closed');
        return index;
      }),
    ),
  );
  expect(maxOpen).toBe(32);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(250);
});
