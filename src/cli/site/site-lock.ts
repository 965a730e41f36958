/**
 * Lets one process at a time make the site of a folder: of two, the second would replace what the first one had just
 * made, and nobody would hear of it. The lock is in the user's caches: a site is published with all that is in its
 * folder. Other users and machines have their own caches: there, the list of the site still tells of a site that
 * another one has changed meanwhile.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { lockFile } from '../../store/write.ts';
import { UsageError } from '../io.ts';
import type { OutFolder } from './out-folder.ts';
import { cachedFileOf } from './site-mark.ts';

/** Locks the folder, and gives the function that unlocks it; the system does so if the process ends. */
export function lockSite({ named, folder }: OutFolder, env: Readonly<Record<string, string | undefined>>): () => void {
  const file = `${cachedFileOf(folder, env)}.lock`;
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    return () => {};
  }
  const unlock = lockFile(file);
  if (unlock === 'taken')
    throw new UsageError(
      `Another apidelta makes the site in \`${named}\` just now: wait until it is done, or name another folder with --out.`,
    );
  return unlock ?? (() => {});
}
