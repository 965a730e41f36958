/** Tests on the site of the real history. Without it they are skipped and say so; where `CI` is set they fail instead. */
import { expect, inject, test } from 'vitest';

/** A test that needs the site of the history. */
export function testHistory(name: string, body: () => void | Promise<void>): void {
  test(name, { timeout: 300_000 }, async (context) => {
    if (inject('history') !== null) {
      await body();
      return;
    }
    const reason = 'no real history in the shared folder; set APIDELTA_SHARED';
    if (process.env.CI) expect.fail(reason);
    context.skip(reason);
  });
}
