/** The store: takes sources in, keeps the history, and answers for pages and commands. */
import { existsSync } from 'node:fs';
import { openStoreReader } from './reader.ts';
import { StoreError } from './store-error.ts';
import type { StoreReader } from './types.ts';

export { Database } from './database.ts';
export type { DeriveReport } from './derive.ts';
export { type Examination, examine } from './examine.ts';
export { refuseDamaged } from './find-damage.ts';
export {
  between,
  findName,
  loadState,
  type Occurrence,
  releaseVersions,
  serviceIds,
  stateAt,
  stateNameAt,
  stateNameBefore,
  unknownState,
} from './history.ts';
export { type IngestProgress, type IngestReport, ingest, parseUnit } from './ingest.ts';
export { servicesOfNote } from './note-services.ts';
export { undatedRelease } from './plan.ts';
export { isStale, refresh } from './refresh.ts';
export { repair } from './repair.ts';
export { StoreError } from './store-error.ts';
export type * from './types.ts';
export { type WalkOptions, type WalkProgress, type WalkReport, walk } from './walk/walk.ts';

/** The store that commands use when they are told no other. */
export const defaultStore = '.apidelta/store.db';

/** Names the store that pages read: they are built in a process that gets nothing but its environment. */
export const storeVariable = 'APIDELTA_STORE';

let shared: StoreReader | undefined;

/** Opens a store for reading: the given file, or the one that the environment names. Opened once for all pages. */
export function openReader(file?: string): StoreReader {
  if (file !== undefined) return open(file);
  shared ??= open(process.env[storeVariable] ?? defaultStore);
  return shared;
}

function open(file: string): StoreReader {
  if (!existsSync(file))
    throw new StoreError(`There is no store at ${file}: ingest something first, or name another with --store.`);
  return openStoreReader(file);
}
