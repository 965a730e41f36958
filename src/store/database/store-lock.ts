/** One writer at a time: a lock on a small file beside the store, which the system lets go of when the process ends in any way. */
import { DatabaseSync } from 'node:sqlite';

/** How long a second writer waits, in milliseconds: enough for a short command, not for a walk. */
const patience = 2_000;

/** Locks a store for writing; gives what unlocks it. SQLite's own locks are used: they work on every system, and die with their process. */
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
