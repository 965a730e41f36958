/** Large values of the store: compressed JSON, each stored once by its hash, whole or as a delta from a base value. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Database } from '../database/database.ts';
import { damagedStore } from '../database/store-error.ts';
import { contentHash } from './content-hash.ts';
import { LastBytes } from './last-bytes.ts';
import { applyDelta } from './state-delta.ts';

/** A value packed for the store: its hash, and its compressed JSON. */
export interface Packed {
  readonly hash: string;
  /** The whole value; with a base, only what the base does not have. */
  readonly data: Uint8Array;
  readonly base?: Base;
}

/** The base of a delta. */
export interface Base {
  readonly hash: string;
  /** The parts that are copied from it (`state-delta.ts`). */
  readonly copies: readonly number[];
}

/** The greatest depth: the number of deltas between a value and the whole value at the end of its chain of bases. */
export const maxDepth = 24;

/** Packs a value. Parsers write keys in a fixed order, so equal values have equal texts, and nothing needs sorting. */
export function pack(value: unknown): Packed {
  // Encoded once: otherwise the hash and the compressor would each encode the text.
  const bytes = Buffer.from(JSON.stringify(value));
  return { hash: contentHash(bytes), data: compressed(bytes) };
}

/** Most models take some hundred thousand bytes: Node's pieces of 16 KB would be many. */
export function compressed(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, { chunkSize: 64 * 1024 });
}

/** Unpacks a value that is stored whole. */
export function unpack<T>(data: Uint8Array): T {
  return JSON.parse(zstdDecompressSync(data).toString('utf8')) as T;
}

/** The value of a hash, from packed values that include all of its bases. */
export function unpackFrom<T>(packed: ReadonlyMap<string, Packed>, hash: string): T {
  const bytes = bytesOf(hash, (name) => packed.get(name));
  return JSON.parse(bytes.toString('utf8')) as T;
}

/** The depth of one of these values: its number of bases. */
export function depthIn(packed: ReadonlyMap<string, Packed>, hash: string): number {
  let depth = 0;
  for (let base = packed.get(hash)?.base; base !== undefined; base = packed.get(base.hash)?.base) depth++;
  return depth;
}

/** Stores a value; gives its hash. */
export function putBlob(database: Database, value: unknown): string {
  const bytes = Buffer.from(JSON.stringify(value));
  const hash = contentHash(bytes);
  if (!isKept(database, hash)) putWhole(database, hash, compressed(bytes));
  return hash;
}

/** Stores a value that was packed elsewhere. Store its base first. */
export function putPacked(database: Database, packed: Packed): void {
  const { hash, data, base } = packed;
  if (isKept(database, hash)) return;
  if (base === undefined) putWhole(database, hash, data);
  else {
    const depth = depthOf(database, base.hash) + 1;
    // Another walk stored the base as a delta of other values: a longer chain would be slow to read.
    if (depth > maxDepth) putWhole(database, hash, compressed(applyTo(packedBytes(database, base.hash), packed)));
    else database.insert('blob', { hash, data, depth, base: base.hash, copies: base.copies.join(' ') });
  }
}

/** The depth of a stored value: its number of bases. */
function depthOf(database: Database, hash: string): number {
  const row = database.get<{ depth: number }>('SELECT depth FROM blob WHERE hash = ?', hash);
  if (row === undefined) throw damagedStore(database.file, `the state ${hash} is lost`);
  return row.depth;
}

/** The packed value of a hash, and all of its bases; empty if the store does not have it. */
export function packedWithBases(database: Database, hash: string): readonly Packed[] {
  const found: Packed[] = [];
  for (let next: string | undefined = hash; next !== undefined; ) {
    const packed = packedOf(database, next);
    if (packed === undefined) return [];
    found.push(packed);
    next = packed.base?.hash;
  }
  return found;
}

/** The JSON of a hash, as bytes. Do not change them. */
export function packedBytes(database: Database, hash: string): Buffer {
  try {
    return bytesOf(hash, (name) => packedOf(database, name), cacheOf(database));
  } catch {
    throw damagedStore(database.file, `what it calls ${hash} cannot be unpacked`);
  }
}

/** The value of a hash; undefined if the store does not have it. */
export function getBlob<T>(database: Database, hash: string): T | undefined {
  if (!isKept(database, hash)) return undefined;
  try {
    return JSON.parse(packedBytes(database, hash).toString('utf8')) as T;
  } catch {
    throw damagedStore(database.file, `what it calls ${hash} cannot be unpacked`);
  }
}

interface Row {
  readonly data: Uint8Array;
  readonly base: string | null;
  readonly copies: string | null;
}

function packedOf(database: Database, hash: string): Packed | undefined {
  const row = database.rows<Row>('blob', 'WHERE hash = ?', hash)[0];
  if (row === undefined) return undefined;
  const { data, base, copies } = row;
  if (base === null) return { hash, data };
  return { hash, data, base: { hash: base, copies: (copies ?? '').split(' ').filter(Boolean).map(Number) } };
}

function putWhole(database: Database, hash: string, data: Uint8Array): void {
  database.insert('blob', { hash, data, depth: 0 });
}

function isKept(database: Database, hash: string): boolean {
  return database.get('SELECT 1 FROM blob WHERE hash = ?', hash) !== undefined;
}

/** Unpacks a value, after its bases. Throws if one of them is missing or damaged. */
function bytesOf(hash: string, find: (hash: string) => Packed | undefined, known?: LastBytes): Buffer {
  const waiting: Packed[] = [];
  let bytes = known?.get(hash);
  for (let next = hash; bytes === undefined; bytes = known?.get(next)) {
    const packed = find(next);
    if (packed === undefined || waiting.length > maxDepth) throw new Error(`${next} is not there`);
    if (packed.base === undefined) {
      bytes = zstdDecompressSync(packed.data);
      known?.set(next, bytes);
      break;
    }
    waiting.push(packed);
    next = packed.base.hash;
  }
  for (const packed of waiting.reverse()) {
    bytes = applyTo(bytes, packed);
    known?.set(packed.hash, bytes);
  }
  return bytes;
}

function applyTo(before: Uint8Array, { data, base }: Packed): Buffer {
  return applyDelta(before, { copies: base?.copies ?? [], data });
}

/** The bytes that each open store unpacked last. */
const caches = new WeakMap<Database, LastBytes>();
const cacheSize = 48 * 1024 * 1024;

function cacheOf(database: Database): LastBytes {
  const cache = caches.get(database) ?? new LastBytes(cacheSize);
  caches.set(database, cache);
  return cache;
}
