/** A part of a walk: only some services of a repository, in its own store, until the parts are merged. */
import type { Database } from '../database/database.ts';
import { parserVersion, rulesVersion } from '../database/engine-versions.ts';
import { StoreError } from '../database/store-error.ts';
import { partKey, partOf } from '../database/store-part.ts';

/** Which part of how many a store has. */
export interface Part {
  /** The first one is 1. */
  readonly index: number;
  readonly count: number;
}

/** A service of a repository, and how many of its states will be read. */
export interface WeighedService {
  readonly name: string;
  readonly weight: number;
}

/** A part that the user asks for. */
export interface AskedPart extends Part {
  /** Chooses its services from all services: the choice must be the same on every machine. */
  choose(services: readonly WeighedService[]): ReadonlySet<string>;
}

/** Records which part a store has. */
export function writePart(database: Database, { index, count }: Part): void {
  const value = JSON.stringify({ index, count, rules: rulesVersion, parser: parserVersion });
  database.insert('meta', { key: partKey, value }, 'REPLACE');
}

/** Throws if a store cannot take the part: a part is made in one run, in a store that has nothing else. */
export function checkPart(database: Database, asked: Part | undefined): void {
  const known = partOf(database);
  if (known === undefined) {
    if (asked === undefined || database.get('SELECT 1 FROM input LIMIT 1') === undefined) return;
    throw new StoreError(
      `The store \`${database.file}\` has something already: name a new file with --store for a part.`,
    );
  }
  if (known.index === asked?.index && known.count === asked.count) return;
  throw new StoreError(
    `The store \`${database.file}\` is part ${known.index} of ${known.count}: merge puts the parts together; name another file with --store.`,
  );
}

/** Throws if an existing part would get other releases: the other parts would not have them. */
export function checkReleases(database: Database, isAsBefore: boolean): void {
  if (partOf(database) !== undefined && !isAsBefore)
    throw new StoreError(
      `The repository has other releases now than when \`${database.file}\` was made of it: make all parts again, in new files.`,
    );
}
