/** Folders in the user's caches: the least recently used ones are removed. */
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isAbandoned } from '../../../sources/index.ts';

/**
 * Keeps the `max` most recently used folders of a shelf, with `own` among them, whatever its time; removes the others,
 * and what killed processes left there.
 */
export function dropOldest(shelf: string, max: number, own: string): void {
  const kept: { readonly place: string; readonly used: number }[] = [];
  for (const name of readdirSync(shelf)) {
    const place = join(shelf, name);
    const [, mark] = /^[\w]{32}-(.+)$/.exec(name) ?? [];
    if (mark === undefined && place !== own) kept.push({ place, used: usedAt(place) });
    else if (mark !== undefined && isAbandoned(mark)) rmSync(place, { recursive: true, force: true });
  }
  kept.sort((a, b) => b.used - a.used);
  for (const { place } of kept.slice(max - 1)) rmSync(place, { recursive: true, force: true });
}

/** Milliseconds; 0 where another process has removed the folder meanwhile. */
function usedAt(place: string): number {
  return statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The last use is the time of the folder. */
export function touch(folder: string): void {
  try {
    const now = new Date();
    utimesSync(folder, now, now);
  } catch {
    // It belongs to another user, and is read-only: they will update it.
  }
}
