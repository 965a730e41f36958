/** The releases of a repository: tags that look like versions, in the order of versions. */
import { compareVersions, isVersion, plainVersion } from '../versions.ts';
import { BlobReader } from './blob-reader.ts';
import { type Repository, runGit } from './run-git.ts';

/** A tag that is a version. */
export interface Release {
  readonly tag: string;
  /** The tag without the `v` in front of it. */
  readonly version: string;
  /** The tag's commit. */
  readonly commit: string;
  readonly tree: string;
  /** The day of the commit, ISO, by UTC. */
  readonly date: string;
}

/** The state of a repository that something names: a release, a branch, a commit. */
export type Commit = Pick<Release, 'commit' | 'tree' | 'date'>;

/** Lists the releases, older versions first. Tags whose commits the repository lacks are left out, as in shallow clones. */
export async function listReleases(repository: Repository): Promise<Release[]> {
  const output = await runGit(repository, ['for-each-ref', '--format=%(objectname) %(refname:strip=2)', 'refs/tags']);
  const tags = output
    .toString()
    .split('\n')
    .map((line) => ({ object: line.slice(0, line.indexOf(' ')), tag: line.slice(line.indexOf(' ') + 1) }))
    .filter(({ tag }) => isVersion(tag));
  // Commits come from cat-file rather than from for-each-ref's fields: one missing object would end that.
  const reader = new BlobReader(repository);
  try {
    const found = await Promise.all(
      tags.map(async ({ object, tag }): Promise<Release[]> => {
        const commit = await readCommit(reader, object);
        return commit ? [{ tag, version: plainVersion(tag), ...commit }] : [];
      }),
    );
    return found.flat().sort((a, b) => compareVersions(a.version, b.version) || compareVersions(a.tag, b.tag));
  } finally {
    await reader.close();
  }
}

/** Finds what a name stands for: a tag, a branch, a commit's id; undefined where it stands for nothing. */
export async function findCommit(repository: Repository, name: string): Promise<Commit | undefined> {
  const reader = new BlobReader(repository);
  try {
    return (await readCommit(reader, `refs/tags/${name}`)) ?? (await readCommit(reader, name));
  } finally {
    await reader.close();
  }
}

async function readCommit(reader: BlobReader, name: string): Promise<Commit | undefined> {
  const object = await reader.readObject(`${name}^{commit}`);
  if (object === undefined) return undefined;
  const text = object.bytes.toString();
  const tree = /^tree ([0-9a-f]+)$/m.exec(text)?.[1];
  const seconds = /^committer .* (-?\d+) [-+]\d{4}$/m.exec(text)?.[1];
  return tree === undefined || seconds === undefined
    ? undefined
    : { commit: object.id, tree, date: dayOf(Number(seconds)) };
}

/** By UTC, so that the day does not depend on who released. Nonsense becomes the first or last day there is. */
function dayOf(seconds: number): string {
  const last = 253_402_300_799;
  return new Date(Math.min(Math.max(seconds, 0), last) * 1000).toISOString().slice(0, 10);
}
