/** Plans a walk: which releases each service will have after it, and which known releases it removes. */
import { compareVersions, orderOfVersions } from '../../../model/versions.ts';
import { type Release as GitRelease, SourceError } from '../../../sources/index.ts';
import type { KnownCommits } from './choose-releases.ts';
import { type Coverage, type Covered, isSame } from './coverage.ts';

/** The options of a walk. */
export interface Wanted {
  /** The releases of the repository in the wanted range, oldest first. */
  readonly asked: readonly GitRelease[];
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly services: readonly string[] | undefined;
  /** Remove the releases that the repository lost. */
  readonly replace: boolean;
}

/** What a walk will do to the coverage of a repository. */
export interface PlannedCoverage {
  readonly coverage: Coverage;
  /** Whether the walk adds no release. */
  readonly isAsBefore: boolean;
  /** The number of walked releases that are removed. */
  readonly withdrawn: number;
  /** Sentences about releases that are removed, kept, or read again. */
  readonly remarks: readonly string[];
}

/** The number of versions that a sentence lists. */
const maxNamed = 5;

/**
 * The coverage after a walk: the wanted releases are added. A walked release without a tag is removed if it was
 * withdrawn: the repository has older and newer releases, or it is the only missing one and the clone has its commit.
 * Otherwise the clone just does not reach that far, and the release stays. Throws a `SourceError` if more than half of
 * the known releases would be removed.
 */
export function planCoverage(name: string, before: Coverage, wanted: Wanted, commits: KnownCommits): PlannedCoverage {
  const { asked, services, replace } = wanted;
  const now: Covered = new Map(asked.map(({ version, commit }) => [version, commit]));
  const known = new Map<string, string>();
  for (const service of services ?? [undefined, ...before.named()])
    for (const [version, commit] of before.of(service)) if (isInRange(version, wanted)) known.set(version, commit);
  const missing = [...known]
    .filter(([version, commit]) => !now.has(version) && !commits.tagged.has(commit))
    .map(([version]) => version)
    .sort(compareVersions);
  const moved = [...known].filter(([version, commit]) => now.has(version) && now.get(version) !== commit);
  const inOrder = [...known.keys()].sort(compareVersions);
  const isShared = (version: string) => now.has(version);
  // From the oldest release that both have to the newest.
  const inside = new Set(inOrder.slice(inOrder.findIndex(isShared), inOrder.findLastIndex(isShared)));
  // A clone may have every commit and few tags. One release that is missing at an end was withdrawn; if there are more,
  // their tags were not fetched.
  const outside = missing.filter((version) => !inside.has(version));
  const isWithdrawn = (version: string) =>
    inside.has(version) || (outside.length === 1 && commits.there.has(known.get(version) as string));
  const withdrawn = missing.filter((version) => replace || isWithdrawn(version));
  const affected = withdrawn.length + moved.length;
  if (!replace && affected > 1 && affected * 2 > known.size)
    throw new SourceError(
      `\`${name}\` has another history than the one that was walked: of ${known.size} releases it lacks ${missing.length}, and ${moved.length} are other commits. Walk the clone that was walked before, or say --replace to put this history in the place of the known one`,
    );
  const taken = new Set(withdrawn);
  const coverage = before.with(services, (covered) => {
    const kept = [...covered].filter(([version]) => !taken.has(version) || !isInRange(version, wanted));
    return new Map([...kept, ...now]);
  });
  const stays = missing.filter((version) => !taken.has(version));
  const remarks: string[] = [];
  if (withdrawn.length > 0)
    remarks.push(`${listVersions(withdrawn)} of \`${name}\` ${isOrAre(withdrawn)} tagged no more: withdrawn.`);
  if (moved.length > 0) {
    const versions = moved.map(([version]) => version).sort(compareVersions);
    const words = versions.length === 1 ? 'is another commit' : 'are other commits';
    remarks.push(`${listVersions(versions)} of \`${name}\` ${words} now: read again.`);
  }
  if (stays.length > 0)
    remarks.push(
      `\`${name}\` does not reach as far as what was walked before: ${listVersions(stays)} ${stays.length === 1 ? 'stays' : 'stay'} as known. Say --replace to take away what it lacks.`,
    );
  return { coverage, isAsBefore: isSameCoverage(before, coverage), withdrawn: withdrawn.length, remarks };
}

function isSameCoverage(before: Coverage, after: Coverage): boolean {
  const names = [undefined, ...before.named(), ...after.named()];
  return names.every((service) => isSame(before.of(service), after.of(service)));
}

function isInRange(version: string, { since, until }: Wanted): boolean {
  return (
    (since === undefined || orderOfVersions(version, since) >= 0) &&
    (until === undefined || orderOfVersions(version, until) <= 0)
  );
}

function listVersions(versions: readonly string[]): string {
  const shown = versions.slice(0, maxNamed).join(', ');
  return versions.length > maxNamed ? `${shown} and ${versions.length - maxNamed} more` : shown;
}

function isOrAre(list: readonly unknown[]): string {
  return list.length === 1 ? 'is' : 'are';
}
