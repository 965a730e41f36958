/**
 * Records what is read from a store, so that a test sees whether a unit of the site reads more than its fingerprint
 * covers.
 */
import { appendFileSync } from 'node:fs';
import type { StoreReader } from '../types.ts';

/** The same reader, which also adds one line of JSON to a file for each call: `["changes","s3","1.43.67"]`. */
export function recordReads(reader: StoreReader, file: string): StoreReader {
  return new Proxy(reader, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...asked: unknown[]) => {
        // A description depends only on the argument, not on the store.
        if (name !== 'read') appendFileSync(file, `${JSON.stringify([name, ...asked])}\n`);
        return value.apply(target, asked);
      };
    },
  });
}
