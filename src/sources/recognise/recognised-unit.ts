/**
 * The functions that the recognition of all dialects shares: an entry with its place, and a check of a few of many
 * files.
 */
import { type DialectId, detectDialect, type FileUnit, type PlacedFile } from '../../parse/dialects/index.ts';
import { unrecognised } from '../nothing-found.ts';
import { readHead } from '../read-entry.ts';
import { type Entry, fullPath, type Tree } from '../tree.ts';

/** An entry in the form for layouts. */
export interface PlacedEntry extends PlacedFile {
  readonly entry: Entry;
}

/** A unit before its version, date and completeness are known: entries that belong together. */
export interface RecognisedUnit extends FileUnit<PlacedEntry> {
  readonly dialect: DialectId;
}

/** The place of an entry. */
export function placed(tree: Tree, entry: Entry): PlacedEntry {
  return { entry, path: entry.path, full: fullPath(tree, entry.path) };
}

/** The dialect of an entry, or the reason why it has none. */
export async function dialectIn(
  tree: Tree,
  entry: Entry,
): Promise<{ readonly dialect?: DialectId; readonly reason: string }> {
  const head = await readHead(tree, entry);
  if ('reason' in head) return head;
  const dialect = detectDialect(head.text);
  return dialect === undefined ? { reason: unrecognised } : { dialect, reason: '' };
}

/**
 * Whether files of one layout are in its dialect: a few of them are read, from all over the list, and one match is
 * enough. All of AWS's documentation is 30,501 files; to open each one would take longer than parsing.
 */
export async function areAll(dialect: DialectId, tree: Tree, files: readonly PlacedEntry[]): Promise<boolean> {
  for (const { entry } of spread(files, 4)) if ((await dialectIn(tree, entry)).dialect === dialect) return true;
  return false;
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  const step = (items.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => items[Math.round(index * step)] as Item);
}
