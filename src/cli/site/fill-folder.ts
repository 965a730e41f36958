/**
 * Fills a folder that cannot be moved with a site, file by file. A fill that is interrupted at any step can be
 * finished.
 */
import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownMark } from '../../sources/index.ts';
import { UsageError } from '../io.ts';
import { reasonOf } from '../system-error.ts';
import { filesIn, manifestName, readManifest } from './manifest.ts';
import { moveFolder } from './move-folder.ts';
import { isSiteName } from './site-names.ts';

/** A temporary name inside the folder of a site. */
export function insideOf(folder: string, purpose: 'next' | 'ready', mark: string = ownMark): string {
  return join(folder, `.apidelta-${purpose}-${mark}`);
}

/** Moves a whole site into a folder, and moves the old files out of it. */
export function* fillFolder(from: string, to: string): Generator<string> {
  const [next, ready] = [insideOf(to, 'next'), insideOf(to, 'ready')];
  try {
    yield 'lay inside';
    moveFolder(from, next);
    // Folders are made before the first file is moved: later steps then need almost no room on the disk.
    for (const folder of new Set(filesIn(next).map(dirname))) mkdirSync(join(to, folder), { recursive: true });
    yield 'be ready';
    renameSync(next, ready);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  try {
    yield* finishFill(ready, to);
  } catch (error) {
    throw new UsageError(
      `The site in \`${to}\` is half replaced: ${reasonOf(error)}. The next build or serve finishes it from \`${ready}\`.`,
    );
  }
}

/** The step that makes the new site visible. A second call continues an interrupted first one. */
export function* finishFill(ready: string, to: string): Generator<string> {
  const wanted = readManifest(ready);
  // The list is moved last: when it is gone, everything is done.
  if (wanted !== null && wanted !== 'damaged') {
    const before = oldFilesOf(to);
    for (const file of filesIn(ready)) {
      if (!wanted.has(file)) continue;
      yield `move ${file}`;
      mkdirSync(dirname(join(to, file)), { recursive: true });
      renameSync(join(ready, file), join(to, file));
    }
    for (const file of before) {
      if (wanted.has(file) || !isFile(join(to, file))) continue;
      yield `remove ${file}`;
      rmSync(join(to, file));
      removeEmptyAbove(to, file);
    }
    yield 'move the list';
    renameSync(join(ready, manifestName), join(to, manifestName));
  }
  yield 'clear away';
  rmSync(ready, { recursive: true, force: true });
}

/** The files that we wrote before, sorted: from the list of the site, because to look through the folder takes seconds. */
function oldFilesOf(folder: string): readonly string[] {
  const listed = readManifest(folder);
  if (listed === 'damaged') return [];
  // A site without a list was accepted only if every name in it is one of a site.
  return listed === null ? filesIn(folder).filter(isSiteName) : [...listed.keys()].sort();
}

function isFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function removeEmptyAbove(top: string, file: string): void {
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(top, folder)).length > 0) return;
    rmdirSync(join(top, folder));
  }
}
