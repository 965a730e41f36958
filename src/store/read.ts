/** The read door of the store: answers for pages and commands. */
import { namedStore } from './named-store.ts';
import { type OpenOptions, openStoreReader } from './reader/reader.ts';
import type { StoreReader } from './types.ts';

export type { Examination } from './database/examine.ts';
export { DamagedStoreError, StoreError } from './database/store-error.ts';
export { defaultStore } from './named-store.ts';
export type { Occurrence } from './reader/find-name.ts';
export { recordReads } from './reader/record-reads.ts';
export { servicesOfNote } from './releases/note-services.ts';
export type * from './types.ts';

/** The name of the environment variable with the store's path: pages are built in a process that gets nothing else. */
export const storeVariable = 'APIDELTA_STORE';

/**
 * Opens a store for reading; a store of an older format is first upgraded to the current one. Throws a `StoreError` if
 * the store does not exist or is only a part. Close it after use.
 */
export function openStore(file?: string, options?: OpenOptions): StoreReader {
  return openStoreReader(namedStore(file), options);
}
