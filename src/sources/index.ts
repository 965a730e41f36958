/** The sources: turns a name from the user into units for the parsers. */

export { compareVersions, isVersion, plainVersion } from '../model/versions.ts';
export type { SourceAbout } from './about-file.ts';
export { decodeText } from './decode-text.ts';
export { BlobReader, type GitObject } from './git/blob-reader.ts';
export { historyOf, isAncestor, isShallow, lackedObjects } from './git/clone-state.ts';
export { type GitSpec, parseGitSpec } from './git/git-spec.ts';
export {
  type ChangedModelFile,
  changedModelFiles,
  changedModelFilesInRow,
  listTree,
  type ModelFile,
  type ModelFiles,
  modelFilesAt,
  type TreeFile,
} from './git/model-files.ts';
export { findRelease } from './git/open-git.ts';
export { listReleases, type Release, type ReleaseList, readReleases, taggedCommits } from './git/releases.ts';
export { openRepository, type Repository } from './git/run-git.ts';
export { openSource } from './open-source.ts';
export { isAbandoned, isAlive, markOf, markPattern, ownMark } from './temporary/owner.ts';
export { makeTemporaryFolder, removeAbandonedFolders, removeTemporaryFolder } from './temporary/temporary-folder.ts';
export { type Source, SourceError, type SourceFile, type SourceOptions, type SourceUnit } from './types.ts';
export { unitVersion } from './unit-version.ts';
