/** Errors of the store's file, as sentences that say what to do. */

import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorCode } from '../../sources/error-code.ts';

/** A store that cannot be opened, read or written: the command prints the sentence and ends with exit code 2. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** A store with damaged content. */
export class DamagedStoreError extends StoreError {
  /** What is damaged, for callers that write their own sentence. */
  readonly what: string;

  constructor(file: string, what: string) {
    super(`The store \`${file}\` is damaged (${what}): \`apidelta doctor\` says what is lost and what to do about it.`);
    this.what = what;
  }
}

/** The sentence for a store with damaged content. */
export function damagedStore(file: string, what: string): StoreError {
  return new DamagedStoreError(file, what);
}

/** Runs a function on a store's file, and turns errors of SQLite and the system into sentences. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error)) throw error;
    throw explainStoreError(file, error) ?? error;
  }
}

/** Whether another process holds the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  return [sqlite.busy, sqlite.locked].some((code) => code === primaryOf(error));
}

function primaryOf(error: unknown): number {
  // SQLite's errors have a number; others have none.
  return ((error as { errcode?: number }).errcode ?? 0) & 0xff;
}

function explainStoreError(file: string, error: Error): StoreError | undefined {
  const primary = primaryOf(error);
  const system = errorCode(error);
  const folder = dirname(file);
  if (isBusy(error))
    return new StoreError(`The store \`${file}\` is in use by another apidelta: wait until it is done.`);
  if (primary === sqlite.readOnly || system === 'EROFS' || (primary === sqlite.cannotOpen && isUnwritable(folder)))
    return new StoreError(`The store \`${file}\` cannot be written: it, or its folder, is read-only.`);
  if (primary === sqlite.full || system === 'ENOSPC')
    return new StoreError(`The disk of the store \`${file}\` is full: nothing was changed.`);
  if (primary === sqlite.notADatabase)
    return new StoreError(`\`${file}\` is no store of apidelta, or is damaged: name another file with --store.`);
  if (primary === sqlite.ioError)
    return new StoreError(
      `The store \`${file}\` cannot be read or written (${error.message}): the disk fails or is full, or a limit on files is reached (\`ulimit -a\` tells).`,
    );
  if (primary === sqlite.corrupt || primary === sqlite.mismatch || primary === sqlite.error)
    return damagedStore(file, error.message);
  if (
    primary === sqlite.cannotOpen ||
    ['EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EISDIR'].includes(system ?? '')
  )
    return new StoreError(`The store \`${file}\` cannot be opened: ${error.message}.`);
  return undefined;
}

/** SQLite's primary result codes, by what they mean (sqlite.org/rescode.html). */
const sqlite = {
  error: 1,
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  mismatch: 20,
  notADatabase: 26,
} as const;

/** Whether this process cannot write to a folder: it belongs to another user, or its disk is mounted read-only. */
export function isUnwritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch (error) {
    return ['EROFS', 'EACCES', 'EPERM'].includes(errorCode(error) ?? '');
  }
}

/** The address of a database that nobody writes to: SQLite then makes no file beside it. */
export function unchangingUrl(file: string): URL {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  return url;
}
