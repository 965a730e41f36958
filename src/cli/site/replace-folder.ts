/** Puts a finished folder in the place of another, so that there is always a whole one. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../io.ts';

/** Says early, before hours of work, that a folder cannot be written. */
export function canWriteInto(folder: string): void {
  const parent = dirname(folder);
  const trial = join(parent, `.${basename(folder)}.trial-${process.pid}`);
  try {
    mkdirSync(parent, { recursive: true });
    writeFileSync(trial, '');
    rmSync(trial);
  } catch (error) {
    throw new UsageError(`${folder} cannot be written: ${reasonOf(error)}.`);
  }
}

/** Moves `from` to `to`. What was there before is gone only when the new one stands; where it fails, it is as it was. */
export function replaceFolder(from: string, to: string): void {
  const next = join(dirname(to), `.${basename(to)}.next-${process.pid}`);
  const last = join(dirname(to), `.${basename(to)}.last-${process.pid}`);
  try {
    // A rename only works on one disk; a copy beside the target, on the target's, makes the last step a rename again.
    try {
      renameSync(from, next);
    } catch {
      cpSync(from, next, { recursive: true });
    }
    if (existsSync(to)) renameSync(to, last);
    try {
      renameSync(next, to);
    } catch (error) {
      if (existsSync(last)) renameSync(last, to);
      throw error;
    }
  } catch (error) {
    throw new UsageError(
      `The site cannot be written to ${to}: ${reasonOf(error)}. The site that was there is as it was.`,
    );
  } finally {
    rmSync(next, { recursive: true, force: true });
    rmSync(last, { recursive: true, force: true });
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  // A copy on a full disk ends in EIO.
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO') return 'the disk is full, or fails';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be written by you';
  if (code === 'EROFS') return 'it is on a read-only file system';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'a part of its path is no folder';
  return error instanceof Error ? error.message : String(error);
}
