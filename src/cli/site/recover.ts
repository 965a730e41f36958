/**
 * Repairs a site after a process ended while it replaced the site: every build does it, and every server before it
 * starts.
 */
import { existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAbandoned, isAlive, markPattern } from '../../sources/index.ts';
import { type Io, UsageError } from '../io.ts';
import { finishFill } from './fill-folder.ts';
import { insidePattern } from './foreign-files.ts';
import { filesIn } from './manifest.ts';
import { dissolve } from './replace-folder.ts';
import { judgeOldSite } from './site-names.ts';

/**
 * Finds what ended processes left beside and inside a site's folder: finishes what it can, restores what was moved
 * away, and removes the rest.
 */
export function recoverSite(folder: string, io: Io): void {
  const left = leftovers(folder);
  for (const { purpose, place, isOld } of left) {
    if (purpose !== 'last') continue;
    const stands = existsSync(folder) && readdirSync(folder).length > 0;
    if (!stands) {
      putBack(place, folder);
      io.stderr.write(`A build was broken off: the site that was in ${folder} is there again.\n`);
    } else if (!isOld) runQuietly(() => dissolve(place, folder));
    else if (judgeOldSite(filesIn(place)).isSite) remove(place);
  }
  // Not before this step: until the old site is restored, the new one may be the only one.
  for (const { purpose, place } of left) if (purpose !== 'last') remove(place);
  for (const name of namesIn(folder)) {
    const [, purpose, mark = ''] = insidePattern.exec(name) ?? [];
    if (purpose === undefined || !isAbandoned(mark)) continue;
    const place = join(folder, name);
    if (purpose === 'next') remove(place);
    else {
      runQuietly(() => finishFill(place, folder));
      io.stderr.write(`A build was broken off: the site in ${folder} is whole again.\n`);
    }
  }
}

interface Leftover {
  readonly purpose: string;
  readonly place: string;
  /** Made by a version whose names had only the number of the process. */
  readonly isOld: boolean;
}

function leftovers(folder: string): readonly Leftover[] {
  const parent = dirname(folder);
  const name = basename(folder).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const today = new RegExp(`^\\.${name}\\.apidelta-(last|next|gone|trial)-(${markPattern})$`);
  const before = new RegExp(`^\\.${name}\\.(last|next|trial)-(\\d+)$`);
  const found: Leftover[] = [];
  for (const entry of namesIn(parent)) {
    const place = join(parent, entry);
    const [, purpose = '', mark] = today.exec(entry) ?? [];
    const [, oldPurpose = '', pid] = before.exec(entry) ?? [];
    if (mark !== undefined) {
      if (isAbandoned(mark)) found.push({ purpose, place, isOld: false });
      else if (purpose === 'last' && !existsSync(folder))
        throw new UsageError(`Another apidelta puts a site into \`${folder}\` just now: wait until it is done.`);
    } else if (pid !== undefined && !isAlive(Number(pid)) && looksLikeOurs(place))
      found.push({ purpose: oldPurpose, place, isOld: true });
  }
  return found;
}

/** A name with only a number may belong to another program. */
function looksLikeOurs(place: string): boolean {
  const found = lstatSync(place);
  return found.isDirectory() ? judgeOldSite(filesIn(place)).strange === undefined : found.size === 0;
}

function putBack(place: string, folder: string): void {
  try {
    renameSync(place, folder);
  } catch (error) {
    // Two processes that start together both restore it; the second one finds it done.
    if (existsSync(place)) throw error;
  }
}

function runQuietly(steps: () => Generator<string>): void {
  for (const _ of steps());
}

function remove(place: string): void {
  try {
    rmSync(place, { recursive: true, force: true });
  } catch {
    // It may belong to another program, and harms nobody.
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
