/** Replaces a site by a finished one, in steps: wherever the process ends, the result can be repaired. */

import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../../sources/error-code.ts';
import { ownMark } from '../../sources/index.ts';
import { UsageError } from '../io.ts';
import { reasonOf } from '../system-error.ts';
import { fillFolder } from './fill-folder.ts';
import { bringOver, findClash, findInTheWay, foreignIn } from './foreign-files.ts';
import { moveFolder } from './move-folder.ts';
import type { OutFolder } from './out-folder.ts';

/** Called before each step; a test ends the process there. */
export type OnStep = (step: string) => void;

/** A temporary name beside a folder: `.dist.apidelta-next-…`. */
export function besideOf(folder: string, purpose: string, mark: string = ownMark): string {
  return join(dirname(folder), `.${basename(folder)}.apidelta-${purpose}-${mark}`);
}

/** Moves the built site to its place. If it fails, the old one is unchanged. */
export function replaceFolder(built: string, files: Iterable<string>, out: OutFolder, onStep?: OnStep): void {
  const findAny = () => (existsSync(out.folder) ? findClash(foreignIn(out.folder), out.folder, files) : undefined);
  putInPlace(out, findAny, () => steps(built, out.folder), onStep);
}

/**
 * Moves the built files, and the list of the whole site, into the existing site; files that the list does not name any
 * more are removed. `added` are the built files that the existing site does not have.
 */
export function updateFolder(built: string, added: Iterable<string>, out: OutFolder, onStep?: OnStep): void {
  const findAny = () => findInTheWay(out.folder, added);
  putInPlace(out, findAny, () => fillFolder(built, out.folder), onStep);
}

function putInPlace(
  out: OutFolder,
  findAny: () => string | undefined,
  steps: () => Generator<string>,
  onStep: OnStep = () => {},
): void {
  try {
    const clash = findAny();
    if (clash !== undefined)
      throw new UsageError(
        `\`${join(out.named, clash)}\` is not of apidelta and is in the way of a page: move it away.`,
      );
    for (const step of steps()) onStep(step);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `The site cannot be written to \`${out.named}\`: ${reasonOf(error)}. The site that was there is as it was.`,
    );
  }
}

/** Each step has a name, which is given before the step. */
function* steps(built: string, to: string): Generator<string> {
  const next = besideOf(to, 'next');
  try {
    yield 'lay beside';
    if (!layBeside(built, next)) {
      yield* fillFolder(built, to);
      return;
    }
    if (existsSync(to)) chmodSync(next, statSync(to).mode);
    yield* swap(next, to);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/**
 * Two renames: the old site is moved aside, and the new one takes its place. Then foreign files move back, and the rest
 * is removed.
 */
function* swap(next: string, to: string): Generator<string> {
  const last = besideOf(to, 'last');
  yield 'go aside';
  if (existsSync(to) && !goesAside(to, last)) {
    yield* fillFolder(next, to);
    return;
  }
  try {
    yield 'take the place';
    renameSync(next, to);
  } catch (error) {
    if (existsSync(last)) renameSync(last, to);
    throw error;
  }
  if (existsSync(last)) yield* dissolve(last, to);
}

/** Moves foreign files from the old folder into the new one, and removes the rest. */
export function* dissolve(last: string, to: string): Generator<string> {
  try {
    for (const thing of foreignIn(last)) {
      yield `bring over ${thing}`;
      bringOver(last, to, [thing]);
    }
    // A file that could not be moved stays: it is not ours to remove.
    if (foreignIn(last).length > 0) return;
  } catch (error) {
    throw new UsageError(
      `The new site stands in \`${to}\`, but not all that was beside the old one could be moved there from \`${last}\`: ${reasonOf(error)}.`,
    );
  }
  // Under its new name nothing in it is needed any more, and any process may remove it.
  const gone = last.replace('.apidelta-last-', '.apidelta-gone-');
  yield 'drop the old one';
  renameSync(last, gone);
  yield 'remove the old one';
  rmSync(gone, { recursive: true, force: true });
}

/** False if nothing can be made beside the folder. */
function layBeside(built: string, next: string): boolean {
  try {
    mkdirSync(next, { recursive: true });
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
  moveFolder(built, next);
  return true;
}

/** False if a folder cannot be moved as a whole: a volume of a container, or a separate disk. */
function goesAside(to: string, last: string): boolean {
  try {
    renameSync(to, last);
    return true;
  } catch (error) {
    if (['EBUSY', 'EXDEV', 'EACCES', 'EPERM'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}
