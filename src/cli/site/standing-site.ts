/**
 * The site that stands in a folder, compared with its own list. Files and folders that were not touched since a moment
 * are not read: a site has 100,000 of them.
 */
import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../io.ts';
import { entriesIn, filesIn, hashOf, manifestName, type SiteList } from './manifest.ts';
import type { OutFolder } from './out-folder.ts';
import { isSiteFolder, isSiteName } from './site-names.ts';

/** A site as it stood when it was checked. */
export interface StandingSite {
  /** The text of its list. */
  readonly text: string;
  readonly list: SiteList;
  /** The files of the list that are not there. */
  readonly missing: ReadonlySet<string>;
  /** The moment before the check, in milliseconds. */
  readonly since: number;
}

/** What is known of a site before it is checked. */
interface KnownSite {
  readonly text: string;
  readonly list: SiteList;
  /** The names of the new site's files beside its pages. */
  readonly wanted: readonly string[];
  /** All files that were not changed since this moment (milliseconds) are as they were written. */
  readonly mark: number;
}

/** Refuses a site if one of its files was changed, or if a file of somebody else is in the way of a page. */
export function checkStanding(out: OutFolder, { text, list, wanted, mark }: KnownSite): StandingSite {
  const since = Date.now();
  const [own, missing, folders] = [new Set<string>(), new Set<string>(), new Set(['.'])];
  for (const files of [...[...list.units.values()].map((unit) => unit.files), list.rest])
    for (const [file, hash] of files) {
      own.add(file);
      for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
      if (!isThere(out, { file, hash, mark })) missing.add(file);
    }
  const strange = [...folders].flatMap((folder) => strangersIn(out.folder, folder, { own, folders, mark }));
  // They lie there since before the mark, perhaps, and only now something has their name.
  const laidBefore = wanted.filter((file) => !own.has(file) && exists(join(out.folder, file)));
  refuseClash(out, [...strange, ...laidBefore].sort(), wanted);
  return { text, list, missing, since };
}

/** Whether a file of the list is there, as it was written. */
function isThere(
  { named, folder }: OutFolder,
  { file, hash, mark }: { readonly file: string; readonly hash: string; readonly mark: number },
): boolean {
  const place = join(folder, file);
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (found.isFile() && (found.ctimeMs < mark || hashOf(place) === hash)) return true;
  throw new UsageError(
    `\`${join(named, file)}\` was changed after apidelta wrote it: move it away or delete it, or name another folder with --out.`,
  );
}

/** The entries of a folder of the site that are not ours. An unchanged folder has the entries that it had. */
function strangersIn(
  top: string,
  folder: string,
  {
    own,
    folders,
    mark,
  }: { readonly own: ReadonlySet<string>; readonly folders: ReadonlySet<string>; readonly mark: number },
): readonly string[] {
  const place = join(top, folder);
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory()) return [];
  if (found.ctimeMs < mark) return [];
  return (entriesIn(place) ?? []).flatMap((entry) => {
    const name = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (folder === '.' && (entry.name.startsWith('.') || entry.name === manifestName)) return [];
    const isOurs = entry.isDirectory() ? folders.has(name) : entry.isFile() && own.has(name);
    return isOurs ? [] : [name];
  });
}

function refuseClash({ named, folder }: OutFolder, strange: readonly string[], wanted: readonly string[]): void {
  for (const thing of strange) {
    const isFolder = lstatSync(join(folder, thing)).isDirectory();
    const inside = isFolder ? filesIn(join(folder, thing)).map((file) => `${thing}/${file}`) : [thing];
    const clash = inside.find((file) => isSiteName(file) || isSiteFolder(file) || wanted.includes(file));
    if (clash !== undefined)
      throw new UsageError(
        `\`${join(named, clash)}\` is not of apidelta and is in the way of a page: move it away, or name another folder with --out.`,
      );
  }
}

function exists(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
}
