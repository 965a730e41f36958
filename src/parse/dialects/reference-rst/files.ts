/** Finds trees of reference RST: `services/<service>.rst` with `services/<service>/client/<operation>.rst` and the like. */
import { append } from '../../../model/index.ts';
import {
  type FileLayout,
  type FileUnit,
  type Look,
  loneFiles,
  loneUnit,
  type PlacedFile,
  type TakenFiles,
  type UnitFile,
} from '../file-layout.ts';

/** The page of an operation, paginator, waiter or exception: its path below the folder of its service. */
const page = /^(?<folder>(?:.*\/)?[^/]+)\/(?:(?:client|paginator|waiter|service-resource)|client\/exceptions)\/[^/]+$/;
/** The extensions of such pages; Sphinx publishes its sources as `.rst.txt`. */
const extension = /\.(?:rst\.txt|rst|txt)$/;

interface ServiceFolder<File> {
  readonly path: string;
  readonly extension: string;
  readonly files: File[];
}

export const referenceRstFiles: FileLayout = {
  ...loneFiles,
  takeFolders: takeReferenceTrees,
  takeLoose: (recognised, others) => ({
    units: recognised.map((file) => loneUnit(file, serviceOfPage(file))),
    rest: others,
  }),
};

/** Takes all pages of a service as one unit. */
async function takeReferenceTrees<File extends PlacedFile>(
  all: readonly File[],
  look: Look<File>,
): Promise<TakenFiles<File>> {
  const folders = serviceFolders(all);
  if (folders.size === 0) return { units: [], rest: all };
  const rest: File[] = [];
  for (const file of all) {
    const folder = folderOf(file.full, folders);
    if (folder) folder.files.push(file);
    else rest.push(file);
  }
  const units: FileUnit<File>[] = [];
  for (const [parent, siblings] of Map.groupBy(folders.values(), ({ path }) => parentOf(path))) {
    const files = siblings.flatMap((folder) => folder.files);
    if (await look.isTrueOf(files)) for (const folder of siblings) units.push(unitOf(folder, parent, siblings.length));
    else append(rest, files);
  }
  return { units, rest };
}

/** The page of a whole service has the name of the service and stands in a folder `services`. */
function serviceOfPage({ full }: PlacedFile): string | null {
  const [folder, name = ''] = full.split('/').slice(-2);
  return folder === 'services' ? name.replace(/(?<!\.rst|\.txt)(?:\.rst|\.txt)+$/, '') : null;
}

function serviceFolders<File extends PlacedFile>(all: readonly File[]): Map<string, ServiceFolder<File>> {
  const folders = new Map<string, ServiceFolder<File>>();
  for (const { full } of all) {
    const found = extension.exec(full)?.[0];
    const folder = found === undefined ? undefined : page.exec(full)?.groups?.folder;
    if (folder !== undefined && found !== undefined && !folders.has(folder))
      folders.set(folder, { path: folder, extension: found, files: [] });
  }
  return folders;
}

/** The service of a file: one of its folders, or the folder with the same name as the file. */
function folderOf<File>(
  full: string,
  folders: ReadonlyMap<string, ServiceFolder<File>>,
): ServiceFolder<File> | undefined {
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

function unitOf<File extends PlacedFile>(
  folder: ServiceFolder<File>,
  parent: string,
  siblings: number,
): FileUnit<File> {
  const name = folder.path.slice(parent === '' ? 0 : parent.length + 1);
  const files = folder.files
    .map((file): UnitFile<File> => ({ file, path: file.full.slice(parent === '' ? 0 : parent.length + 1) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  // A single folder `client` may belong to anything; an index beside it, other services, or a folder `services` above
  // confirm it.
  const isNamed = siblings > 1 || /(?:^|\/)services$/.test(parent) || files.some(({ path }) => !path.includes('/'));
  return { service: isNamed ? name : null, files };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
