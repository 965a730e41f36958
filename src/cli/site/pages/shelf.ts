/** Folders in the user's caches: those that were not used for longest make room. */
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isAbandoned } from '../../../sources/index.ts';

/** Removes all but the `max` last used folders of a shelf, and what processes left there that were killed. */
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
    // Somebody else's, and read-only: they see to it.
  }
}
