/** What every place that documents are in looks like from inside: a flat list of entries, whatever holds them. */

/** A file of a folder, a member of an archive, a blob of a git tree. */
export interface Entry {
  /** With `/`, relative to what was opened. */
  readonly path: string;
  /** Stored bytes, where known without reading. */
  readonly size: number | null;
  /** The first bytes, at most as many as asked for. */
  head(count: number): Promise<Buffer>;
  bytes(): Promise<Buffer>;
}

/** Something that was seen and is not read. */
export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

/** An opened place. */
export interface Tree {
  readonly entries: readonly Entry[];
  readonly skipped: readonly Skipped[];
  /** The folders above the root, the nearest last: they name services and versions too. */
  readonly above: readonly string[];
  /** What messages call an entry: as the user would write it. */
  nameOf(path: string): string;
  close(): Promise<void>;
}

/** Reads a small text file from a tree, if it exists; for `__init__.py` and similar files. */
export function findEntry(tree: Tree, path: string): Entry | undefined {
  return tree.entries.find((entry) => entry.path === path);
}

/** The folders above and the path: what layouts are recognised by. */
export function fullPath(tree: Tree, path: string): string {
  return [...tree.above, path].join('/');
}
