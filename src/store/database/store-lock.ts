/**
 * Allows one writer at a time, by a lock on a small file beside the store. The system releases it however the process
 * ends.
 */
import { DatabaseSync } from 'node:sqlite';

/** How long a second writer waits, in milliseconds: enough for a short command, not for a walk. */
const patience = 2_000;

/**
 * Locks a store for writing, and gives the function that unlocks it. It uses SQLite's own locks: they work on every
 * system, and end with their process.
 */
export function lockStore(file: string): () => void {
  if (file === ':memory:') return () => {};
  const lock = new DatabaseSync(`${file}-lock`, { timeout: patience });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}
