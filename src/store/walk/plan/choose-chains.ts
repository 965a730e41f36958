/** Chooses the services that a walk must read, and their first release: those whose known releases will change. */
import { compareVersions } from '../../../model/versions.ts';
import { BlobReader, type Release as GitRelease, type Repository } from '../../../sources/index.ts';
import type { Database } from '../../database/database.ts';
import { parserVersion } from '../../database/engine-versions.ts';
import { readableAgain } from '../readable-again.ts';
import { followRenames, formerNames } from '../renames.ts';
import type { Chain } from './chains.ts';
import { type Coverage, type Covered, isSame } from './coverage.ts';
import { type ChainSource, planChains, planNewChains } from './plan-chains.ts';
import type { WalkedRelease } from './repositories.ts';

/** A chain to be walked. */
export interface ChosenChain {
  readonly chain: Chain;
  /** Whether it has only releases after all that are known of the service. */
  readonly isNewPart: boolean;
}

export interface ChosenChains {
  readonly chains: readonly ChosenChain[];
  /** Known services that exist in none of their wanted releases any more. */
  readonly vanished: readonly string[];
  /** Services of the repository in the releases that were looked at. */
  readonly seen: ReadonlySet<string>;
}

/** Services that are read again from the start. */
export interface StaleServices {
  /** Services with an unread state that can be read now. */
  readonly readable: ReadonlySet<string>;
  /** The same, and services whose states other parser versions read. */
  readonly all: ReadonlySet<string>;
  /** Whether other parser versions read anything: today's may find services that those missed. */
  readonly isOlder: boolean;
}

/** Finds the services of a repository that must be read again, whatever the user asks for. */
export async function staleServices(
  database: Database,
  repository: Repository,
  id: number | undefined,
): Promise<StaleServices> {
  if (id === undefined) return { readable: new Set(), all: new Set(), isOlder: false };
  const sql = 'SELECT DISTINCT service FROM input WHERE repository = ? AND parser <> ?';
  const older = database.all<{ service: string }>(sql, id, parserVersion).map(({ service }) => service);
  const readable = new Set(await readableAgain(database, repository, id));
  return { readable, all: new Set([...older, ...readable]), isOlder: older.length > 0 };
}

/** The services that the user asks for, with their former names: the history under those belongs to them. */
export async function withFormerNames(
  source: Omit<ChainSource, 'walked'>,
  asked: readonly GitRelease[],
  before: Coverage,
  services: readonly string[] | undefined,
): Promise<readonly string[] | undefined> {
  if (services === undefined) return undefined;
  const covered = new Map(asked.map(({ version, commit }) => [version, commit]));
  for (const service of services)
    for (const [version, commit] of before.of(service)) if (!covered.has(version)) covered.set(version, commit);
  // The line of a release does not matter for names.
  const walked = new Map<string, WalkedRelease>();
  for (const version of covered.keys()) {
    const { date = '1970-01-01', time = 0 } = source.tags.get(version) ?? {};
    walked.set(version, { version, date, time, predecessor: null });
  }
  const reader = new BlobReader(source.repository);
  try {
    const chains = await followRenames(await planChains({ ...source, walked }, covered), reader);
    return [...new Set([...services, ...formerNames(chains, services)])];
  } finally {
    await reader.close();
  }
}

/** Services with the same wanted releases and the same known releases. */
interface Group {
  readonly covered: Covered;
  /** Undefined if everything is read again. */
  readonly was: Covered | undefined;
  /** `undefined` stands for all services that have no coverage of their own. */
  readonly members: Set<string | undefined>;
}

/** What is known before a walk, and what will be known after it. */
export interface KnownAndWanted {
  readonly before: Coverage;
  readonly after: Coverage;
  /** The places of the releases before the walk, by version. */
  readonly placedBefore: ReadonlyMap<string, WalkedRelease>;
}

/** Chooses the chains of the wanted services, and follows renames. */
export async function chooseChains(
  source: ChainSource,
  { before, after, placedBefore }: KnownAndWanted,
  stale: StaleServices,
): Promise<ChosenChains> {
  const named = new Set([...before.named(), ...after.named()]);
  // A release with another place, for instance beside the main line now, is made again for every service.
  const displaced = [...placedBefore.values()].flatMap(({ version, predecessor }) => {
    const now = source.walked.get(version);
    return now === undefined || now.predecessor === predecessor ? [] : [version];
  });
  const groups = groupsOf(named, { before, after }, stale, displaced);
  const chains: ChosenChain[] = [];
  const vanished: string[] = [];
  const seen = new Set(knownServices(source));
  const reader = new BlobReader(source.repository);
  try {
    for (const { covered, was, members } of groups) {
      const isMember = (service: string) =>
        members.has(service) || (members.has(undefined) && !named.has(service) && !stale.all.has(service));
      const fresh = was === undefined ? undefined : freshOf(source, covered, was);
      const news = fresh === undefined ? undefined : await followRenames(await planNewChains(source, ...fresh), reader);
      // A rename needs the history under the former name: then everything is read.
      if (news?.every(({ origins }) => origins.length === 0) === true) {
        for (const chain of news) if (isMember(chain.service)) chains.push({ chain, isNewPart: true });
        continue;
      }
      const whole = await followRenames(await planChains(source, covered), reader);
      for (const chain of whole) if (isMember(chain.service)) chains.push({ chain, isNewPart: false });
      const found = new Set(whole.map(({ service }) => service));
      for (const service of found) seen.add(service);
      for (const service of knownServices(source)) if (isMember(service) && !found.has(service)) vanished.push(service);
    }
  } finally {
    await reader.close();
  }
  return { chains, vanished, seen };
}

function groupsOf(
  named: ReadonlySet<string>,
  { before, after }: Pick<KnownAndWanted, 'before' | 'after'>,
  stale: StaleServices,
  displaced: readonly string[],
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const service of new Set([undefined, ...named, ...stale.all])) {
    const covered = after.of(service);
    const was = before.of(service);
    const isStale = service === undefined ? stale.isOlder : stale.all.has(service);
    const isWhole = isStale || displaced.some((version) => covered.has(version));
    if (isSame(covered, was) && !isWhole) continue;
    const key = JSON.stringify([[...covered].sort(), isWhole ? null : [...was].sort()]);
    let group = groups.get(key);
    if (group === undefined) {
      group = { covered, was: isWhole ? undefined : was, members: new Set() };
      groups.set(key, group);
    }
    group.members.add(service);
  }
  return [...groups.values()];
}

/**
 * The newest known release and the new ones after it, if nothing else is new: the repository still has all known
 * releases, and none changed its place. Undefined otherwise.
 */
function freshOf(
  { tags, walked }: ChainSource,
  covered: Covered,
  was: Covered,
): readonly [last: string, fresh: readonly string[]] | undefined {
  const isMain = (version: string) => walked.get(version)?.predecessor === null;
  for (const [version, commit] of was) {
    if (covered.get(version) !== commit || tags.get(version)?.commit !== commit) return undefined;
  }
  const last = [...was.keys()].filter(isMain).sort(compareVersions).at(-1);
  const fresh = [...covered.keys()].filter((version) => !was.has(version)).sort(compareVersions);
  if (last === undefined || fresh.length === 0) return undefined;
  return fresh.every((version) => isMain(version) && compareVersions(version, last) > 0) ? [last, fresh] : undefined;
}

function knownServices({ database, id }: ChainSource): readonly string[] {
  if (id === undefined) return [];
  return database
    .all<{ service: string }>('SELECT DISTINCT service FROM input WHERE repository = ? ORDER BY service', id)
    .map(({ service }) => service);
}
