/** A unit on its way: entries that belong together, before version, day and completeness are settled. */
import { detectDialect } from '../../parse/detect.ts';
import type { Dialect } from '../../parse/result.ts';
import { unrecognised } from '../nothing-found.ts';
import { readHead } from '../read-entry.ts';
import type { Entry, Tree } from '../tree.ts';

/** An entry and its path inside the unit. */
export interface DraftFile {
  readonly entry: Entry;
  readonly path: string;
}

export interface DraftUnit {
  readonly dialect: Dialect;
  readonly service: string | null;
  /** Of a service model. */
  readonly apiVersion?: string;
  /** Where the layout names the version better than the folders do. */
  readonly version?: string;
  readonly files: readonly DraftFile[];
}

/** What one step of the recognition took and left. */
export interface Taken {
  readonly units: readonly DraftUnit[];
  readonly rest: readonly Entry[];
}

/** What an entry is, or why it is nothing. */
export async function dialectOf(
  tree: Tree,
  entry: Entry,
): Promise<{ readonly dialect?: Dialect; readonly reason: string }> {
  const head = await readHead(tree, entry);
  if ('reason' in head) return head;
  const dialect = detectDialect(head.text);
  return dialect === undefined ? { reason: unrecognised } : { dialect, reason: '' };
}

/**
 * Whether files of one layout are what the layout promises: a few of them are read, from all over the list. All of AWS's
 * documentation is 30,501 files; opening each only to see that it is what its neighbours are takes longer than parsing.
 */
export async function areAll(dialect: Dialect, tree: Tree, entries: readonly Entry[]): Promise<boolean> {
  for (const entry of spread(entries, 4)) if ((await dialectOf(tree, entry)).dialect === dialect) return true;
  return false;
}

function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  const step = (items.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => items[Math.round(index * step)] as Item);
}
