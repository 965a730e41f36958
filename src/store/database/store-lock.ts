/**
 * Allows one writer at a time, by a lock on a small file beside the store. The system releases it however the process
 * ends. Other work of one process at a time is locked in the same way.
 */
import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './store-error.ts';

/** How long a second writer waits, in milliseconds: enough for a short command, not for a walk. */
const patience = 2_000;

/**
 * Locks a store for writing, and gives the function that unlocks it. It uses SQLite's own locks: they work on every
 * system, and end with their process.
 */
export function lockStore(file: string): () => void {
  if (file === ':memory:') return () => {};
  return take(`${file}-lock`, patience);
}

/** Locks a file at once, and gives the function that unlocks it; undefined where no lock can be made. */
export function lockFile(file: string): (() => void) | 'taken' | undefined {
  try {
    return take(file, 0);
  } catch (error) {
    return isBusy(error) ? 'taken' : undefined;
  }
}

function take(file: string, timeout: number): () => void {
  const lock = new DatabaseSync(file, { timeout });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}
