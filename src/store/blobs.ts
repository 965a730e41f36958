/** Large values of the store: JSON, compressed, kept once by content. */
import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Service } from '../model/index.ts';
import type { Database } from './database.ts';
import { serviceBytes } from './service-bytes.ts';

/** The hash of a content: 32 hexadecimal digits of SHA-256. */
export function contentHash(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** A value packed for the store: its hash and its compressed JSON. */
export interface Packed {
  readonly hash: string;
  readonly data: Uint8Array;
}

/** Packs a value. Parsers write keys in one fixed order, so equal values have equal texts without sorting anything. */
export function pack(value: unknown): Packed {
  // Encoded once: both the hash and the compressor would do it by themselves.
  return packBytes(Buffer.from(JSON.stringify(value)));
}

/** Packs a state of a service, in the time that writing what is new in it takes. */
export function packService(service: Service): Packed {
  return packBytes(serviceBytes(service));
}

function packBytes(bytes: Uint8Array): Packed {
  return { hash: contentHash(bytes), data: compressed(bytes) };
}

/** Most models take some hundred thousand bytes: Node's pieces of 16 KB would be many. */
function compressed(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, { chunkSize: 64 * 1024 });
}

/** Reads what was packed. */
export function unpack<T>(data: Uint8Array): T {
  return JSON.parse(zstdDecompressSync(data).toString('utf8')) as T;
}

/** Keeps a value; gives the hash that it is found by. */
export function putBlob(database: Database, value: unknown): string {
  const bytes = Buffer.from(JSON.stringify(value));
  const hash = contentHash(bytes);
  if (database.get('SELECT 1 FROM blob WHERE hash = ?', hash) === undefined) {
    database.run('INSERT INTO blob (hash, data) VALUES (?, ?)', hash, compressed(bytes));
  }
  return hash;
}

/** Keeps what was packed elsewhere. */
export function putPacked(database: Database, { hash, data }: Packed): void {
  database.run('INSERT OR IGNORE INTO blob (hash, data) VALUES (?, ?)', hash, data);
}

/** The value of a hash; undefined where the store does not have it. */
export function getBlob<T>(database: Database, hash: string): T | undefined {
  const row = database.get<{ data: Uint8Array }>('SELECT data FROM blob WHERE hash = ?', hash);
  return row === undefined ? undefined : unpack<T>(row.data);
}
