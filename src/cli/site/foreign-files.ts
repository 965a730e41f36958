/** What stands in the folder of the site and is not ours: `.git`, `CNAME`, a file of the user's. It stays, whatever happens to the site. */
import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { markPattern } from '../../sources/index.ts';
import { entriesIn, manifestName, readManifest } from './manifest.ts';
import { isSiteName } from './site-names.ts';

/** Names that we lay down for a while inside the folder of the site, where nothing can be laid beside it. */
export const insidePattern: RegExp = new RegExp(`^\\.apidelta-(next|ready)-(${markPattern})$`);

/** Whether a name in the folder of a site is of a file that we wrote there. */
export function ownFilesOf(folder: string): (file: string) => boolean {
  const files = readManifest(folder);
  // A site from before there was a list was only taken over where every name is one of a site.
  if (files === null) return isSiteName;
  return (file) => file === manifestName || (files !== 'damaged' && files.has(file));
}

/** What is not ours, each thing once: a folder with nothing of ours in it is one thing. */
export function foreignIn(folder: string, isOwn: (file: string) => boolean = ownFilesOf(folder)): readonly string[] {
  const found: string[] = [];
  /** Gives whether something of ours is in there. */
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

/** Moves things from one folder into another. What the other one has already stays where it is: gives those names. */
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

/** The first foreign thing that is in the way of one of these files. */
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
