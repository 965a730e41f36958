/** The release notes of a repository: the newest tree has those of all releases. */
import { type ParsedNote, parseDocuments } from '../../parse/index.ts';
import { BlobReader, listTree, type Repository } from '../../sources/index.ts';

const folder = '.changes';

/** A release and its tree. */
interface NotedRelease {
  readonly version: string;
  readonly tree: string;
}

/**
 * The notes of the newest of some releases, which has those of all releases from the beginning. `before`: the release whose
 * notes are known already; then only what is new since is read.
 */
export async function readNotes(
  repository: Repository,
  releases: readonly NotedRelease[],
  before?: NotedRelease,
): Promise<readonly ParsedNote[]> {
  const newest = releases.at(-1);
  if (newest === undefined) return [];
  const reader = new BlobReader(repository);
  try {
    const [entries, known] = await Promise.all([
      listTree(repository, newest.tree, folder),
      before === undefined ? [] : listTree(repository, before.tree, folder),
    ]);
    const files = entries.filter(({ path }) => /\/\d[^/]*\.json$/.test(path));
    const knownBlobs = new Set(known.map(({ blob }) => blob));
    const documents = await Promise.all(
      files
        .filter(({ blob }) => !knownBlobs.has(blob))
        .map(async ({ path, blob }) => ({ name: path, text: (await reader.readText(blob)) ?? '' })),
    );
    const notes = documents.length === 0 ? [] : parseDocuments('release-notes', documents).notes;
    const told = new Set(notes.map(({ version }) => version));
    for (const { path, blob } of files)
      if (knownBlobs.has(blob)) told.add(path.slice(path.lastIndexOf('/') + 1, -'.json'.length));
    // Both say the same; the whole changelog is read only for releases that the files do not tell of.
    const isTold = releases.every(({ version }) => told.has(version));
    const changelog =
      before !== undefined && isTold ? undefined : await reader.readText(`${newest.tree}:CHANGELOG.rst`);
    if (changelog === undefined) return notes;
    const inChangelog = parseDocuments('release-notes', [{ name: 'CHANGELOG.rst', text: changelog }]).notes;
    return [...notes, ...inChangelog.filter(({ version }) => !told.has(version))];
  } finally {
    await reader.close();
  }
}
