/** Which store is meant: the one that a user names, or the one that is there for all commands. */
import { existsSync } from 'node:fs';
import { StoreError } from './database/store-error.ts';

/** The store that commands use when they are told no other. */
export const defaultStore = '.apidelta/store.db';

/** The store of a name. Throws a `StoreError` where there is none. */
export function namedStore(file: string = defaultStore): string {
  if (!existsSync(file))
    throw new StoreError(`There is no store at \`${file}\`: ingest something first, or name another with --store.`);
  return file;
}
