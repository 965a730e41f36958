/** The release notes of a repository: the newest tree has the notes of all releases. */
import { append } from '../../model/index.ts';
import type { NoteFiles } from '../../parse/dialects/index.ts';
import type { ParsedNote } from '../../parse/index.ts';
import { BlobReader, listTree, type Repository, type TreeFile } from '../../sources/index.ts';

/** A repository, and the files with its notes. */
export interface NotedRepository {
  readonly repository: Repository;
  readonly files: NoteFiles;
}

/** A release and its tree. */
interface NotedRelease {
  readonly version: string;
  readonly tree: string;
}

/** Notes of a repository. */
export interface ReadNotes {
  readonly notes: readonly ParsedNote[];
  /** Whether these are all notes; otherwise only those after the known notes. */
  readonly isWhole: boolean;
}

/**
 * The notes in the tree of a release: those of all releases from the beginning. `known`: an older release whose notes
 * are known already. If none of them changed since, and the versions after it (`fresh`) have notes in their own files,
 * only these files are read.
 */
export async function readNotes(
  noted: NotedRepository,
  newest: NotedRelease,
  known: NotedRelease | undefined,
  fresh: readonly string[],
): Promise<ReadNotes> {
  const reader = new BlobReader(noted.repository);
  try {
    const files = await noteFilesAt(noted, newest.tree);
    if (known !== undefined) {
      const before = await noteFilesAt(noted, known.tree);
      const now = new Map(files.map(({ path, blob }) => [path, blob]));
      const was = new Set(before.map(({ path }) => path));
      const isAsBefore = before.every(({ path, blob }) => now.get(path) === blob);
      if (isAsBefore) {
        const fromFiles = files.filter(({ path }) => !was.has(path));
        const notes = await notesIn(noted, reader, fromFiles);
        const told = new Set(notes.map(({ version }) => version));
        if (fresh.every((version) => told.has(version))) return { notes, isWhole: false };
      }
    }
    const notes = await notesIn(noted, reader, files);
    const told = new Set(notes.map(({ version }) => version));
    const name = noted.files.changelog;
    const changelog = await reader.readText(`${newest.tree}:${name}`);
    if (changelog === undefined) return { notes, isWhole: true };
    // Files and changelog say the same: the changelog is for releases without a file.
    const inChangelog = noted.files.parse([{ name, text: changelog }]);
    return { notes: [...notes, ...inChangelog.filter(({ version }) => !told.has(version))], isWhole: true };
  } finally {
    await reader.close();
  }
}

/** The notes of some releases on themselves, from their own file or from the changelog. */
export async function readOwnNotes(
  { repository, files }: NotedRepository,
  releases: readonly NotedRelease[],
): Promise<readonly ParsedNote[]> {
  const found: ParsedNote[] = [];
  const reader = new BlobReader(repository);
  try {
    for (const { version, tree } of releases) {
      const name = files.fileOf(version);
      const text = await reader.readText(`${tree}:${name}`);
      const changelog = text === undefined ? await reader.readText(`${tree}:${files.changelog}`) : undefined;
      const document = text === undefined ? { name: files.changelog, text: changelog ?? '' } : { name, text };
      if (document.text === '') continue;
      append(
        found,
        files.parse([document]).filter((note) => note.version === version),
      );
    }
    return found;
  } finally {
    await reader.close();
  }
}

async function noteFilesAt({ repository, files }: NotedRepository, tree: string): Promise<readonly TreeFile[]> {
  return (await listTree(repository, tree, files.folder)).filter(({ path }) => files.isNote(path));
}

async function notesIn(
  noted: NotedRepository,
  reader: BlobReader,
  files: readonly TreeFile[],
): Promise<readonly ParsedNote[]> {
  const documents = await Promise.all(
    files.map(async ({ path, blob }) => ({ name: path, text: (await reader.readText(blob)) ?? '' })),
  );
  return documents.length === 0 ? [] : noted.files.parse(documents);
}
