/** The shared folder of real inputs: where it is, and suites that need it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = path.resolve(process.env.APIDELTA_SHARED ?? path.join(import.meta.dirname, '..', '..', 'shared'));

/** The absolute path of something in the shared folder: `shared('seeds/000_d121624282e462ae.txt')`. */
export function shared(name: string): string {
  return path.join(folder, name);
}

/**
 * A suite over real inputs. Without the shared folder it is skipped and says so; where `CI` is set it fails instead,
 * so that no green run has silently tested nothing.
 */
export function describeShared(name: string, suite: () => void): void {
  if (existsSync(folder)) {
    describe(name, suite);
    return;
  }
  const reason = `no shared folder at ${folder}; set APIDELTA_SHARED`;
  if (process.env.CI) test(name, () => expect.fail(reason));
  else test(`${name} (${reason})`, (context) => context.skip(reason));
}
