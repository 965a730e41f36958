/** Finds service models: a unit is the JSON files of one API version of a service. */
import { append } from '../../../model/index.ts';
import type { FileLayout, FileUnit, Look, PlacedFile, TakenFiles, Twin, UnitFile } from '../file-layout.ts';
import { dataFolder, type ModelPath, modelPathOf, modelRoleOf, reasonNotRead } from './model-layout.ts';

interface Placed<File> {
  readonly file: File;
  readonly model: ModelPath;
}

export const serviceModelFiles: FileLayout = {
  takeFolders: takeModels,
  takeLoose: looseModels,
  reasonNotRead(path, isBeside) {
    if (!isBeside && !path.includes(dataFolder)) return undefined;
    return modelPathOf(path) ? 'part of a service model that is not here' : reasonNotRead(path);
  },
};

/** Takes the models of a layout; only the newest API version of each service, unless all are requested. */
async function takeModels<File extends PlacedFile>(all: readonly File[], look: Look<File>): Promise<TakenFiles<File>> {
  const rest: File[] = [];
  const placed: Placed<File>[] = [];
  for (const file of all) {
    const model = modelPathOf(file.full);
    if (model) placed.push({ file, model });
    else rest.push(file);
  }
  const services = placed.filter(({ model }) => model.role === 'service').map(({ file }) => file);
  if (!(await look.isTrueOf(services))) return { units: [], rest: all };
  const groups: Placed<File>[][] = [];
  const twins: Twin<File>[] = [];
  for (const group of Map.groupBy(placed, ({ model }) => model.unit).values()) {
    if (group.some(({ model }) => model.role === 'service')) groups.push(withoutTwins(group, twins));
    else
      append(
        rest,
        group.map(({ file }) => file),
      );
  }
  return { units: (look.allApiVersions ? groups : newest(groups)).map(unitOf), rest, twins };
}

/** Takes models that were recognised one by one, each with the files beside it whose names belong to it. */
function looseModels<File extends PlacedFile>(recognised: readonly File[], others: readonly File[]): TakenFiles<File> {
  const taken = new Set<File>();
  const byFolder = Map.groupBy(recognised, folderOf);
  const units = recognised.map((model): FileUnit<File> => {
    const isAlone = byFolder.get(folderOf(model))?.length === 1;
    const beside = isAlone ? others.filter((other) => folderOf(other) === folderOf(model) && belongs(other)) : [];
    for (const other of beside) taken.add(other);
    const files = [model, ...beside].map((file): UnitFile<File> => ({ file, path: nameOf(file).replace(/\.gz$/, '') }));
    return { service: null, files };
  });
  return { units, rest: others.filter((file) => !taken.has(file)) };
}

function unitOf<File extends PlacedFile>(group: readonly Placed<File>[]): FileUnit<File> {
  const files = group
    .map(({ file, model }): UnitFile<File> => ({ file, path: model.path }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { service: group[0]?.model.service ?? '', files };
}

function newest<File>(groups: readonly Placed<File>[][]): Placed<File>[][] {
  const byService = new Map<string, Placed<File>[]>();
  for (const group of groups) {
    const key = serviceKey(group);
    const other = byService.get(key);
    if (other === undefined || apiVersionOf(other) < apiVersionOf(group)) byService.set(key, group);
  }
  return [...byService.values()];
}

/** The folder of the service: two versions of botocore have one folder each for the same service. */
function serviceKey(group: readonly Placed<unknown>[]): string {
  const unit = group[0]?.model.unit ?? '';
  return unit.slice(0, unit.lastIndexOf('/'));
}

function apiVersionOf(group: readonly Placed<unknown>[]): string {
  return group[0]?.model.apiVersion ?? '';
}

/** If a file exists both gzipped and plain, botocore reads the plain one; the other one is added to `twins`. */
function withoutTwins<File extends PlacedFile>(group: readonly Placed<File>[], twins: Twin<File>[]): Placed<File>[] {
  const byPath = new Map<string, Placed<File>>();
  for (const one of group) {
    const other = byPath.get(one.model.path);
    const isRead = other === undefined || other.file.path.length > one.file.path.length;
    if (isRead) byPath.set(one.model.path, one);
    if (other !== undefined)
      twins.push(isRead ? { file: other.file, read: one.file } : { file: one.file, read: other.file });
  }
  return [...byPath.values()];
}

function belongs(file: PlacedFile): boolean {
  const role = modelRoleOf(nameOf(file));
  return role !== undefined && role !== 'service';
}

function nameOf({ path }: PlacedFile): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf({ path }: PlacedFile): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
