/** Parts of a store: each has only some services of a repository, until `merge` joins them. */
import type { Database } from './database.ts';
import { StoreError } from './store-error.ts';

/**
 * Which part of how many a store has, and which code made it: parts of other code are reported with another sentence.
 */
export interface StoredPart {
  /** The first one is 1. */
  readonly index: number;
  readonly count: number;
  readonly rules: number;
  readonly parser: number;
}

/** The key of that row of `meta`. */
export const partKey = 'part';

/** The part that a store has, and which code made it; undefined if the store is complete. */
export function partOf(database: Database): StoredPart | undefined {
  const value = database.rows<{ value: string }>('meta', 'WHERE key = ?', partKey)[0]?.value;
  return value === undefined ? undefined : (JSON.parse(value) as StoredPart);
}

/** Throws if a store is only a part: it would report services of other parts as missing. */
export function refusePart(database: Database): void {
  const part = partOf(database);
  if (part !== undefined)
    throw new StoreError(
      `The store \`${database.file}\` is part ${part.index} of ${part.count}, and has not all services: put the parts together with merge first.`,
    );
}
