/** Large values of the store: canonical JSON, compressed, kept once by content. */
import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { canonicalJson } from '../model/index.ts';
import type { Database } from './database.ts';

/** The hash of a content: 32 hexadecimal digits of SHA-256. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Keeps a value; gives the hash that it is found by. */
export function putBlob(database: Database, value: unknown): string {
  const text = canonicalJson(value);
  const hash = contentHash(text);
  if (database.get('SELECT 1 FROM blob WHERE hash = ?', hash) === undefined) {
    database.run('INSERT INTO blob (hash, data) VALUES (?, ?)', hash, zstdCompressSync(text));
  }
  return hash;
}

/** The value of a hash; undefined where the store does not have it. */
export function getBlob<T>(database: Database, hash: string): T | undefined {
  const row = database.get<{ data: Uint8Array }>('SELECT data FROM blob WHERE hash = ?', hash);
  return row === undefined ? undefined : (JSON.parse(zstdDecompressSync(row.data).toString('utf8')) as T);
}
