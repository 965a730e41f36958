/** Turns a tree of entries into units: documents that belong together, with their dialect and version. */
import { append } from '../../model/index.ts';
import { compareVersions } from '../../model/versions.ts';
import { type DialectId, dialects, showsServices, type Twin } from '../../parse/dialects/index.ts';
import { readEntry } from '../read-entry.ts';
import type { Entry, Skipped, Tree } from '../tree.ts';
import { SourceError, type SourceFile, type SourceOptions, type SourceUnit } from '../types.ts';
import { findPackage, isPartOfPackage } from './installed-package.ts';
import { versionOfPath } from './path-version.ts';
import { areAll, dialectIn, type PlacedEntry, placed, type RecognisedUnit } from './recognised-unit.ts';

/** The facts that the surroundings state for all units: a tag, a package around them. */
export interface Surroundings {
  readonly version?: string | null;
  readonly date?: string | null;
  readonly complete?: boolean;
}

export interface Recognised {
  readonly units: readonly SourceUnit[];
  /** Whether they show every service. */
  readonly complete: boolean;
  readonly unknown: readonly Skipped[];
  /** Files that are not read because of another form of them with other content. */
  readonly twins: readonly Skipped[];
}

/** Recognises everything in a tree. */
export async function recognise(tree: Tree, around: Surroundings, options: SourceOptions): Promise<Recognised> {
  const inPackage = await findPackage(tree);
  const entries = inPackage ? tree.entries.filter(({ path }) => isPartOfPackage(inPackage, path)) : tree.entries;
  const recognised: RecognisedUnit[] = [];
  const beside = new Set<DialectId>();
  const twins: Skipped[] = [];
  let rest: readonly PlacedEntry[] = entries.map((entry) => placed(tree, entry));
  for (const { id, files } of dialects) {
    const taken = await files.takeFolders(rest, {
      isTrueOf: (some) => areAll(id, tree, some),
      allApiVersions: options.allApiVersions === true,
    });
    for (const unit of taken.units) recognised.push({ ...unit, dialect: id });
    if (taken.units.length > 0) beside.add(id);
    append(twins, await unlikeTwins(tree, taken.twins ?? []));
    rest = taken.rest;
  }
  const others = await recogniseEach(tree, rest, beside);
  append(recognised, others.units);
  // The tag has priority over the package: the AWS CLI contains a botocore of another version.
  const version = around.version ?? inPackage?.version ?? null;
  const complete = options.complete ?? around.complete ?? inPackage !== undefined;
  const units = recognised.map((unit): SourceUnit => {
    const named = options.as ?? version ?? unit.version ?? versionOfPath(tree, unit.files[0]?.file.path ?? '');
    const files = unit.files.map(({ file, path }) => fileOf(tree, file.entry, path));
    return {
      dialect: unit.dialect,
      service: unit.service,
      version: named,
      isNamed: options.as !== undefined,
      date: options.date ?? around.date ?? null,
      complete,
      files,
    };
  });
  if (options.as !== undefined || options.date !== undefined) mustBeOneVersion(tree, recognised, options);
  return {
    units: units.sort(compareUnits),
    complete: complete && units.some(({ dialect }) => showsServices(dialect)),
    unknown: [...tree.skipped, ...twins, ...others.unknown],
    twins,
  };
}

/** The files whose content differs from that of the file which is read in their place. */
async function unlikeTwins(tree: Tree, twins: readonly Twin<PlacedEntry>[]): Promise<Skipped[]> {
  const unlike: Skipped[] = [];
  for (const { file, read } of twins) {
    // A damaged one has no content: the one that is read says so when it is read.
    const [own, other] = await Promise.all(
      [file, read].map(({ entry }) => readEntry(tree, entry).catch(() => undefined)),
    );
    if (own !== other)
      unlike.push({ name: tree.nameOf(file.path), reason: `\`${tree.nameOf(read.path)}\` with other content is read` });
  }
  return unlike;
}

/** Removes the units of other services; units whose service only their text states stay. */
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
  files: readonly PlacedEntry[],
  beside: ReadonlySet<DialectId>,
): Promise<{ units: RecognisedUnit[]; unknown: Skipped[] }> {
  const looked = await Promise.all(
    files.map(async (file): Promise<{ file: PlacedEntry; dialect?: DialectId; reason: string }> => {
      const known = reasonNotRead(file, beside);
      return { file, ...(known === undefined ? await dialectIn(tree, file.entry) : { reason: known }) };
    }),
  );
  const nothing = looked.filter(({ dialect }) => dialect === undefined);
  const units: RecognisedUnit[] = [];
  let rest: readonly PlacedEntry[] = nothing.map(({ file }) => file);
  for (const { id, files: layout } of dialects) {
    const own = looked.filter(({ dialect }) => dialect === id).map(({ file }) => file);
    const taken = layout.takeLoose(own, rest);
    for (const unit of taken.units) units.push({ ...unit, dialect: id });
    rest = taken.rest;
  }
  const left = new Set(rest);
  const unknown = nothing
    .filter(({ file }) => left.has(file))
    .map(({ file, reason }) => ({ name: tree.nameOf(file.path), reason }));
  return { units, unknown };
}

function reasonNotRead({ path }: PlacedEntry, beside: ReadonlySet<DialectId>): string | undefined {
  for (const { id, files } of dialects) {
    const reason = files.reasonNotRead(path, beside.has(id));
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function fileOf(tree: Tree, entry: Entry, path: string): SourceFile {
  return { name: tree.nameOf(entry.path), path, size: entry.size, read: () => readEntry(tree, entry) };
}

/** If there are several versions, one given version and date would be wrong for all but one. */
function mustBeOneVersion(tree: Tree, recognised: readonly RecognisedUnit[], options: SourceOptions): void {
  const versions = new Set(recognised.map((unit) => versionOfPath(tree, unit.files[0]?.file.path ?? '')));
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
