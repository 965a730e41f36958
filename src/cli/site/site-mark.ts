/**
 * Remembers which files of a site were looked at and found as they were written, so that the next build need not read 1 GB again. Nobody can
 * set the time at which a file was last touched (`ctime`); the memory is with the user's caches, and knows the very file that lists the site.
 */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../compile-cache.ts';
import { manifestName } from './manifest.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Milliseconds. Some file systems count time in steps. */
const leeway = 2_000;

/** Keeps that all files of a site that were not touched since a moment (milliseconds) are as they were written. */
export function markSite(folder: string, since: number, env: Environment): void {
  try {
    const file = fileOf(folder, env);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ list: listOf(folder), since }));
  } catch {
    // Without it every file is read.
  }
}

/** The moment before which an untouched file is as it was written; 0 where nothing is known of the site as it stands there. */
export function markOfSite(folder: string, env: Environment): number {
  try {
    const { list, since } = JSON.parse(readFileSync(fileOf(folder, env), 'utf8')) as { list: unknown; since: unknown };
    return list === listOf(folder) && typeof since === 'number' ? since - leeway : 0;
  } catch {
    return 0;
  }
}

/** The list of a site as a file on this disk: a copy of it is another one. */
function listOf(folder: string): string {
  const { dev, ino, ctimeMs, size } = lstatSync(join(folder, manifestName));
  return [dev, ino, ctimeMs, size].join(' ');
}

function fileOf(folder: string, env: Environment): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return join(dirname(cacheFolder(env)), 'sites', name);
}
