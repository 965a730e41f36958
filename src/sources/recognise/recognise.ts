/** From a tree of entries to units: what belongs together, in which dialect, of which version. */
import type { Dialect } from '../../parse/result.ts';
import { readEntry } from '../read-entry.ts';
import type { Entry, Skipped, Tree } from '../tree.ts';
import { SourceError, type SourceFile, type SourceOptions, type SourceUnit } from '../types.ts';
import { compareVersions } from '../versions.ts';
import { type DraftUnit, dialectOf } from './draft-unit.ts';
import { findPackage, isPartOfPackage } from './installed-package.ts';
import { dataFolder, modelPathOf, reasonNotRead } from './model-layout.ts';
import { looseModels, takeModels } from './model-units.ts';
import { takeNoteFolders } from './note-folders.ts';
import { versionOfPath } from './path-version.ts';
import { takeReferenceTrees } from './reference-trees.ts';

/** What the place itself tells of all its units: a tag, a package around it. */
export interface Surroundings {
  readonly version?: string | null;
  readonly date?: string | null;
  readonly complete?: boolean;
}

export interface Recognised {
  readonly units: readonly SourceUnit[];
  readonly unknown: readonly Skipped[];
}

/** Recognises everything in a tree. */
export async function recognise(tree: Tree, around: Surroundings, options: SourceOptions): Promise<Recognised> {
  const inPackage = await findPackage(tree);
  const entries = inPackage ? tree.entries.filter(({ path }) => isPartOfPackage(inPackage, path)) : tree.entries;
  const pages = await takeReferenceTrees(tree, entries);
  const models = await takeModels(tree, pages.rest, options.allApiVersions === true);
  const notes = await takeNoteFolders(tree, models.rest);
  const others = await recogniseEach(tree, notes.rest, models.units.length > 0);
  const drafts = [...pages.units, ...models.units, ...notes.units, ...others.units];
  // A tag says more than the package: the AWS CLI carries a botocore of another version.
  const version = around.version ?? inPackage?.version ?? null;
  const complete = options.complete ?? around.complete ?? inPackage !== undefined;
  const units = drafts.map((draft): SourceUnit => {
    const named = options.as ?? version ?? draft.version ?? versionOfPath(tree, draft.files[0]?.entry.path ?? '');
    const files = draft.files.map(({ entry, path }) => fileOf(tree, entry, path));
    return {
      dialect: draft.dialect,
      service: draft.service,
      version: named,
      date: options.date ?? around.date ?? null,
      complete,
      files,
    };
  });
  if (options.as !== undefined || options.date !== undefined) mustBeOneVersion(tree, drafts, options);
  return { units: units.sort(compareUnits), unknown: [...tree.skipped, ...others.unknown] };
}

/** Leaves out the units of other services; those whose service only their text tells stay. */
export function ofServices(
  units: readonly SourceUnit[],
  services: readonly string[] | undefined,
): readonly SourceUnit[] {
  if (services === undefined) return units;
  const wanted = new Set(services);
  return units.filter(({ service }) => service === null || wanted.has(service));
}

async function recogniseEach(
  tree: Tree,
  entries: readonly Entry[],
  besideModels: boolean,
): Promise<{ units: DraftUnit[]; unknown: Skipped[] }> {
  const looked = await Promise.all(
    entries.map(async (entry) => {
      const known = besideModels || entry.path.includes(dataFolder) ? reasonBeside(entry) : undefined;
      return { entry, ...(known === undefined ? await dialectOf(tree, entry) : { reason: known }) };
    }),
  );
  const models = looked.filter(({ dialect }) => dialect === 'service-model').map(({ entry }) => entry);
  const nothing = looked.filter(({ dialect }) => dialect === undefined);
  const loose = looseModels(
    models,
    nothing.map(({ entry }) => entry),
  );
  const left = new Set(loose.rest);
  const units = [...loose.units];
  for (const { entry, dialect } of looked) {
    if (dialect === undefined || dialect === 'service-model') continue;
    units.push({ dialect, service: serviceOfPage(tree, entry, dialect), files: [{ entry, path: entry.path }] });
  }
  const unknown = nothing
    .filter(({ entry }) => left.has(entry))
    .map(({ entry, reason }) => ({ name: tree.nameOf(entry.path), reason }));
  return { units, unknown };
}

function reasonBeside({ path }: Entry): string | undefined {
  return modelPathOf(path) ? 'part of a service model that is not here' : reasonNotRead(path);
}

/** The page of a whole service is named after it, in a folder `services`. */
function serviceOfPage(tree: Tree, { path }: Entry, dialect: Dialect): string | null {
  if (dialect !== 'reference-rst') return null;
  const [folder, name = ''] = [...tree.above, ...path.split('/')].slice(-2);
  return folder === 'services' ? name.replace(/(?<!\.rst|\.txt)(?:\.rst|\.txt)+$/, '') : null;
}

function fileOf(tree: Tree, entry: Entry, path: string): SourceFile {
  return { name: tree.nameOf(entry.path), path, size: entry.size, read: () => readEntry(tree, entry) };
}

/** One version and one day for many versions would be wrong for all but one. */
function mustBeOneVersion(tree: Tree, drafts: readonly DraftUnit[], options: SourceOptions): void {
  const versions = new Set(drafts.map((draft) => versionOfPath(tree, draft.files[0]?.entry.path ?? '')));
  versions.delete(null);
  if (versions.size < 2) return;
  const option = options.as === undefined ? '--date' : '--as';
  const list = [...versions].map(String).sort(compareVersions).join(', ');
  throw new SourceError(
    `\`${option}\` names one release, but ${versions.size} versions were found (${list}). Name one of their folders`,
  );
}

/** Units of one version stand together, older versions first, those without a version last. */
function compareUnits(a: SourceUnit, b: SourceUnit): number {
  if (a.version !== b.version) {
    if (a.version === null) return 1;
    return b.version === null ? -1 : compareVersions(a.version, b.version);
  }
  const [left, right] = [unitKey(a), unitKey(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function unitKey({ dialect, service, files }: SourceUnit): string {
  return `${dialect}\0${service ?? ''}\0${files[0]?.path ?? ''}\0${files[0]?.name ?? ''}`;
}
