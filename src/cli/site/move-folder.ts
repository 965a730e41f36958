/** Moves a folder with all its content, also from one disk to another. */
import { cpSync, renameSync } from 'node:fs';

/** Moves a folder to a free place, or over an empty folder. Between disks it is copied, and the original stays. */
export function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    cpSync(from, to, { recursive: true });
  }
}
