/** The releases of a repository: tags that look like versions, in the order of versions. */

import { compareVersions, isSameVersion } from '../../model/versions.ts';
import type { TagNames } from '../../parse/dialects/index.ts';
import { SourceError } from '../types.ts';
import { BlobReader } from './blob-reader.ts';
import { type Repository, runGit } from './run-git.ts';
import { versionOfTag } from './tag-names.ts';

/** A tag that is a version. */
export interface Release {
  readonly tag: string;
  /** The tag without the `v` or the given prefix before it. */
  readonly version: string;
  /** The tag's commit. */
  readonly commit: string;
  readonly tree: string;
  /** The date of the commit, ISO, in UTC. */
  readonly date: string;
  /** The time of the commit, in seconds since 1970. */
  readonly time: number;
}

/** The state of a repository that a name refers to: a release, a branch, a commit. */
export type Commit = Pick<Release, 'commit' | 'tree' | 'date' | 'time'>;

/** The releases of a repository, and its tags without a release. */
export interface ReleaseList {
  /** Older versions first; no version twice. */
  readonly releases: readonly Release[];
  /** Tags that name the version of another tag, but a different commit: they are ignored. */
  readonly doubled: readonly { readonly tag: string; readonly taken: string }[];
  /** Tags whose commits the repository lacks, as in shallow clones: they are ignored. */
  readonly lacking: readonly string[];
}

/** Lists the releases, older versions first. `prefix`: the text before the version in tags, for instance `release-`. */
export async function listReleases(repository: Repository, prefix = ''): Promise<readonly Release[]> {
  return (await readReleases(repository, prefix, { versionOf: versionOfTag })).releases;
}

/** Reads the release tags of a repository. `names`: the rule for their names after the prefix. */
export async function readReleases(
  repository: Repository,
  prefix: string,
  names: Pick<TagNames, 'versionOf'>,
): Promise<ReleaseList> {
  const output = await runGit(repository, ['for-each-ref', '--format=%(objectname) %(refname:strip=2)', 'refs/tags']);
  const tags = output
    .toString()
    .split('\n')
    .flatMap((line) => {
      const tag = line.slice(line.indexOf(' ') + 1);
      const version = tag.startsWith(prefix) ? names.versionOf(tag.slice(prefix.length)) : undefined;
      return version === undefined ? [] : [{ object: line.slice(0, line.indexOf(' ')), tag, version }];
    });
  const found: Release[] = [];
  const lacking: string[] = [];
  // cat-file reads the commits, not for-each-ref's fields: one missing object would end for-each-ref.
  const reader = new BlobReader(repository);
  try {
    const commits = await Promise.all(tags.map(({ object }) => readCommit(reader, object)));
    for (const [index, { tag, version }] of tags.entries()) {
      const commit = commits[index];
      if (commit === undefined) {
        // A tag may name a tree or a file: it is not a release, and nothing is missing.
        if ((await reader.readObject(`${tags[index]?.object}^{}`)) === undefined) lacking.push(tag);
      } else found.push({ tag, version, ...commit });
    }
  } finally {
    await reader.close();
  }
  found.sort((a, b) => compareVersions(a.version, b.version) || (a.tag < b.tag ? -1 : 1));
  const releases: Release[] = [];
  const doubled: { tag: string; taken: string }[] = [];
  for (const release of found) {
    const taken = releases.at(-1);
    if (taken === undefined || !isSameVersion(taken.version, release.version)) releases.push(release);
    else if (taken.commit !== release.commit) doubled.push({ tag: release.tag, taken: taken.tag });
  }
  return { releases, doubled, lacking };
}

/** Every commit with a tag of any name; none if git cannot list them. */
export async function taggedCommits(repository: Repository): Promise<ReadonlySet<string>> {
  const format = '--format=%(objectname) %(*objectname)';
  const output = await runGit(repository, ['for-each-ref', format, 'refs/tags']).catch((error: unknown) => {
    if (error instanceof SourceError) return Buffer.alloc(0);
    throw error;
  });
  return new Set(output.toString().split(/\s+/));
}

/** Finds the commit of a tag, a branch or a commit's id; undefined if the name is unknown. */
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
    : { commit: object.id, tree, date: dayOf(Number(seconds)), time: Number(seconds) };
}

/**
 * In UTC, so that the day does not depend on the releaser's time zone. An impossible time becomes the first or last
 * valid day.
 */
function dayOf(seconds: number): string {
  const last = 253_402_300_799;
  return new Date(Math.min(Math.max(seconds, 0), last) * 1000).toISOString().slice(0, 10);
}
