/** Which Node can read a store: states are compressed by the state before them, and older ones do not know how. */
import { StoreError } from './store-error.ts';

/** Throws a `StoreError` where Node's zstd takes no dictionary (https://nodejs.org/api/zlib.html#class-zstdoptions). It would pass over it, and write what nobody can read. */
export function refuseOldNode(version: string = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 6) || (major === 22 && minor >= 19)) return;
  throw new StoreError(`A store needs Node 24.6 or newer, or 22.19 or newer of Node 22, and this is Node ${version}.`);
}
