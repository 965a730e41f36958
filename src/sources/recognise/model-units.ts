/** Finds service models: the JSON files of one API version of a service are one unit. */
import { append } from '../../model/index.ts';
import { type Entry, fullPath, type Tree } from '../tree.ts';
import { areAll, type DraftFile, type DraftUnit, type Taken } from './draft-unit.ts';
import { type ModelPath, modelPathOf, modelRoleOf } from './model-layout.ts';

interface Placed {
  readonly entry: Entry;
  readonly model: ModelPath;
}

/** Takes the models that stand in a layout; only the newest API version of each service, unless all are wanted. */
export async function takeModels(tree: Tree, entries: readonly Entry[], allApiVersions: boolean): Promise<Taken> {
  const rest: Entry[] = [];
  const placed: Placed[] = [];
  for (const entry of entries) {
    const model = modelPathOf(fullPath(tree, entry.path));
    if (model) placed.push({ entry, model });
    else rest.push(entry);
  }
  const services = placed.filter(({ model }) => model.role === 'service').map(({ entry }) => entry);
  if (!(await areAll('service-model', tree, services))) return { units: [], rest: entries };
  const groups: Placed[][] = [];
  for (const group of Map.groupBy(placed, ({ model }) => model.unit).values()) {
    if (group.some(({ model }) => model.role === 'service')) groups.push(withoutTwins(group));
    else
      append(
        rest,
        group.map(({ entry }) => entry),
      );
  }
  return { units: (allApiVersions ? groups : newest(groups)).map(unitOf), rest };
}

/** Models that were recognised one by one, each with the files beside it that belong to it by their name. */
export function looseModels(recognised: readonly Entry[], others: readonly Entry[]): Taken {
  const taken = new Set<Entry>();
  const byFolder = Map.groupBy(recognised, folderOf);
  const units = recognised.map((entry): DraftUnit => {
    const isAlone = byFolder.get(folderOf(entry))?.length === 1;
    const beside = isAlone ? others.filter((other) => folderOf(other) === folderOf(entry) && belongs(other)) : [];
    for (const other of beside) taken.add(other);
    const files = [entry, ...beside].map(
      (file): DraftFile => ({ entry: file, path: unitPath(file).replace(/\.gz$/, '') }),
    );
    return { dialect: 'service-model', service: null, files };
  });
  return { units, rest: others.filter((entry) => !taken.has(entry)) };
}

function unitOf(group: readonly Placed[]): DraftUnit {
  const files = group
    .map(({ entry, model }): DraftFile => ({ entry, path: model.path }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const { service = '', apiVersion = '' } = group[0]?.model ?? {};
  return { dialect: 'service-model', service, apiVersion, files };
}

function newest(groups: readonly Placed[][]): Placed[][] {
  const byService = new Map<string, Placed[]>();
  for (const group of groups) {
    const key = serviceKey(group);
    const other = byService.get(key);
    if (other === undefined || apiVersionOf(other) < apiVersionOf(group)) byService.set(key, group);
  }
  return [...byService.values()];
}

/** The folder of the service: the same service of another version is another one. */
function serviceKey(group: readonly Placed[]): string {
  const unit = group[0]?.model.unit ?? '';
  return unit.slice(0, unit.lastIndexOf('/'));
}

function apiVersionOf(group: readonly Placed[]): string {
  return group[0]?.model.apiVersion ?? '';
}

/** Where a file is there gzipped and plain, botocore reads the plain one. */
function withoutTwins(group: readonly Placed[]): Placed[] {
  const byPath = new Map<string, Placed>();
  for (const file of group) {
    const other = byPath.get(file.model.path);
    if (other === undefined || other.entry.path.length > file.entry.path.length) byPath.set(file.model.path, file);
  }
  return [...byPath.values()];
}

function belongs(entry: Entry): boolean {
  const role = modelRoleOf(unitPath(entry));
  return role !== undefined && role !== 'service';
}

function unitPath({ path }: Entry): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf({ path }: Entry): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
