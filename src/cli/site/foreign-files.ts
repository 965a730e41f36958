/** Files in the folder of the site that are not ours: `.git`, `CNAME`, a user's file. They always stay. */
import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { markPattern } from '../../sources/index.ts';
import { entriesIn, manifestName, readManifest } from './manifest.ts';
import { isSiteName } from './site-names.ts';

/** Temporary names inside the folder of the site, for a folder that can have nothing beside it. */
export const insidePattern: RegExp = new RegExp(`^\\.apidelta-(next|ready)-(${markPattern})$`);

/** The files that are not ours; a folder that has none of our files is one entry. */
export function foreignIn(folder: string): readonly string[] {
  const isOwn = ownFilesOf(folder);
  const found: string[] = [];
  /** Says whether the folder has any of our files. */
  const visit = (inside: string): boolean => {
    const strange: string[] = [];
    let own = false;
    for (const entry of entriesIn(join(folder, inside)) ?? []) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (inside === '' && insidePattern.test(name)) continue;
      const before = found.length;
      if (entry.isDirectory() ? visit(name) : entry.isFile() && isOwn(name)) own = true;
      else {
        found.length = before;
        strange.push(name);
      }
    }
    for (const name of strange) found.push(name);
    return own;
  };
  visit('');
  return found.sort();
}

/** Gives a function that says whether we wrote the file of a name in a site's folder. */
function ownFilesOf(folder: string): (file: string) => boolean {
  const files = readManifest(folder);
  // A site without a list was accepted only if every name in it is one of a site.
  if (files === null) return isSiteName;
  return (file) => file === manifestName || (files !== 'damaged' && files.has(file));
}

/**
 * Moves files and folders into another folder. Those whose name exists there stay where they are: gives their names.
 */
export function bringOver(from: string, to: string, names: readonly string[]): readonly string[] {
  const left: string[] = [];
  for (const name of names) {
    const [source, target] = [join(from, name), join(to, name)];
    const there = lstatSync(target, { throwIfNoEntry: false });
    if (there === undefined) {
      mkdirSync(dirname(target), { recursive: true });
      renameSync(source, target);
    } else if (there.isDirectory() && lstatSync(source).isDirectory()) {
      const entries = readdirSync(source).map((entry) => `${name}/${entry}`);
      const stayed = bringOver(from, to, entries);
      if (stayed.length === 0) rmdirSync(source);
      for (const inner of stayed) left.push(inner);
    } else left.push(name);
  }
  return left;
}

/**
 * The first thing in the way of new files: something that is not ours under their name, or that is no folder above
 * them. It looks only there, because a site has 100,000 files.
 */
export function findInTheWay(folder: string, names: Iterable<string>): string | undefined {
  const looked = new Set<string>();
  for (const name of names)
    for (const place of [...foldersAbove(name), name]) {
      if (looked.has(place)) continue;
      looked.add(place);
      const there = lstatSync(join(folder, place), { throwIfNoEntry: false });
      if (there === undefined) break;
      if (place === name || !there.isDirectory()) return place;
    }
  return undefined;
}

/** The first foreign file that is in the way of one of these files. */
export function findClash(foreign: readonly string[], folder: string, files: Iterable<string>): string | undefined {
  const wanted = new Set(files);
  const folders = new Set([...wanted].flatMap(foldersAbove));
  const isInTheWay = (name: string): boolean => {
    if (foldersAbove(name).some((above) => wanted.has(above))) return true;
    if (!(lstatSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() ?? false))
      return wanted.has(name) || folders.has(name);
    if (wanted.has(name)) return true;
    return folders.has(name) && readdirSync(join(folder, name)).some((inner) => isInTheWay(`${name}/${inner}`));
  };
  return foreign.find(isInTheWay);
}

function foldersAbove(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
