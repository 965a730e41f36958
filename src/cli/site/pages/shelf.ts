/** Folders in the user's caches: the least recently used ones are removed. */
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isAbandoned } from '../../../sources/index.ts';

/** Keeps the `max` most recently used folders of a shelf; removes the others, and what killed processes left there. */
export function dropOldest(shelf: string, max: number): void {
  const kept: { readonly place: string; readonly used: number }[] = [];
  for (const name of readdirSync(shelf)) {
    const place = join(shelf, name);
    const [, mark] = /^[\w]{32}-(.+)$/.exec(name) ?? [];
    if (mark === undefined) kept.push({ place, used: statSync(place).mtimeMs });
    else if (isAbandoned(mark)) rmSync(place, { recursive: true, force: true });
  }
  kept.sort((a, b) => b.used - a.used);
  for (const { place } of kept.slice(max)) rmSync(place, { recursive: true, force: true });
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
