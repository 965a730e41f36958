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
import { foreignIn, isListed } from './foreign-files.ts';
import { filesIn, hashOf, manifestName, readManifest, type SiteFiles } from './manifest.ts';
import { isSiteFolder, isSiteName, judgeOldSite } from './site-names.ts';

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
 * Refuses a folder that is not one of our sites, or whose files were changed. `wanted` are the additional files beside
 * the pages; a file that was not touched since `mark` is not read.
 */
export function checkContents({ named, folder }: OutFolder, wanted: readonly string[] = [], mark = 0): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new UsageError(`\`${named}\` cannot be written: it is no folder.`);
  const listed = read(named, () => readManifest(folder));
  if (listed === 'damaged')
    throw new UsageError(
      `The list \`${path.join(named, manifestName)}\` is not as apidelta wrote it: name another folder with --out, or empty this one.`,
    );
  if (listed === null) read(named, () => checkUnlisted(named, folder));
  else read(named, () => checkListed(named, folder, { listed, wanted, mark }));
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

/** What an old site knows about its files. */
interface ListedFiles {
  readonly listed: SiteFiles;
  /** The names of the new site's files. */
  readonly wanted: readonly string[];
  /** The time at which the list was written. */
  readonly mark: number;
}

function checkListed(named: string, folder: string, { listed, wanted, mark }: ListedFiles): void {
  for (const [file, hash] of listed) {
    const place = path.join(folder, file);
    const there = lstatSync(place, { throwIfNoEntry: false });
    if (there === undefined) continue;
    if (there.isFile() && (there.ctimeMs < mark || hashOf(place) === hash)) continue;
    throw new UsageError(
      `\`${path.join(named, file)}\` was changed after apidelta wrote it: move it away or delete it, or name another folder with --out.`,
    );
  }
  for (const thing of foreignIn(folder, isListed(listed))) {
    if (thing.startsWith('.')) continue;
    const isFolder = lstatSync(path.join(folder, thing)).isDirectory();
    const inside = isFolder ? filesIn(path.join(folder, thing)).map((file) => `${thing}/${file}`) : [thing];
    const clash = inside.find((file) => isSiteName(file) || isSiteFolder(file) || wanted.includes(file));
    if (clash !== undefined)
      throw new UsageError(
        `\`${path.join(named, clash)}\` is not of apidelta and is in the way of a page: move it away, or name another folder with --out.`,
      );
  }
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
