/** Which releases of a repository follow each other: the main line, and releases beside it that were made for an older version. */
import { compareVersions } from '../../sources/index.ts';

/** A release as far as its place among others is asked for. */
export interface PlacedRelease {
  readonly version: string;
  readonly commit: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/** Whether the commit of one release is in the history of another. */
export type IsAncestor = (older: PlacedRelease, newer: PlacedRelease) => Promise<boolean>;

/**
 * The releases beside the main line, each with the version that it goes on from; null where there is none. The main line leads to
 * the newest version. A release made after a greater version, and not in its history, is a backport: what it brought is not in
 * the greater version, and was not removed there.
 */
export async function findBackports(
  releases: readonly PlacedRelease[],
  isAncestor: IsAncestor,
): Promise<ReadonlyMap<string, string | null>> {
  const ordered = [...releases].sort((a, b) => compareVersions(a.version, b.version));
  const found = new Map<string, string | null>();
  let earliest: PlacedRelease | undefined;
  for (let at = ordered.length - 1; at >= 0; at--) {
    const release = ordered[at] as PlacedRelease;
    if (earliest === undefined || release.time <= earliest.time) earliest = release;
    else if (!(await isAncestor(release, earliest))) found.set(release.version, before(ordered, at));
  }
  return found;
}

/** The nearest lower version that was there when a release was made. */
function before(ordered: readonly PlacedRelease[], at: number): string | null {
  const { time } = ordered[at] as PlacedRelease;
  for (let older = at - 1; older >= 0; older--) {
    const release = ordered[older] as PlacedRelease;
    if (release.time <= time) return release.version;
  }
  return null;
}
