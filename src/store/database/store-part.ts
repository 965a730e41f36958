/** A store that has only some services of a repository, until `merge` puts the parts together. */
import type { Database } from './database.ts';
import { StoreError } from './store-error.ts';

/** Which part of how many a store has, and what made it: parts that other code made are told in another way. */
export interface StoredPart {
  /** The first one is 1. */
  readonly index: number;
  readonly count: number;
  readonly rules: number;
  readonly parser: number;
}

/** The row of `meta` that says so. */
export const partKey = 'part';

/** The part that a store has, and what made it; undefined for a store that is whole. */
export function partOf(database: Database): StoredPart | undefined {
  const value = database.rows<{ value: string }>('meta', 'WHERE key = ?', partKey)[0]?.value;
  return value === undefined ? undefined : (JSON.parse(value) as StoredPart);
}

/** Throws where a store is only a part: of a service that another part has it would say that there is none. */
export function refusePart(database: Database): void {
  const part = partOf(database);
  if (part !== undefined)
    throw new StoreError(
      `The store \`${database.file}\` is part ${part.index} of ${part.count}, and has not all services: put the parts together with merge first.`,
    );
}
