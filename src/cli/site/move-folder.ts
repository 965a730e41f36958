/** Moves a folder with all that is in it, also from one disk to another. */
import { cpSync, renameSync } from 'node:fs';

/** Moves a folder to a place where nothing is, or an empty folder. Across disks it is a copy, and the first one stays. */
export function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    cpSync(from, to, { recursive: true });
  }
}
