/**
 * Makes the chains of services from their wanted releases: from the trees of the repository, or the store if it lost
 * them.
 */

import { compareVersions } from '../../../model/versions.ts';
import type { WalkedDialect } from '../../../parse/dialects/index.ts';
import {
  changedModelFilesInRow,
  type Release as GitRelease,
  modelFilesAt,
  type Repository,
} from '../../../sources/index.ts';
import type { Database } from '../../database/database.ts';
import { type Input, inputsOf } from '../../ingest/inputs.ts';
import type { Release } from '../../types.ts';
import { keyIn } from './chain-steps.ts';
import { type Chain, Chains, type Revision } from './chains.ts';
import type { Covered } from './coverage.ts';
import { Gaps } from './gaps.ts';
import type { WalkedRelease } from './repositories.ts';

/** The sources of chains. */
export interface ChainSource {
  readonly database: Database;
  /** The number of the repository in the store; undefined for a new one. */
  readonly id: number | undefined;
  readonly repository: Repository;
  /** The dialect of the repository. */
  readonly dialect: WalkedDialect;
  /** Every release that the repository has a tag for, by version. */
  readonly tags: ReadonlyMap<string, GitRelease>;
  /** Every release that is wanted for any service, by version. */
  readonly walked: ReadonlyMap<string, WalkedRelease>;
}

/** The chains of all services over some releases, before renames are followed. */
export async function planChains(source: ChainSource, covered: Covered): Promise<readonly Chain[]> {
  const { repository, dialect, tags, walked } = source;
  const versions = [...covered.keys()].sort(compareVersions);
  const mainLine = versions.filter((version) => walked.get(version)?.predecessor === null);
  const present = mainLine.flatMap((version) => tags.get(version) ?? []);
  const rows = await changedModelFilesInRow(
    repository,
    dialect.repository,
    present.map(({ tree }) => tree),
  );
  const changes = new Map(present.map(({ version }, index) => [version, rows[index] ?? []]));
  const stored = storedRevisions(source, versions);
  const chains = new Chains(undefined);
  const gaps = new Gaps(source);
  for (const [index, version] of mainLine.entries()) {
    const changed = changes.get(version);
    if (changed === undefined) chains.takeStored(stored.get(version) ?? []);
    else chains.take(releaseOf(source, version), changed, gaps.isBetween(mainLine[index - 1], version));
  }
  return withBackports(source, versions, chains.chains(), stored);
}

/** The chains of new releases after a known one: all of them come after all known ones, on the main line. */
export async function planNewChains(
  source: ChainSource,
  last: string,
  fresh: readonly string[],
): Promise<readonly Chain[]> {
  const { repository, dialect, tags } = source;
  const trees = [last, ...fresh].map((version) => (tags.get(version) as GitRelease).tree);
  const chains = new Chains((await modelFilesAt(repository, dialect.repository, trees[0] as string)).files);
  const rows = await changedModelFilesInRow(repository, dialect.repository, trees);
  const gaps = new Gaps(source);
  for (const [index, version] of fresh.entries())
    chains.take(releaseOf(source, version), rows[index + 1] ?? [], gaps.isBetween(fresh[index - 1] ?? last, version));
  return chains.chains();
}

/** A release of a repository as readers see it. */
export function releaseOf({ walked }: Pick<ChainSource, 'walked'>, version: string): Release {
  return { id: version, version, date: walked.get(version)?.date ?? null };
}

/** Inserts the releases beside the main line into the chains, each after the release that it continues after. */
async function withBackports(
  source: ChainSource,
  versions: readonly string[],
  chains: readonly Chain[],
  stored: ReadonlyMap<string, readonly StoredRevision[]>,
): Promise<readonly Chain[]> {
  const { repository, dialect, tags, walked } = source;
  const beside = versions.filter((version) => walked.get(version)?.predecessor !== null);
  if (beside.length === 0) return chains;
  const revisions = new Map(chains.map(({ service, revisions: own }) => [service, [...own]]));
  const covered = new Set(versions);
  for (const version of beside) {
    const before = ancestorOf(walked, covered, version);
    const tag = tags.get(version);
    if (tag === undefined) {
      for (const { service, revision } of stored.get(version) ?? [])
        add(revisions, service, asideOf(revision, walked, revisions.get(service), before));
      continue;
    }
    const from = before === null ? undefined : tags.get(before);
    const trees = from === undefined ? [tag.tree] : [from.tree, tag.tree];
    const changed = (await changedModelFilesInRow(repository, dialect.repository, trees)).at(-1) ?? [];
    const chain = new Chains(
      from === undefined ? undefined : (await modelFilesAt(repository, dialect.repository, from.tree)).files,
    );
    chain.take(releaseOf(source, version), changed, before !== walked.get(version)?.predecessor);
    for (const { service, revisions: own } of chain.chains())
      for (const revision of own) add(revisions, service, asideOf(revision, walked, revisions.get(service), before));
  }
  return [...revisions]
    .map(([service, own]) => ({
      service,
      origins: [],
      revisions: own.sort((a, b) => compareVersions(a.release.id, b.release.id)),
    }))
    .sort((a, b) => (a.service < b.service ? -1 : 1));
}

function add(revisions: Map<string, Revision[]>, service: string, revision: Revision): void {
  const own = revisions.get(service);
  if (own === undefined) revisions.set(service, [revision]);
  else own.push(revision);
}

/** The nearest release that a backport continues after, and that is covered here. */
function ancestorOf(
  walked: ReadonlyMap<string, WalkedRelease>,
  covered: ReadonlySet<string>,
  version: string,
): string | null {
  const predecessor = walked.get(version)?.predecessor ?? null;
  if (predecessor === null || predecessor === '') return null;
  if (covered.has(predecessor)) return predecessor;
  if (walked.get(predecessor)?.predecessor != null) return ancestorOf(walked, covered, predecessor);
  const mainLine = [...covered].filter((one) => walked.get(one)?.predecessor === null);
  const inOrder = [predecessor, ...mainLine].sort(compareVersions);
  return inOrder[inOrder.indexOf(predecessor) - 1] ?? null;
}

/** A revision beside the main line, with the newest revision of its service at the point where its line began. */
function asideOf(
  revision: Revision,
  walked: ReadonlyMap<string, WalkedRelease>,
  own: readonly Revision[] | undefined,
  before: string | null,
): Revision {
  const line = new Set<string>();
  let at = before;
  while (at !== null && walked.get(at)?.predecessor != null) {
    line.add(at);
    at = walked.get(at)?.predecessor ?? null;
  }
  const base = (own ?? [])
    .filter(
      ({ release, aside }) =>
        line.has(release.id) || (aside === undefined && at !== null && compareVersions(release.id, at) <= 0),
    )
    .sort((a, b) => compareVersions(a.release.id, b.release.id))
    .at(-1);
  return { ...revision, aside: { base: base ?? null } };
}

interface StoredRevision {
  readonly service: string;
  readonly revision: Revision;
}

/** The stored revisions of releases that the repository lost. */
function storedRevisions(
  source: ChainSource,
  versions: readonly string[],
): ReadonlyMap<string, readonly StoredRevision[]> {
  const { database, id, tags } = source;
  const lacking = new Set(versions.filter((version) => !tags.has(version)));
  const found = new Map<string, StoredRevision[]>();
  if (lacking.size === 0 || id === undefined) return found;
  const services = database.all<{ service: string }>(
    'SELECT DISTINCT service FROM input WHERE repository = ? ORDER BY service',
    id,
  );
  for (const { service } of services)
    for (const input of inputsOf(database, service)) {
      if (input.repository !== id || input.version === null || !lacking.has(input.version)) continue;
      const list = found.get(input.version);
      const revision = { service, revision: revisionOf(input) };
      if (list === undefined) found.set(input.version, [revision]);
      else list.push(revision);
    }
  return found;
}

function revisionOf({ version, date, presence, snapshot, origin, unsure }: Input): Revision {
  return {
    release: { id: version ?? '', version, date },
    presence,
    files: [],
    key: keyIn(origin),
    unsure,
    stored: snapshot,
  };
}
