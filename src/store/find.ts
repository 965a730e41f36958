/** The door to the search by name: where a name occurs in a store. It needs neither rules nor parsers. */
import { Database } from './database/database.ts';
import { refusePart } from './database/store-part.ts';
import { namedStore } from './named-store.ts';
import { findName, type Occurrence } from './reader/find-name.ts';

export { StoreError } from './database/store-error.ts';
export type { Occurrence } from './reader/find-name.ts';

/**
 * Finds every operation, field, enum value and named shape of a name, in all services, ignoring letter case. Throws a
 * `StoreError` if the store does not exist.
 */
export function findInStore(file: string | undefined, name: string): readonly Occurrence[] {
  const database = Database.read(namedStore(file));
  try {
    refusePart(database);
    return [...findName(database, name)];
  } finally {
    database.close();
  }
}
