/** Which store a command uses: the one that the user names, or the default. */
import { existsSync } from 'node:fs';
import { StoreError } from './database/store-error.ts';

/** The default store of all commands. */
export const defaultStore = '.apidelta/store.db';

/** The path of the named store. Throws a `StoreError` if it does not exist. */
export function namedStore(file: string = defaultStore): string {
  if (!existsSync(file))
    throw new StoreError(`There is no store at \`${file}\`: ingest something first, or name another with --store.`);
  return file;
}
