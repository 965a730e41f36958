/** The folder for a site, and every reason why a site may not go there: checked before the first page is made. */

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorCode } from '../../sources/error-code.ts';
import { ownMark } from '../../sources/index.ts';
import { UsageError } from '../io.ts';
import { reasonOf } from '../system-error.ts';
import { filesIn, listText, manifestName, parseSiteList } from './manifest.ts';
import { judgeOldSite } from './site-names.ts';
import { checkStanding, type StandingSite } from './standing-site.ts';

/** The inputs of the build: the site may not be one of them, nor inside or around one. */
export interface Reads {
  /** The files and folders of the sources. */
  readonly sources: readonly string[];
  readonly store?: string;
}

/** A folder that can take the site. */
export interface OutFolder {
  /** Its name from the user. */
  readonly named: string;
  /** Its real path: a link stays a link, and its target gets the site. */
  readonly folder: string;
}

const packageFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** The real path behind links, even if the path or the target of a link does not exist yet. */
export function realPathOf(named: string): string {
  let at = path.resolve(named);
  for (let links = 0; links < 40; links++) {
    try {
      return realpathSync(at);
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'ENOENT') throw new UsageError(`\`${named}\` cannot be written: ${reasonOf(error)}.`);
    }
    const isLink = lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    if (!isLink) return path.join(realPathOf(path.dirname(at)), path.basename(at));
    at = path.resolve(path.dirname(at), readlinkSync(at));
  }
  throw new UsageError(`\`${named}\` cannot be written: it is a link that leads to itself.`);
}

/** Refuses a folder in which a site would be mixed with its inputs. */
export function checkPlace(named: string, reads: Reads): OutFolder {
  if (named === '') throw new UsageError('--out is empty: name a folder for the site, as `dist`.');
  const folder = realPathOf(named);
  const refuse = (what: string): never => {
    throw new UsageError(`\`${named}\` ${what}: name a folder for the site alone with --out, as \`dist\`.`);
  };
  if (isWithin(process.cwd(), folder)) refuse('is the folder that you work in, or holds it');
  if (isWithin(realPathOf(homedir()), folder)) refuse('is your home, or holds it');
  if (isWithin(realPathOf(packageFolder), folder)) refuse('is the folder of apidelta itself, or holds it');
  if (reads.store !== undefined && isWithin(realPathOf(reads.store), folder))
    refuse(`is or holds the store \`${reads.store}\``);
  for (const source of reads.sources) {
    const place = realPathOf(source);
    if (isWithin(place, folder)) refuse(`is or holds the source \`${source}\``);
    if (isWithin(folder, place)) refuse(`is inside the source \`${source}\``);
  }
  return { named, folder };
}

/**
 * Refuses a folder that is not one of our sites, or whose files were changed; gives the site that stands there, null if
 * none with a list does. `wanted` are the additional files beside the pages; a file that was not touched since `mark` is
 * not read.
 */
export function checkContents(out: OutFolder, wanted: readonly string[] = [], mark = 0): StandingSite | null {
  const { named, folder } = out;
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isDirectory()) throw new UsageError(`\`${named}\` cannot be written: it is no folder.`);
  const text = read(named, () => listText(folder));
  if (text === undefined) {
    read(named, () => checkUnlisted(named, folder));
    return null;
  }
  const list = parseSiteList(text);
  if (list === 'damaged')
    throw new UsageError(
      `The list \`${path.join(named, manifestName)}\` is not as apidelta wrote it: name another folder with --out, or empty this one.`,
    );
  return read(named, () => checkStanding(out, { text, list, wanted, mark }));
}

/** Reports a folder that is not writable early, before hours of work. */
export function checkWritable({ named, folder }: OutFolder): void {
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    tryToWrite(path.join(path.dirname(folder), `.${path.basename(folder)}.apidelta-trial-${ownMark}`));
  } catch (error) {
    // In a container the parent of a volume may belong to another user: then the folder itself must do.
    if (!existsSync(folder)) throw new UsageError(`\`${named}\` cannot be written: ${reasonOf(error)}.`);
  }
  if (!existsSync(folder)) return;
  try {
    tryToWrite(path.join(folder, `.apidelta-trial-${ownMark}`));
  } catch (error) {
    throw new UsageError(`\`${named}\` cannot be written: ${reasonOf(error)}.`);
  }
}

function checkUnlisted(named: string, folder: string): void {
  // A separate disk always has this folder, for the results of disk checks.
  const files = filesIn(folder).filter((file) => !/^lost\+found(?:\/|$)/.test(file));
  if (files.length === 0) return;
  const { isSite, strange } = judgeOldSite(files);
  if (isSite && readFileSync(path.join(folder, 'feed.xml'), 'utf8').includes('<generator>apidelta</generator>')) return;
  throw new UsageError(
    `\`${named}\` is not empty and is no site of apidelta (it holds \`${strange ?? files[0]}\`): name another folder with --out.`,
  );
}

function read<T>(named: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`\`${named}\` cannot be read: ${reasonOf(error)}.`);
  }
}

function tryToWrite(file: string): void {
  try {
    writeFileSync(file, 'x');
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whether the first path is equal to the second one, or below it. */
function isWithin(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way === '' || (!way.startsWith(`..${path.sep}`) && way !== '..' && !path.isAbsolute(way));
}
