/** Folders for the time of one command: they go when it ends, also by a signal, and what a killed one left goes with the next. */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAbandoned, isMark, ownMark } from './owner.ts';

const open = new Set<string>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Makes an empty folder that only this user can read; `purpose` is a plain word. */
export function makeTemporaryFolder(purpose: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `apidelta-${purpose}-${ownMark}-`));
  if (open.size === 0) {
    for (const signal of signals) process.on(signal, endBySignal);
    process.on('exit', removeAll);
  }
  open.add(folder);
  return folder;
}

/** Removes such a folder and all that is in it. */
export function removeTemporaryFolder(folder: string): void {
  open.delete(folder);
  removeQuietly(folder);
  if (open.size > 0) return;
  for (const signal of signals) process.removeListener(signal, endBySignal);
  process.removeListener('exit', removeAll);
}

/** Removes the folders of processes that do not live any more. */
export function removeAbandonedFolders(): void {
  for (const name of namesIn(tmpdir())) {
    const [, mark = ''] = /^apidelta-[a-z]+-([0-9a-z-]{14,42})-.{6}$/.exec(name) ?? [];
    if (!isMark(mark) || !isAbandoned(mark)) continue;
    const folder = path.join(tmpdir(), name);
    // All users share the folder: a link, or a file of another user with such a name, is not ours.
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found?.isDirectory() && (process.getuid === undefined || found.uid === process.getuid())) removeQuietly(folder);
  }
}

function endBySignal(signal: NodeJS.Signals): void {
  removeAll();
  // Whoever sent the signal shall see that the process ended by it.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

function removeAll(): void {
  for (const folder of open) removeQuietly(folder);
  open.clear();
}

/** What cannot be removed now is removed by a later command. */
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
