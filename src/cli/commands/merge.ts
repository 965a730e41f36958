/**
 * `apidelta merge`: joins the parts of a site from several machines; the result is the site that one machine would
 * make.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeTemporaryFolder, removeAbandonedFolders, removeTemporaryFolder } from '../../sources/index.ts';
import { headersFile } from '../../view/site/site-headers.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { addRest, replace } from '../site/build-site.ts';
import { filesOf, readSiteList, type SiteFiles, type SiteList, type SitePart } from '../site/manifest.ts';
import { checkContents, checkPlace, checkWritable, type OutFolder } from '../site/out-folder.ts';
import { orSentence } from '../site/pages/or-sentence.ts';
import { recoverSite } from '../site/recover.ts';
import { lockSite } from '../site/site-lock.ts';
import { reasonOf } from '../system-error.ts';

/** A part, and its folder. */
interface FoundPart {
  readonly folder: string;
  readonly list: SiteList;
  readonly part: SitePart;
}

/** Joins the parts. All problems are reported before anything is written. */
export async function mergeCommand(
  folders: readonly string[],
  options: { readonly out: string },
  io: Io,
): Promise<number> {
  const parts = checkParts(folders.map(readPart));
  const out = checkPlace(options.out, { sources: folders });
  const unlock = lockSite(out, io.env);
  try {
    return await mergeInto(out, parts, io);
  } finally {
    unlock();
  }
}

async function mergeInto(out: OutFolder, parts: readonly [FoundPart, ...FoundPart[]], io: Io): Promise<number> {
  const [{ part: common, list: first }] = parts;
  recoverSite(out.folder, io);
  checkContents(out, common.headers ? [headersFile] : []);
  checkWritable(out);
  removeAbandonedFolders();
  const work = makeTemporaryFolder('merge');
  try {
    const built = join(work, 'out');
    const none = join(work, 'none');
    for (const folder of [built, none]) mkdirSync(folder);
    const { pages } = await orSentence(work, async () => {
      for (const { folder, list } of parts) copyPart(folder, filesOf(list), built);
      const units = new Map(parts.flatMap(({ list }) => [...list.units]));
      const { base, site, precompress } = common;
      const whole = { code: first.code, units, rest: first.rest };
      const list = addRest({ base, precompress, ...(site === null ? {} : { site }) }, { built, assets: none }, whole);
      return replace(built, list, { out });
    });
    io.stderr.write(`${pages} pages in ${out.named}, of ${parts.length} parts.\n`);
    return exitCodes.done;
  } finally {
    removeTemporaryFolder(work);
  }
}

function readPart(folder: string): FoundPart {
  let list: SiteList | null | 'damaged';
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true)
      throw new UsageError(
        `\`${folder}\` is a file: the parts of a site are folders, and those of a store need --store.`,
      );
    list = readSiteList(folder);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`\`${folder}\` cannot be read: ${reasonOf(error)}.`);
  }
  if (list === 'damaged')
    throw new UsageError(`The list in \`${folder}\` is not as apidelta wrote it: build this part again.`);
  if (list?.part === undefined) throw new UsageError(`\`${folder}\` is no part of a site: build --shard makes one.`);
  return { folder, list, part: list.part };
}

/** Checks that these are all parts of one site, each once. */
function checkParts(found: readonly FoundPart[]): readonly [FoundPart, ...FoundPart[]] {
  const [first, ...others] = found;
  if (first === undefined) throw new UsageError('There is no part to merge.');
  const known = new Map<number, FoundPart>();
  for (const one of [first, ...others]) {
    if (siteOf(one) !== siteOf(first))
      throw new UsageError(
        `\`${first.folder}\` and \`${one.folder}\` are not parts of one site: the store, the code, the options and the number of parts have to be the same.`,
      );
    const other = known.get(one.part.index);
    if (other !== undefined)
      throw new UsageError(
        `\`${other.folder}\` and \`${one.folder}\` are both part ${one.part.index} of ${one.part.count}.`,
      );
    known.set(one.part.index, one);
  }
  const missing = Array.from({ length: first.part.count }, (_, at) => at + 1).filter((index) => !known.has(index));
  if (missing.length > 0)
    throw new UsageError(
      `Of ${first.part.count} parts ${missing.length === 1 ? 'this one is' : 'these are'} missing: ${missing.join(', ')}.`,
    );
  return [first, ...others];
}

function siteOf({ list, part }: FoundPart): string {
  return JSON.stringify([list.code, { ...part, index: 0 }, [...list.rest].sort()]);
}

/** Copies the files of a part, and compares each with the list. */
function copyPart(folder: string, files: SiteFiles, to: string): void {
  const made = new Set<string>();
  for (const [name, hash] of files) {
    const bytes = readPartFile(folder, name);
    if (createHash('sha256').update(bytes).digest('base64url') !== hash)
      throw new UsageError(`\`${join(folder, name)}\` is not as it was written: build this part again.`);
    const parent = dirname(join(to, name));
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(join(to, name), bytes);
  }
}

function readPartFile(folder: string, name: string): Uint8Array {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    throw new UsageError(`\`${join(folder, name)}\` cannot be read: ${reasonOf(error)}.`);
  }
}
