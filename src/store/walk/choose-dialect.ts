/**
 * Which dialect's history a repository has: the dialect knows where the trees have models and notes, and what tags
 * mean.
 */
import { type WalkedDialect, walkedDialects } from '../../parse/dialects/index.ts';
import { modelFilesAt, type ReleaseList, type Repository, readReleases } from '../../sources/index.ts';

export interface DialectHistory {
  readonly dialect: WalkedDialect;
  readonly list: ReleaseList;
}

/**
 * Chooses the dialect whose models the newest release has, and reads the releases by its rules. Without models the
 * first dialect is chosen, because there may be notes.
 */
export async function chooseDialect(repository: Repository, prefix = ''): Promise<DialectHistory> {
  const [first, ...others] = walkedDialects;
  if (first === undefined) throw new TypeError('Unexpected list of dialects, expected one that repositories have');
  for (const dialect of others) {
    const list = await readReleases(repository, prefix, dialect.repository.tags);
    const newest = list.releases.at(-1);
    if (newest === undefined) continue;
    const { files } = await modelFilesAt(repository, dialect.repository, newest.tree);
    if (files.length > 0) return { dialect, list };
  }
  return { dialect: first, list: await readReleases(repository, prefix, first.repository.tags) };
}
