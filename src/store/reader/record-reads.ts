/** Writes down what is read of a store: so a test sees whether a unit of the site reads more than its fingerprint says. */
import { appendFileSync } from 'node:fs';
import type { StoreReader } from '../types.ts';

/** The same reader, which adds a line of JSON to a file for each question: `["changes","s3","1.43.67"]`. */
export function recordReads(reader: StoreReader, file: string): StoreReader {
  return new Proxy(reader, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...asked: unknown[]) => {
        // Of a description the store only has what it was given.
        if (name !== 'read') appendFileSync(file, `${JSON.stringify([name, ...asked])}\n`);
        return value.apply(target, asked);
      };
    },
  });
}
