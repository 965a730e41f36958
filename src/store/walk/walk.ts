/** Walks a repository release by release into the store. What was walked before is not walked again. */
import { cpus } from 'node:os';
import { append } from '../../model/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import {
  BlobReader,
  changedModelFilesInRow,
  compareVersions,
  type Release as GitRelease,
  listReleases,
  modelFilesAt,
  openRepository,
  parseGitSpec,
  type Repository,
  SourceError,
} from '../../sources/index.ts';
import { unpack } from '../blobs.ts';
import type { Database } from '../database.ts';
import { type DeriveReport, derive } from '../derive.ts';
import { addInputRow, addNote } from '../inputs.ts';
import { markWalked, parserVersion, walkedWith } from '../makers.ts';
import type { Release } from '../types.ts';
import { removeLife, writeLife } from '../write-life.ts';
import { type Chain, Chains } from './chains.ts';
import type { LivedChain } from './live-chain.ts';
import { readNotes } from './read-notes.ts';
import { followRenames } from './renames.ts';
import { stage, type WalkProgress } from './stage.ts';

export type { WalkProgress } from './stage.ts';

export interface WalkOptions {
  /** Only releases from this version on, and up to that one. */
  readonly since?: string;
  readonly until?: string;
  readonly services?: readonly string[];
  readonly workers?: number;
}

export interface WalkReport {
  readonly releases: number;
  readonly revisions: number;
  readonly services: number;
  readonly notes: number;
  /** Models that could not be read, a sentence each. */
  readonly problems: readonly string[];
  readonly derived: DeriveReport | undefined;
}

/** Walks the releases of a repository that the store does not have yet. Readers see them all together, at the end. */
export async function walk(
  database: Database,
  spec: string,
  options: WalkOptions = {},
  progress: WalkProgress = {},
): Promise<WalkReport> {
  const named = await parseGitSpec(spec);
  const repository = await openRepository(named.repository);
  const releases = chosen(
    await listReleases(repository),
    { since: named.from ?? options.since, until: named.to ?? options.until },
    spec,
  );
  // Parsers that read in another way than those of the last walk have to read everything again.
  const start = walkedWith(database) === parserVersion ? walkedBefore(database, releases) : 0;
  if (start === releases.length)
    return { releases: 0, revisions: 0, services: 0, notes: 0, problems: [], derived: undefined };
  if (start === 0) await forgetWalk(database);
  const chains = await planChains(repository, releases, start, options.services);
  progress.onPlan?.(chains.reduce((sum, { revisions }) => sum + revisions.length, 0));
  await stage(database, repository, spec, chains, options.workers ?? Math.min(2, cpus().length), progress);
  const notes = await readNotes(repository, releases.slice(start), releases[start - 1]);
  return settle(database, releases.slice(start), start, chains, notes);
}

/** Releases inside the wanted range, oldest first. */
function chosen(
  all: readonly GitRelease[],
  range: { readonly since: string | undefined; readonly until: string | undefined },
  spec: string,
): readonly GitRelease[] {
  const found = all.filter(
    ({ version }) =>
      (range.since === undefined || compareVersions(version, range.since) >= 0) &&
      (range.until === undefined || compareVersions(version, range.until) <= 0),
  );
  if (found.length === 0)
    throw new SourceError(
      `There is no release in ${spec}: tags that are versions, as 1.40.73 or v1.40.73, are looked for.`,
    );
  return found;
}

/** How many of the releases were walked before, in this order; 0 where the order is another now. */
function walkedBefore(database: Database, releases: readonly GitRelease[]): number {
  const walked = database.all<{ version: string; object: string }>(
    'SELECT version, object FROM walked ORDER BY position',
  );
  if (walked.length > releases.length) return walked.slice(0, releases.length).every(isSame) ? releases.length : 0;
  return walked.every(isSame) ? walked.length : 0;

  function isSame({ version, object }: { readonly version: string; readonly object: string }, index: number): boolean {
    return releases[index]?.version === version && releases[index]?.commit === object;
  }
}

/** Another walk than the last one: what the last one brought would not fit it. */
async function forgetWalk(database: Database): Promise<void> {
  if (database.get('SELECT 1 FROM walked LIMIT 1') === undefined) return;
  await database.transaction(() => {
    const services = database.all<{ service: string }>(
      "SELECT DISTINCT service FROM input WHERE version IN (SELECT version FROM walked) AND dialect = 'service-model'",
    );
    database.run(
      "DELETE FROM input WHERE version IN (SELECT version FROM walked) AND dialect = 'service-model' AND complete = 0",
    );
    for (const { service } of services) removeLife(database, service);
    database.run('DELETE FROM walked');
    database.run('DELETE FROM stage');
  });
}

async function planChains(
  repository: Repository,
  releases: readonly GitRelease[],
  start: number,
  services: readonly string[] | undefined,
): Promise<readonly Chain[]> {
  const base =
    start === 0 ? undefined : (await modelFilesAt(repository, (releases[start - 1] as GitRelease).tree)).files;
  const chains = new Chains(base);
  const fresh = releases.slice(start);
  const trees = [...(start === 0 ? [] : [(releases[start - 1] as GitRelease).tree]), ...fresh.map(({ tree }) => tree)];
  const changed = await changedModelFilesInRow(repository, trees);
  const rows = start === 0 ? changed : changed.slice(1);
  for (const [index, release] of fresh.entries()) chains.take(releaseOf(release), rows[index] ?? []);
  const wanted = services === undefined ? undefined : new Set(services);
  const reader = new BlobReader(repository);
  const followed = await followRenames(chains.chains(), reader).finally(() => reader.close());
  return followed.filter(({ service }) => wanted === undefined || wanted.has(service));
}

function releaseOf({ version, date }: GitRelease): Release {
  return { id: version, version, date };
}

/** Brings everything that was put aside into sight, in one transaction. */
async function settle(
  database: Database,
  releases: readonly GitRelease[],
  start: number,
  chains: readonly Chain[],
  notes: readonly ParsedNote[],
): Promise<WalkReport> {
  const problems: string[] = [];
  let revisions = 0;
  let added = 0;
  const derived = await database.transaction(() => {
    for (const [index, { version, date, commit }] of releases.entries())
      database.run(
        'INSERT INTO walked (position, version, date, object) VALUES (?, ?, ?, ?)',
        start + index,
        version,
        date,
        commit,
      );
    for (const { service } of chains) {
      const row = database.get<{ data: Uint8Array }>('SELECT data FROM stage WHERE service = ?', service);
      if (row === undefined) continue;
      const lived = unpack<LivedChain>(row.data);
      revisions += lived.inputs.length;
      append(problems, lived.problems);
      for (const { snapshot, facts } of lived.inputs) addInputRow(database, service, snapshot, facts);
      if (lived.life.state.head !== null) writeLife(database, service, lived.life, lived.madeFrom);
    }
    for (const note of notes) if (addNote(database, note)) added++;
    database.run('DELETE FROM stage');
    markWalked(database);
    return derive(database);
  });
  return { releases: releases.length, revisions, services: chains.length, notes: added, problems, derived };
}
