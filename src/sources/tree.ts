/**
 * The common form of everything that contains documents: a flat list of entries, for folders, archives and git trees.
 */

/** A file of a folder, a member of an archive, a blob of a git tree. */
export interface Entry {
  /** With `/`, relative to the opened folder or archive. */
  readonly path: string;
  /** Stored bytes; undefined if they are unknown before reading. */
  readonly size: number | null;
  /** The first bytes, at most as many as requested. */
  head(count: number): Promise<Buffer>;
  bytes(): Promise<Buffer>;
}

/** An entry that was found and is not read. */
export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

/** An opened folder, archive or git tree. */
export interface Tree {
  readonly entries: readonly Entry[];
  readonly skipped: readonly Skipped[];
  /** The folders above the root, the nearest last: they name services and versions too. */
  readonly above: readonly string[];
  /** The name of an entry in messages: as the user would write it. */
  nameOf(path: string): string;
  close(): Promise<void>;
}

/** Reads a small text file from a tree, if it exists; for `__init__.py` and similar files. */
export function findEntry(tree: Tree, path: string): Entry | undefined {
  return tree.entries.find((entry) => entry.path === path);
}

/** The folders above and the path: layouts are recognised by them. */
export function fullPath(tree: Tree, path: string): string {
  return [...tree.above, path].join('/');
}
