/** The release notes of a repository: the newest tree has those of all releases. */
import { type ParsedNote, parseDocuments } from '../../parse/index.ts';
import { BlobReader, listTree, type Repository } from '../../sources/index.ts';

/** The notes of all releases: the newest tree has them from the beginning. */
export async function readNotes(repository: Repository, tree: string): Promise<readonly ParsedNote[]> {
  const reader = new BlobReader(repository);
  try {
    const entries = await listTree(repository, tree, '.changes');
    const documents = await Promise.all(
      entries
        .filter(({ path }) => /\/\d[^/]*\.json$/.test(path))
        .map(async ({ path, blob }) => ({ name: path, text: (await reader.readText(blob)) ?? '' })),
    );
    const changelog = await reader.readText(`${tree}:CHANGELOG.rst`);
    const fromChanges = documents.length === 0 ? [] : parseDocuments('release-notes', documents).notes;
    const seen = new Set(fromChanges.map(({ version }) => version));
    const fromChangelog =
      changelog === undefined
        ? []
        : parseDocuments('release-notes', [{ name: 'CHANGELOG.rst', text: changelog }]).notes;
    return [...fromChanges, ...fromChangelog.filter(({ version }) => !seen.has(version))];
  } finally {
    await reader.close();
  }
}
