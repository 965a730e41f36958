/** Finds trees of reference RST: `services/<service>.rst` with `services/<service>/client/<operation>.rst` and the like. */
import { append } from '../../model/index.ts';
import { type Entry, fullPath, type Tree } from '../tree.ts';
import { areAll, type DraftFile, type DraftUnit, type Taken } from './draft-unit.ts';

/** The page of an operation, paginator, waiter or exception, below the folder of its service. */
const page = /^(?<folder>(?:.*\/)?[^/]+)\/(?:(?:client|paginator|waiter|service-resource)|client\/exceptions)\/[^/]+$/;
/** The extensions of such pages; Sphinx publishes its sources as `.rst.txt`. */
const extension = /\.(?:rst\.txt|rst|txt)$/;

interface ServiceFolder {
  readonly path: string;
  readonly extension: string;
  readonly files: Entry[];
}

/** Takes the pages of each service together. */
export async function takeReferenceTrees(tree: Tree, entries: readonly Entry[]): Promise<Taken> {
  const folders = serviceFolders(tree, entries);
  if (folders.size === 0) return { units: [], rest: entries };
  const rest: Entry[] = [];
  for (const entry of entries) {
    const folder = folderOf(fullPath(tree, entry.path), folders);
    if (folder) folder.files.push(entry);
    else rest.push(entry);
  }
  const units: DraftUnit[] = [];
  for (const [parent, siblings] of Map.groupBy(folders.values(), ({ path }) => parentOf(path))) {
    const files = siblings.flatMap((folder) => folder.files);
    if (await areAll('reference-rst', tree, files))
      for (const folder of siblings) units.push(unitOf(tree, folder, parent, siblings.length));
    else append(rest, files);
  }
  return { units, rest };
}

function serviceFolders(tree: Tree, entries: readonly Entry[]): Map<string, ServiceFolder> {
  const folders = new Map<string, ServiceFolder>();
  for (const { path } of entries) {
    const full = fullPath(tree, path);
    const found = extension.exec(full)?.[0];
    const folder = found === undefined ? undefined : page.exec(full)?.groups?.folder;
    if (folder !== undefined && found !== undefined && !folders.has(folder))
      folders.set(folder, { path: folder, extension: found, files: [] });
  }
  return folders;
}

/** The service that a file belongs to: one of its folders, or the folder that is named as the file is. */
function folderOf(full: string, folders: ReadonlyMap<string, ServiceFolder>): ServiceFolder | undefined {
  const found = extension.exec(full)?.[0];
  if (found === undefined) return undefined;
  let at = full.slice(0, -found.length);
  while (at !== '') {
    const folder = folders.get(at);
    if (folder) return folder.extension === found ? folder : undefined;
    at = parentOf(at);
  }
  return undefined;
}

function unitOf(tree: Tree, folder: ServiceFolder, parent: string, siblings: number): DraftUnit {
  const name = folder.path.slice(parent === '' ? 0 : parent.length + 1);
  const files = folder.files
    .map(
      (entry): DraftFile => ({ entry, path: fullPath(tree, entry.path).slice(parent === '' ? 0 : parent.length + 1) }),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  // A lone folder `client` may stand in anything; the index beside it, siblings or `services` above say what it is.
  const isNamed = siblings > 1 || /(?:^|\/)services$/.test(parent) || files.some(({ path }) => !path.includes('/'));
  return { dialect: 'reference-rst', service: isNamed ? name : null, files };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
