/** Which releases of a clone a walk reads, and the place of each: on the main line or beside it. */
import { compareVersions, orderOfVersions } from '../../../model/versions.ts';
import {
  BlobReader,
  type Release as GitRelease,
  historyOf,
  isAncestor,
  isShallow,
  type ReleaseList,
  type Repository,
  SourceError,
  taggedCommits,
} from '../../../sources/index.ts';
import type { Coverage } from './coverage.ts';
import { findBackports } from './lines.ts';
import type { WalkedRelease } from './repositories.ts';

/** Releases in the wanted range, oldest first. Throws a `SourceError` if there are none. */
export async function chooseReleases(
  repository: Repository,
  { releases, lacking }: ReleaseList,
  { since, until }: { readonly since: string | undefined; readonly until: string | undefined },
  prefix: string | undefined,
): Promise<readonly GitRelease[]> {
  const found = releases.filter(
    ({ version }) =>
      (since === undefined || orderOfVersions(version, since) >= 0) &&
      (until === undefined || orderOfVersions(version, until) <= 0),
  );
  if (found.length > 0) return found;
  const name = `\`${repository.name}\``;
  const [oldest, newest] = [releases[0], releases.at(-1)];
  if (oldest !== undefined && newest !== undefined)
    throw new SourceError(
      `${name} has no release in that range: its releases go from ${oldest.version} to ${newest.version}`,
    );
  if (lacking.length > 0 || (await isShallow(repository)))
    throw new SourceError(
      `${name} is a shallow clone, and lacks its releases. Fetch them: git -C ${repository.name} fetch --unshallow --tags`,
    );
  const looked = prefix === undefined ? '1.40.73 or v1.40.73' : `${prefix}1.40.73`;
  throw new SourceError(
    `There is no release in ${name}: tags that are versions, as ${looked}, are looked for. Fetch its tags (git fetch --tags), or say with --tag-prefix what they have in front of the version`,
  );
}

/** Sentences about tags that were ignored. */
export function remarksOnTags({ doubled, lacking }: ReleaseList): readonly string[] {
  const said = doubled.map(
    ({ tag, taken }) => `The tags ${taken} and ${tag} name one release and two commits: ${taken} was taken.`,
  );
  if (lacking.length > 0)
    said.push(
      `${lacking.length === 1 ? '1 tag lacks its commit' : `${lacking.length} tags lack their commits`}, as in a shallow clone, and ${lacking.length === 1 ? 'was' : 'were'} passed over (${lacking.slice(0, 3).join(', ')}${lacking.length > 3 ? ', …' : ''}): git fetch --unshallow --tags`,
    );
  return said;
}

/** Which of the walked commits still exist. */
export interface KnownCommits {
  /** Those that the clone has, with or without a tag. */
  readonly there: ReadonlySet<string>;
  /** Those that have a tag, with any prefix before its version. */
  readonly tagged: ReadonlySet<string>;
}

/** Finds the walked commits. `tagged`: those of the tags that are read. */
export async function findCommits(
  repository: Repository,
  before: Coverage,
  tagged: ReadonlySet<string>,
): Promise<KnownCommits> {
  const unknown = [...before.all().values()].flatMap((commits) => [...commits]).filter((one) => !tagged.has(one));
  if (unknown.length === 0) return { there: tagged, tagged };
  const reader = new BlobReader(repository);
  try {
    const found = await Promise.all(unknown.map(async (one) => ((await reader.readObject(one)) ? [one] : [])));
    return { there: new Set([...tagged, ...found.flat()]), tagged: await taggedCommits(repository) };
  } finally {
    await reader.close();
  }
}

/** Every release that is wanted for any service, by version, with its place. */
export async function placeReleases(
  repository: Repository,
  { releases }: ReleaseList,
  coverage: Coverage,
  walked: ReadonlyMap<string, WalkedRelease>,
): Promise<ReadonlyMap<string, WalkedRelease>> {
  const tags = new Map(releases.map((release) => [release.version, release]));
  const placed = [...coverage.all()].map(([version, commits]) => {
    const tag = tags.get(version);
    const { date, time } = tag ?? walked.get(version) ?? { date: '1970-01-01', time: 0 };
    return { version, date, time, commit: tag?.commit ?? [...commits][0] ?? '' };
  });
  placed.sort((a, b) => compareVersions(a.version, b.version));
  const newest = placed.at(-1);
  let ofNewest: Promise<ReadonlySet<string> | undefined> | undefined;
  const backports = await findBackports(placed, {
    ofNewest: () => {
      ofNewest ??= newest === undefined ? Promise.resolve(undefined) : historyOf(repository, newest.commit);
      return ofNewest;
    },
    isAncestor: (older, newer) => isAncestor(repository, older.commit, newer.commit),
  });
  return new Map(
    placed.map(({ version, date, time }) => {
      // A backport without a predecessor: this is not the same as a release on the main line.
      const predecessor = backports.has(version) ? (backports.get(version) ?? '') : null;
      return [version, { version, date, time, predecessor }];
    }),
  );
}
