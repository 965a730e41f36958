/** Which releases of a repository follow each other: the main line, and releases beside it that were made for an older version. */
import { compareVersions } from '../../../model/versions.ts';

/** A release as far as its place among others is asked for. */
export interface PlacedRelease {
  readonly version: string;
  readonly commit: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/** What is known of the commits of a repository. */
export interface History {
  /** The commits in the history of the newest release; undefined where the clone lacks a part of it. Read when it is asked for. */
  ofNewest(): Promise<ReadonlySet<string> | undefined>;
  /** Whether the commit of one release is in the history of another. */
  isAncestor(older: PlacedRelease, newer: PlacedRelease): Promise<boolean>;
}

/**
 * The releases beside the main line, each with the version that it goes on from; null where there is none. The main line leads to
 * the newest version. A release that was not made before a greater version is in its history, or one of the two stands beside: the
 * backport, whose changes were not removed in the greater version, or the pre-release that was made before lower versions were done.
 *
 * Time alone tells nothing: some projects tag commits that no branch has, and some clocks are wrong.
 */
export async function findBackports(
  releases: readonly PlacedRelease[],
  history: History,
): Promise<ReadonlyMap<string, string | null>> {
  const ordered = [...releases].sort((a, b) => compareVersions(a.version, b.version));
  const isOnWay = async ({ commit }: PlacedRelease) => (await history.ofNewest())?.has(commit) === true;
  const beside: PlacedRelease[] = [];
  /** From the newest one down. */
  const main: PlacedRelease[] = [];
  for (const release of ordered.toReversed()) {
    let isMain = true;
    for (let above = main.at(-1); above !== undefined && release.time >= above.time; above = main.at(-1)) {
      if (await history.isAncestor(release, above)) break;
      if (main.length > 1 && (await isOnWay(release))) beside.push(main.pop() as PlacedRelease);
      else {
        isMain = false;
        break;
      }
    }
    if (isMain) main.push(release);
    else beside.push(release);
  }
  const found = new Map<string, string | null>();
  for (const release of beside) found.set(release.version, await predecessorOf(release, ordered, history));
  return found;
}

/** The greatest lower version in the history of a release; where the history tells none, the greatest that was there before. */
async function predecessorOf(
  release: PlacedRelease,
  ordered: readonly PlacedRelease[],
  history: History,
): Promise<string | null> {
  const older = ordered.slice(0, ordered.indexOf(release)).reverse();
  const earlier = older.filter(({ time }) => time <= release.time);
  for (const one of earlier) if (await history.isAncestor(one, release)) return one.version;
  return earlier[0]?.version ?? null;
}
