/**
 * Remembers which files of a site were checked, so that the next build need not read 1 GB again. It compares with the
 * time of a file's last change (`ctime`), which no user can set. The record is in the user's caches, and belongs to one
 * list of a site.
 */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../compile-cache.ts';
import { manifestName } from './manifest.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Milliseconds. Some file systems round times. */
const leeway = 2_000;

/** Records that all files of a site that were not changed since a moment (milliseconds) are as they were written. */
export function markSite(folder: string, since: number, env: Environment): void {
  try {
    const file = cachedFileOf(folder, env);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ list: listOf(folder), since }));
  } catch {
    // Without the record every file is read.
  }
}

/** The moment before which an unchanged file is as it was written; 0 if there is no record of this site. */
export function markOfSite(folder: string, env: Environment): number {
  try {
    const { list, since } = JSON.parse(readFileSync(cachedFileOf(folder, env), 'utf8')) as {
      list: unknown;
      since: unknown;
    };
    return list === listOf(folder) && typeof since === 'number' ? since - leeway : 0;
  } catch {
    return 0;
  }
}

/** The identity of a site's list as a file on this disk: a copy has another one. */
function listOf(folder: string): string {
  const { dev, ino, ctimeMs, size } = lstatSync(join(folder, manifestName));
  return [dev, ino, ctimeMs, size].join(' ');
}

/** The file of a folder's site in the user's caches. */
export function cachedFileOf(folder: string, env: Environment): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return join(dirname(cacheFolder(env)), 'sites', name);
}
