/**
 * Folders for the time of one command: they are removed when it ends, also after a signal; the next command removes
 * those of a killed one.
 */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAbandoned, isMark, ownMark } from './owner.ts';

const open = new Set<string>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Creates an empty folder that only this user can read; `purpose` is a plain word. */
export function makeTemporaryFolder(purpose: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `apidelta-${purpose}-${ownMark}-`));
  if (open.size === 0) {
    for (const signal of signals) process.on(signal, endBySignal);
    process.on('exit', removeAll);
  }
  open.add(folder);
  return folder;
}

/** Removes such a folder with its content. */
export function removeTemporaryFolder(folder: string): void {
  open.delete(folder);
  removeQuietly(folder);
  if (open.size > 0) return;
  for (const signal of signals) process.removeListener(signal, endBySignal);
  process.removeListener('exit', removeAll);
}

/** Removes the folders of processes that have ended. */
export function removeAbandonedFolders(): void {
  for (const name of namesIn(tmpdir())) {
    const [, mark = ''] = /^apidelta-[a-z]+-([0-9a-z-]{14,42})-.{6}$/.exec(name) ?? [];
    if (!isMark(mark) || !isAbandoned(mark)) continue;
    const folder = path.join(tmpdir(), name);
    // All users share the parent folder: a link, or a file of another user with such a name, is not ours.
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found?.isDirectory() && (process.getuid === undefined || found.uid === process.getuid())) removeQuietly(folder);
  }
}

function endBySignal(signal: NodeJS.Signals): void {
  removeAll();
  // The sender of the signal must see that the process ended because of it.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

function removeAll(): void {
  for (const folder of open) removeQuietly(folder);
  open.clear();
}

/** If a folder cannot be removed now, a later command removes it. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  } catch {}
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
