/** Answers questions about the history: how a service was at a version, and which states it had. */
import type { Service } from '../../model/index.ts';
import { compareVersions } from '../../model/versions.ts';
import { findDialectName } from '../../parse/dialects/names.ts';
import type { Database } from '../database/database.ts';
import { type Input, inputsOf, snapshotOf } from '../ingest/inputs.ts';
import { formerName } from '../ingest/presence.ts';
import { lineOf } from '../releases/line-of.ts';
import type { Renamed } from '../types.ts';

/**
 * The name of the whole state of a service at a version: of the newest state that is not newer than the version. Before
 * a rename, this is the state of the former name. Undefined if the service did not exist, or its state is not known.
 * Equal names mean equal states.
 */
export function stateNameAt(database: Database, service: string, version: string): string | undefined {
  return newestOn(database, { service, version });
}

/** The name of the state of a service just before a version: at the release that the version continues after. */
export function stateNameBefore(database: Database, service: string, version: string): string | undefined {
  return newestOn(database, { service, version, without: version });
}

/** A version at which a service changed, and the name of its state then; undefined if the service did not exist. */
export interface NamedState {
  readonly version: string;
  /** What the service was called then. */
  readonly service: string;
  readonly name: string | undefined;
  /** Whether the version is beside the main line: no later version continues after it. */
  readonly beside: boolean;
}

/**
 * Every state that a service had, also under its former names: oldest first, those beside the main line last. Each is
 * equal to the answer of `stateNameAt`, which would read all inputs again for every state.
 */
export function stateNames(database: Database, service: string): readonly NamedState[] {
  const inputs = inputsOf(database, service);
  const lines = linesFor(database, inputs);
  const readable = inputs
    .filter(hasVersion)
    .filter(({ stated, presence }) => stated === null && presence.kind !== 'unread');
  const main = readable.filter(({ version }) => !lines.has(version));
  const own = new Map(
    withoutExcerpts(database, inputs, main.sort(byVersion(database))).map(({ version, snapshot }) => [
      version,
      snapshot,
    ]),
  );
  const names = new Map([
    ...formerVersions(database, inputs, [service]),
    ...[...own.keys()].map((version) => [version, service] as const),
  ]);
  const beside = new Set(readable.flatMap(({ version }) => (lines.has(version) ? [version] : [])));
  const stateOf = (version: string, isBeside: boolean): NamedState => ({
    version,
    service: names.get(version) ?? service,
    name: own.get(version) || stateNameAt(database, service, version),
    beside: isBeside,
  });
  return [
    ...[...names.keys()].sort(compareVersions).map((version) => stateOf(version, false)),
    ...[...beside].sort(compareVersions).map((version) => stateOf(version, true)),
  ];
}

/** A state whose source names a version. */
type VersionedInput = Input & { readonly version: string };

function hasVersion(input: Input): input is VersionedInput {
  return input.version !== null;
}

/** The versions in which a service had each of its former names, with that name. */
function formerVersions(
  database: Database,
  inputs: readonly Input[],
  names: readonly string[],
): readonly (readonly [version: string, service: string])[] {
  return inputs.flatMap(({ presence, version: until }) => {
    const former = formerName(presence);
    if (former === undefined || until === null || names.includes(former)) return [];
    const before = inputsOf(database, former);
    const own = before.flatMap(({ version, stated }) =>
      version === null || stated !== null ? [] : [[version, former] as const],
    );
    return [...formerVersions(database, before, [...names, former]), ...own].filter(
      ([version]) => compareVersions(version, until) < 0,
    );
  });
}

/**
 * Sorts by version; of several states of one version, that which the history takes as its state comes last
 * (`richestFirst`).
 */
function byVersion(database: Database): (a: VersionedInput, b: VersionedInput) => number {
  const sizeOf = (input: VersionedInput): number =>
    input.snapshot === '' ? -1 : snapshotOf(database, input).operations.length;
  return (a, b) => {
    const order = compareVersions(a.version, b.version);
    if (order !== 0 || a.snapshot === b.snapshot) return order;
    const byDialect = richnessOf(a) - richnessOf(b);
    // Nearly always there is one state of a dialect.
    return byDialect || sizeOf(a) - sizeOf(b) || (a.snapshot < b.snapshot ? 1 : -1);
  };
}

function richnessOf({ dialect }: Input): number {
  return findDialectName(dialect)?.richness ?? 0;
}

/** What a service is called now, and which version renamed it; null if it was not renamed, or exists again. */
export function renamedTo(database: Database, service: string, names: readonly string[] = [service]): Renamed | null {
  const last = inputsOf(database, service).filter(hasVersion).sort(byVersion(database)).at(-1);
  if (last?.presence.kind !== 'renamed-to') return null;
  const { version, presence } = last;
  // It may have been renamed again.
  const again = names.includes(presence.service)
    ? null
    : renamedTo(database, presence.service, [...names, presence.service]);
  return { service: again?.service ?? presence.service, version };
}

/** Reads a state by its name. */
export function loadState(database: Database, name: string): Service {
  return snapshotOf(database, { snapshot: name });
}

/**
 * For each release beside the main line, the version that it continues after, in the repository that the service was
 * walked in.
 */
function linesFor(database: Database, inputs: readonly Input[]): ReadonlyMap<string, string> {
  const repository = inputs.find((input) => input.repository !== null)?.repository ?? null;
  if (repository === null) return new Map();
  const where = 'WHERE repository = ? AND predecessor IS NOT NULL';
  const beside = database.rows<{ version: string; predecessor: string }>('walked', where, repository);
  return new Map(beside.map(({ version, predecessor }) => [version, predecessor]));
}

/** The newest state of a service at a version, ignoring the release `without`. */
function newestOn(
  database: Database,
  { service, version, without }: { readonly service: string; readonly version: string; readonly without?: string },
  names: readonly string[] = [service],
): string | undefined {
  const inputs = inputsOf(database, service);
  const isOnLine = lineOf(linesFor(database, inputs), version);
  const states = inputs
    .filter(hasVersion)
    .filter(({ version: at, stated }) => at !== without && stated === null && isOnLine(at))
    .sort(byVersion(database));
  // An unreadable state says nothing: the state before it is the newest known one.
  const readable = states.filter(({ presence }) => presence.kind !== 'unread');
  const newest = withoutExcerpts(database, inputs, readable).at(-1);
  if (newest !== undefined && newest.snapshot !== '') return newest.snapshot;
  const renamed = inputs
    .filter(hasVersion)
    .filter(({ presence, version: at }) => presence.kind === 'renamed-from' && isLater(at, version, without))
    .sort(byVersion(database))[0];
  const former = renamed && formerName(renamed.presence);
  if (former === undefined || names.includes(former)) return undefined;
  return newestOn(database, { service: former, version, ...(without === undefined ? {} : { without }) }, [
    ...names,
    former,
  ]);
}

/**
 * The states of a service without those that a walk knows better. The walk knows the service at each of its releases,
 * so a single page or folder of such a release, which may be an excerpt, adds nothing.
 */
function withoutExcerpts(
  database: Database,
  inputs: readonly Input[],
  states: readonly VersionedInput[],
): readonly VersionedInput[] {
  const isMixed =
    states.some(({ repository }) => repository === null) && states.some(({ repository }) => repository !== null);
  const until = isMixed ? walkedUntil(database, inputs) : undefined;
  if (until === undefined) return states;
  return states.filter(({ repository, version }) => repository !== null || compareVersions(version, until) > 0);
}

/** The newest release of the repository that a service was walked in; undefined if it was not walked. */
function walkedUntil(database: Database, inputs: readonly Input[]): string | undefined {
  const repository = inputs.find((input) => input.repository !== null)?.repository ?? null;
  if (repository === null) return undefined;
  return database
    .all<{ version: string }>('SELECT version FROM walked WHERE repository = ?', repository)
    .map(({ version }) => version)
    .sort(compareVersions)
    .at(-1);
}

/**
 * The newest version for which the store knows a service: its last state, or the last release that was walked for it.
 */
export function knownUntil(database: Database, service: string): string | undefined {
  const inputs = inputsOf(database, service);
  const versions = inputs.flatMap(({ version, stated }) => (version === null || stated !== null ? [] : [version]));
  const complete = database
    .all<{ version: string }>('SELECT DISTINCT version FROM input WHERE complete = 1 AND version IS NOT NULL')
    .map(({ version }) => version);
  const walked = walkedUntil(database, inputs);
  return [...versions, ...complete, ...(walked === undefined ? [] : [walked])].sort(compareVersions).at(-1);
}

/** Whether a service was renamed, at `at`, only after a version, or (with `without`) at it. */
function isLater(at: string, version: string, without: string | undefined): boolean {
  const order = compareVersions(at, version);
  return order > 0 || (order === 0 && without !== undefined);
}

/** The versions of all releases, oldest first. */
export function releaseVersions(database: Database): readonly string[] {
  return database
    .rows<{ version: string }>('release', 'WHERE version IS NOT NULL ORDER BY position')
    .map(({ version }) => version);
}
