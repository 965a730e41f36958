/** Walks a repository release by release into the store: adds new releases, and reads again only what changed. */
import { compareVersions } from '../../model/versions.ts';
import {
  type Release as GitRelease,
  lackedObjects,
  modelFilesAt,
  openRepository,
  parseGitSpec,
  type Repository,
  SourceError,
} from '../../sources/index.ts';
import type { Database } from '../database/database.ts';
import { sealRows } from '../database/find-damage.ts';
import type { DeriveReport } from '../ingest/derive.ts';
import { type Packed, packedWithBases } from '../packing/blobs.ts';
import { chooseDialect } from './choose-dialect.ts';
import { historyBefore, walkedInputs } from './live/history-before.ts';
import { type StageTask, stage, type WalkProgress } from './live/stage.ts';
import { type AskedPart, checkPart, checkReleases } from './part.ts';
import { knownPartOf, planOf } from './plan/chain-steps.ts';
import type { Chain, Revision } from './plan/chains.ts';
import { type ChosenChain, chooseChains, staleServices, withFormerNames } from './plan/choose-chains.ts';
import { chooseReleases, findCommits, placeReleases, remarksOnTags } from './plan/choose-releases.ts';
import { Coverage } from './plan/coverage.ts';
import type { ChainSource } from './plan/plan-chains.ts';
import { planCoverage } from './plan/plan-walk.ts';
import {
  type KnownRepository,
  mergeRepositories,
  nextNumber,
  type Rival,
  recogniseRepositories,
  repositoriesOf,
  walkedOf,
} from './plan/repositories.ts';
import { type ReadNotes, readNotes, readOwnNotes } from './read-notes.ts';
import { settle } from './settle.ts';

export type { WalkProgress } from './live/stage.ts';

export interface WalkOptions {
  /** Only releases from this version on, and up to the next one. */
  readonly since?: string;
  readonly until?: string;
  readonly services?: readonly string[];
  readonly workers?: number;
  /** The prefix of tags before their version. */
  readonly tagPrefix?: string;
  /** Only a part of the services, in its own store (`part.ts`). */
  readonly part?: AskedPart;
  /** Replace the known history if this one differs. */
  readonly replace?: boolean;
}

export interface WalkReport {
  /** Releases that were not walked before, or whose commit changed. */
  readonly releases: number;
  /** Releases that were walked before, and were removed from the store. */
  readonly withdrawn: number;
  /** States of services that were read. */
  readonly revisions: number;
  readonly services: number;
  readonly notes: number;
  /** Models that could not be read, a sentence each. */
  readonly problems: readonly string[];
  /** Other facts to report, one sentence each. */
  readonly remarks: readonly string[];
  readonly derived: DeriveReport | undefined;
}

/** A service to follow: its task, and whether everything known of it is replaced. */
interface Work extends StageTask {
  readonly isAnew: boolean;
}

/**
 * Walks the releases of a repository. All news becomes visible to readers together, at the end. Throws a `SourceError`
 * for a repository that cannot be walked, or whose walk would lose history; then readers see no change.
 */
export async function walk(
  database: Database,
  spec: string,
  options: WalkOptions = {},
  progress: WalkProgress = {},
): Promise<WalkReport> {
  checkPart(database, options.part);
  const named = await parseGitSpec(spec);
  const repository = await openRepository(named.repository);
  const { dialect, list } = await chooseDialect(repository, options.tagPrefix);
  const range = { since: named.from ?? options.since, until: named.to ?? options.until };
  const asked = await chooseReleases(repository, list, range, options.tagPrefix);
  const known = await knownRepository(database, list.releases);
  const before = known === undefined ? new Coverage() : Coverage.read(database, known.id);
  const commits = await findCommits(repository, before, new Set(list.releases.map(({ commit }) => commit)));
  const tags = new Map(list.releases.map((release) => [release.version, release]));
  const services = await withFormerNames(
    { database, id: known?.id, repository, dialect, tags },
    asked,
    before,
    options.services,
  );
  const wanted = { asked, ...range, services, replace: options.replace === true };
  const planned = planCoverage(repository.name, before, wanted, commits);
  const { coverage, withdrawn } = planned;
  checkReleases(database, planned.isAsBefore);
  const remarks = [...remarksOnTags(list), ...planned.remarks];
  const placed = known === undefined ? new Map() : walkedOf(database, known.id);
  const source: ChainSource = {
    ...{ database, id: known?.id, repository, dialect, tags },
    walked: await placeReleases(repository, list, coverage, placed),
  };
  const stale = await staleServices(database, repository, known?.id);
  const {
    chains: all,
    vanished,
    seen,
  } = await chooseChains(source, { before, after: coverage, placedBefore: placed }, stale);
  const chains = chainsOf(options.part, all);
  const missing = (options.services ?? []).filter((service) => !seen.has(service));
  if (missing.length > 0 && missing.length === options.services?.length)
    throw new SourceError(missingSentence(repository, missing));
  if (missing.length > 0) remarks.push(missingSentence(repository, missing));
  const replaced = rivalsOf(database, known, chains);
  if (replaced.length > 0 && !wanted.replace) throw new SourceError(rivalSentence(repository, replaced));
  for (const rival of replaced) remarks.push(replacedSentence(repository, rival));
  const isKnown = planned.isAsBefore && chains.length === 0 && vanished.length === 0;
  const none = { releases: 0, revisions: 0, services: 0, notes: 0, problems: [], derived: undefined };
  if (isKnown) return { ...none, withdrawn, remarks };
  const work = chains.flatMap((chosen) => workOn(database, known, chosen, stale.readable));
  await refuseLacking(repository, work);
  progress.onPlan?.(work.reduce((sum, { task }) => sum + task.chain.revisions.length, 0));
  const number = known?.id ?? nextNumber(database);
  const start = { folder: repository.name, spec, repository: number, dialect: dialect.id };
  await stage(database, work, { repository, start, workers: options.workers, progress });
  const report = await settle(database, {
    ...{ coverage, vanished, replaced },
    repository: {
      ...{ id: number, name: repository.name },
      hasModels: known?.hasModels === true || all.length > 0 || (await hasModels(source, asked)),
    },
    walked: [...source.walked.values()],
    ...(options.part === undefined ? {} : { part: options.part }),
    services: work.map(({ task, isAnew }) => ({ service: task.chain.service, isAnew })),
    notes: await newNotes(source, known, before, coverage),
  });
  const walked = before.all();
  const releases = asked.filter(({ version, commit }) => walked.get(version)?.has(commit) !== true).length;
  return { ...report, releases, withdrawn, remarks };
}

/** The chains of a part. */
function chainsOf(part: AskedPart | undefined, chains: readonly ChosenChain[]): readonly ChosenChain[] {
  if (part === undefined) return chains;
  const own = part.choose(chains.map(({ chain }) => ({ name: chain.service, weight: chain.revisions.length })));
  return chains.filter(({ chain }) => own.has(chain.service));
}

/** The stored repository of a clone; undefined if it was never walked. */
async function knownRepository(
  database: Database,
  releases: readonly GitRelease[],
): Promise<KnownRepository | undefined> {
  const [first, ...others] = recogniseRepositories(database, releases);
  if (first !== undefined && others.length > 0)
    await database.transaction(() => {
      for (const other of others) mergeRepositories(database, first, other);
      sealRows(database);
    });
  return first;
}

/** Other repositories that know services of these chains: one of two histories would replace the other. */
function rivalsOf(
  database: Database,
  known: KnownRepository | undefined,
  chains: readonly ChosenChain[],
): readonly Rival[] {
  const wanted = new Set(chains.map(({ chain }) => chain.service));
  return repositoriesOf(database).flatMap((repository) => {
    if (repository.id === known?.id) return [];
    const sql = 'SELECT DISTINCT service FROM input WHERE repository = ? ORDER BY service';
    const services = database
      .all<{ service: string }>(sql, repository.id)
      .map(({ service }) => service)
      .filter((service) => wanted.has(service));
    return services.length === 0 ? [] : [{ repository, services }];
  });
}

function rivalSentence(repository: Repository, rivals: readonly Rival[]): string {
  const names = rivals
    .map(({ repository: { name }, services }) => `${someOf(services)} from \`${name}\``)
    .join(', and ');
  return `\`${repository.name}\` shares no release with what the store knows of ${names}. Name another store with --store, or say --replace to put this history of the same services in the place of that one`;
}

function replacedSentence(repository: Repository, { repository: { name }, services }: Rival): string {
  return `${someOf(services)} ${services.length === 1 ? 'is' : 'are'} told from \`${repository.name}\` now: what was walked of \`${name}\` is gone.`;
}

/** The first few of some services. */
function someOf(services: readonly string[]): string {
  const shown = services.slice(0, maxNamed).join(', ');
  return services.length > maxNamed ? `${shown} and ${services.length - maxNamed} more` : shown;
}

const maxNamed = 5;

function missingSentence({ name }: Repository, missing: readonly string[]): string {
  const what = missing.length === 1 ? 'no service' : 'none of the services';
  return `\`${name}\` has ${what} ${missing.join(', ')} in that range of releases: \`apidelta ingest\` takes botocore's names, as elbv2`;
}

/** The work on a chain; undefined if the store has all of it. */
function workOn(
  database: Database,
  repository: KnownRepository | undefined,
  chosen: ChosenChain,
  readable: ReadonlySet<string>,
): readonly Work[] {
  const { chain } = chosen;
  const known = chosen.isNewPart
    ? undefined
    : knownPartOf(chain, walkedInputs(database, repository?.id, chain.service), readable.has(chain.service));
  if (known?.is === 'all') return [];
  const before = known?.is === 'other' ? undefined : historyBefore(database, chain.service);
  const goesOn = known?.is !== 'beginning' || before !== undefined;
  if (known?.is === 'other' || !goesOn)
    return [
      { task: { chain, before: undefined, stored: storedIn(database, chain) }, plan: planOf(chain, ''), isAnew: true },
    ];
  const count = known?.is === 'beginning' ? known.count : 0;
  const part: Chain = {
    service: chain.service,
    revisions: chain.revisions.slice(count),
    origins: chain.origins.flatMap(({ at, ...origin }) => (at < count ? [] : [{ at: at - count, ...origin }])),
  };
  const task = { chain: part, before: before?.history, stored: storedIn(database, part) };
  return [{ task, plan: planOf(part, before?.madeFrom ?? ''), isAnew: false }];
}

/** The revisions of a chain, and of its former chains. */
function allRevisions({ revisions, origins }: Chain): readonly Revision[] {
  return [...origins.flatMap(({ chain }) => allRevisions(chain)), ...revisions];
}

/** The stored models of releases that the repository lacks. */
function storedIn(database: Database, chain: Chain): readonly Packed[] {
  const all = allRevisions(chain);
  const hashes = new Set(all.flatMap(({ stored, aside }) => [stored ?? '', aside?.base?.stored ?? '']));
  return [...hashes].flatMap((hash) => (hash === '' ? [] : packedWithBases(database, hash)));
}

/** Refuses a partial clone: git would fetch missing objects one by one, or they would stay unknown. */
async function refuseLacking(repository: Repository, work: readonly Work[]): Promise<void> {
  const wanted = new Set<string>();
  for (const { task } of work)
    for (const { files } of allRevisions(task.chain)) for (const { blob } of files) wanted.add(blob);
  const lacked = await lackedObjects(repository, wanted);
  if (lacked.length > 0)
    throw new SourceError(
      `\`${repository.name}\` is a partial clone: it lacks ${lacked.length} of the ${wanted.size} files that are to be read. Fetch them: git -C ${repository.name} fetch --refetch --no-filter`,
    );
}

async function hasModels(
  { repository, dialect }: ChainSource,
  asked: readonly { readonly tree: string }[],
): Promise<boolean> {
  const newest = asked.at(-1);
  if (newest === undefined) return false;
  return (await modelFilesAt(repository, dialect.repository, newest.tree)).files.length > 0;
}

/** The notes of the newest known release; undefined if a newer release was read before. */
async function newNotes(
  { repository, dialect, tags, walked: places }: ChainSource,
  known: KnownRepository | undefined,
  before: Coverage,
  after: Coverage,
): Promise<ReadNotes | undefined> {
  const versions = [...after.all().keys()].sort(compareVersions);
  const newest = tags.get(versions.at(-1) ?? '');
  if (newest === undefined) return undefined;
  const walked = before.all();
  const last = [...walked.keys()].sort(compareVersions).at(-1) ?? '';
  const read = tags.get(last);
  const isRead = known !== undefined && read !== undefined && walked.get(last)?.has(read.commit) === true;
  const fresh = versions.filter((version) => compareVersions(version, last) > 0);
  const noted = { repository, files: dialect.repository.notes };
  const notes = await readNotes(noted, newest, isRead ? read : undefined, fresh);
  // The notes on a release beside the main line are in its own tree.
  const beside = versions.filter((version) => places.get(version)?.predecessor != null);
  const own = await readOwnNotes(
    noted,
    beside.flatMap((version) => tags.get(version) ?? []),
  );
  return { ...notes, notes: [...notes.notes, ...own] };
}
