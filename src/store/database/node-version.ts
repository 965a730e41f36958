/**
 * Which versions of Node can read a store: states are compressed with the state before as dictionary, and older
 * versions cannot.
 */
import { StoreError } from './store-error.ts';

/**
 * Throws a `StoreError` if Node's zstd does not support dictionaries
 * (https://nodejs.org/api/zlib.html#class-zstdoptions). Such a Node ignores the option, and would write values that
 * nobody can read.
 */
export function refuseOldNode(version: string = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 6) || (major === 22 && minor >= 19)) return;
  throw new StoreError(`A store needs Node 24.6 or newer, or 22.19 or newer of Node 22, and this is Node ${version}.`);
}
