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

/** Names the store that pages read: they are built in a process that gets nothing but its environment. */
export const storeVariable = 'APIDELTA_STORE';

/** Opens a store for reading; one of an older format is brought up to today's first. Throws a `StoreError` where there is none, and for a part of one. Close it after use. */
export function openStore(file?: string, options?: OpenOptions): StoreReader {
  return openStoreReader(namedStore(file), options);
}
