/** Which releases of a repository follow each other: the main line, and releases beside it for an older version. */
import { compareVersions } from '../../../model/versions.ts';

/** What the place of a release among others depends on. */
export interface PlacedRelease {
  readonly version: string;
  readonly commit: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/** What is known about the commits of a repository. */
export interface History {
  /**
   * The commits in the history of the newest release; undefined if the clone lacks a part of it. Read when it is
   * needed.
   */
  ofNewest(): Promise<ReadonlySet<string> | undefined>;
  /** Whether the commit of one release is in the history of another. */
  isAncestor(older: PlacedRelease, newer: PlacedRelease): Promise<boolean>;
}

/**
 * The releases beside the main line, each with the version that it continues after; null if there is none. The main
 * line leads to the newest version. If a release was made before a greater version, but is not in its history, one of
 * the two is beside the main line. It is the backport, whose changes the greater version did not remove, or the
 * pre-release that was made before lower versions were finished.
 *
 * Time alone does not decide: some projects tag commits that no branch has, and some clocks are wrong.
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

/**
 * The greatest lower version in the history of a release; if the history does not say, the greatest that existed
 * before.
 */
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
