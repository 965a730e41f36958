/** Large values of the store: JSON, compressed, kept once by content. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Service } from '../../model/index.ts';
import { contentHash } from './content-hash.ts';
import type { Database } from './database.ts';
import { serviceBytes } from './service-bytes.ts';
import { damagedStore } from './store-error.ts';

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
    database.insert('blob', { hash, data: compressed(bytes) });
  }
  return hash;
}

/** Keeps what was packed elsewhere. */
export function putPacked(database: Database, { hash, data }: Packed): void {
  database.insert('blob', { hash, data }, 'IGNORE');
}

/** What is packed under a hash; undefined where the store does not have it. */
export function packedOf(database: Database, hash: string): Packed | undefined {
  const row = database.rows<{ data: Uint8Array }>('blob', 'WHERE hash = ?', hash)[0];
  return row === undefined ? undefined : { hash, data: row.data };
}

/** The JSON that is packed under a hash, as bytes. */
export function packedBytes(database: Database, hash: string): Buffer {
  const packed = packedOf(database, hash);
  try {
    if (packed !== undefined) return zstdDecompressSync(packed.data);
  } catch {
    // Said below.
  }
  throw damagedStore(database.file, `what it calls ${hash} cannot be unpacked`);
}

/** The value of a hash; undefined where the store does not have it. */
export function getBlob<T>(database: Database, hash: string): T | undefined {
  const packed = packedOf(database, hash);
  if (packed === undefined) return undefined;
  try {
    return unpack<T>(packed.data);
  } catch {
    throw damagedStore(database.file, `what it calls ${hash} cannot be unpacked`);
  }
}
