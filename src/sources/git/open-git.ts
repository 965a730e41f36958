/**
 * Opens releases of a git repository as a source: one, or both ends of a range. The store walks the releases between
 * them.
 */
import { compareVersions, isSameVersion, isVersion, orderOfVersions, plainVersion } from '../../model/versions.ts';
import { walkedDialects } from '../../parse/dialects/index.ts';
import { explainError } from '../explain-error.ts';
import { nothingFound } from '../nothing-found.ts';
import { ofServices, type Recognised, recognise } from '../recognise/recognise.ts';
import { shorten } from '../shorten.ts';
import type { Entry, Tree } from '../tree.ts';
import { type Source, SourceError, type SourceOptions } from '../types.ts';
import { BlobReader } from './blob-reader.ts';
import { type GitSpec, parseGitSpec } from './git-spec.ts';
import { listTree, type TreeFile } from './model-files.ts';
import { findCommit, listReleases, type Release } from './releases.ts';
import { openRepository, type Repository } from './run-git.ts';
import { otherNamesOf, versionOfTag } from './tag-names.ts';

/** Opens `git:<repository>@<tag>`, both ends of `@<from>..<to>`, or the newest release of `git:<repository>`. */
export async function openGit(spec: string, options: SourceOptions): Promise<Source> {
  const parts = await parseGitSpec(spec);
  const repository = await openRepository(parts.repository);
  const releases = await releasesOf(repository, parts);
  if (releases.length > 1 && (options.as !== undefined || options.date !== undefined))
    throw new SourceError(
      `\`${options.as === undefined ? '--date' : '--as'}\` names one release, but \`${spec}\` names two`,
    );
  const reader = new BlobReader(repository);
  try {
    const found: Recognised[] = [];
    for (const release of releases) found.push(await unitsOf(repository, release, reader, options));
    return {
      spec,
      units: found.flatMap(({ units }) => units),
      complete: found.every(({ complete }) => complete),
      about: null,
      unknown: shorten(found.flatMap(({ unknown }) => unknown)),
      passedOver: [],
      close: () => reader.close(),
    };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

/** Finds a release by its tag or its version, or any commit by its name. */
export async function findRelease(repository: Repository, name: string): Promise<Release> {
  for (const tag of [name, ...otherNamesOf(name)]) {
    const commit = await findCommit(repository, tag);
    if (commit) return { tag: name, version: versionOfTag(name) ?? plainVersion(name), ...commit };
  }
  const releases = await listReleases(repository);
  // `1.30` means 1.30.0, as in pip.
  const same = isVersion(name) ? releases.find(({ version }) => isSameVersion(version, name)) : undefined;
  if (same !== undefined) return same;
  const near = nearest(releases, name).map(({ tag }) => `\`${tag}\``);
  const hint =
    near.length > 0 ? `It has ${near.join(', ')}` : 'It has no tag that is a version. Fetch its tags: git fetch --tags';
  throw new SourceError(`\`${repository.name}\` has no tag \`${name}\`. ${hint}`);
}

async function releasesOf(repository: Repository, { tag, from, to }: GitSpec): Promise<Release[]> {
  if (tag !== null) return [await findRelease(repository, tag)];
  const ends = from === null || to === null ? await listReleases(repository) : [];
  const first = from === null ? ends[0] : await findRelease(repository, from);
  const last = to === null ? ends.at(-1) : await findRelease(repository, to);
  if (!first || !last)
    throw new SourceError(`\`${repository.name}\` has no tag that is a version. Fetch its tags: git fetch --tags`);
  if (from === null && to === null) return [last];
  if (orderOfVersions(first.version, last.version) > 0)
    throw new SourceError(`\`${first.tag}..${last.tag}\` runs backwards. Write \`${last.tag}..${first.tag}\``);
  return first.commit === last.commit ? [last] : [first, last];
}

/** The tags around a version that has no tag. */
function nearest(releases: readonly Release[], name: string): readonly Release[] {
  const at = releases.findIndex(({ version }) => compareVersions(version, plainVersion(name)) > 0);
  const middle = !isVersion(name) || at === -1 ? releases.length : at;
  return releases.slice(Math.max(middle - 2, 0), middle + 2);
}

async function unitsOf(
  repository: Repository,
  release: Release,
  reader: BlobReader,
  options: SourceOptions,
): Promise<Recognised> {
  const files = await listTree(repository, release.tree);
  const tree = treeOf(repository, release, filesOfSnapshot(files, release.version), reader);
  const around = { version: versionOfTag(release.tag) ?? null, date: release.date, complete: true };
  const found = await recognise(tree, around, options);
  if (found.units.length === 0) throw nothingFound(`git:${repository.name}@${release.tag}`, tree, found.unknown);
  return { ...found, units: ofServices(found.units, options.services) };
}

/**
 * The files to read: for a repository of a known dialect, its models and the release's own note, else the changelog;
 * for another repository, all files.
 */
function filesOfSnapshot(files: readonly TreeFile[], version: string): readonly TreeFile[] {
  for (const { repository } of walkedDialects) {
    const models = files.filter(({ path }) => path.startsWith(`${repository.folder}/`));
    if (models.length === 0) continue;
    const ownNote = files.find(({ path }) => path === repository.notes.fileOf(version));
    const note = ownNote ?? files.find(({ path }) => path === repository.notes.changelog);
    return note ? [...models, note] : models;
  }
  return files;
}

function treeOf(repository: Repository, release: Release, files: readonly TreeFile[], reader: BlobReader): Tree {
  const nameOf = (path: string): string => `git:${repository.name}@${release.tag}:${path}`;
  return {
    entries: files.map(({ path, blob }): Entry => {
      const bytes = async (): Promise<Buffer> => {
        const found = await reader.read(blob).catch((error: unknown) => {
          throw explainError(nameOf(path), error);
        });
        if (found) return found;
        throw new SourceError(
          `\`${nameOf(path)}\` is not in this clone, which is a partial one. Fetch it: git fetch --refetch`,
        );
      };
      return { path, size: null, bytes, head: async (count) => (await bytes()).subarray(0, count) };
    }),
    skipped: [],
    above: [],
    nameOf,
    close: async () => {},
  };
}
