/** Which services a walk has to read, and from where on: those of which other releases are to be known than are. */
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
  /** Whether it has only what comes after all that is known of the service. */
  readonly isNewPart: boolean;
}

export interface ChosenChains {
  readonly chains: readonly ChosenChain[];
  /** Services that are known, and are in none of the releases any more that they are to be known of. */
  readonly vanished: readonly string[];
  /** Services of the repository in the releases that were looked at. */
  readonly seen: ReadonlySet<string>;
}

/** Services of which everything is looked at again. */
export interface StaleServices {
  /** A state was unread, and can be read now. */
  readonly readable: ReadonlySet<string>;
  /** These, and those whose states other parsers read. */
  readonly all: ReadonlySet<string>;
  /** Whether other parsers read anything: today's may find services where those saw none. */
  readonly isOlder: boolean;
}

/** Finds the services of a repository that have to be looked at again, whatever is asked for. */
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

/** The services that are asked for, with those that they were before they were renamed: their history is part of what is asked for. */
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
  // Where a release stands makes no difference to names.
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

/** Services of which the same releases are to be known, and were known before. */
interface Group {
  readonly covered: Covered;
  /** Undefined where everything has to be looked at again. */
  readonly was: Covered | undefined;
  /** `undefined` stands for all services that have no coverage of their own. */
  readonly members: Set<string | undefined>;
}

/** What was known before a walk, and what is to be known after it. */
export interface KnownAndWanted {
  readonly before: Coverage;
  readonly after: Coverage;
  /** The releases as they stood before, by version. */
  readonly placedBefore: ReadonlyMap<string, WalkedRelease>;
}

/** Chooses the chains of the services that are asked for, renames followed. */
export async function chooseChains(
  source: ChainSource,
  { before, after, placedBefore }: KnownAndWanted,
  stale: StaleServices,
): Promise<ChosenChains> {
  const named = new Set([...before.named(), ...after.named()]);
  // A release that stands elsewhere now, beside the main line for instance, is told again for every service.
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
      // What a renamed service was before is no news: then everything is looked at.
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
 * The newest release that is known, and those that come after it, where nothing else is new: the repository has what is known as it
 * was, and no release changed its place. Undefined where that is not so.
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
