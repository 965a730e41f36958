/** Large values of the store: JSON, compressed, kept once by content. The state of a service may be kept as what it says beside the one before. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Database } from '../database/database.ts';
import { damagedStore } from '../database/store-error.ts';
import { contentHash } from './content-hash.ts';
import { LastBytes } from './last-bytes.ts';
import { applyDelta } from './state-delta.ts';

/** A value packed for the store: its hash, and its compressed JSON. */
export interface Packed {
  readonly hash: string;
  /** The whole value; with a base, what it says beside it. */
  readonly data: Uint8Array;
  readonly base?: Base;
}

/** The value that another one is told by. */
export interface Base {
  readonly hash: string;
  /** What is taken from it (`state-delta.ts`). */
  readonly copies: readonly number[];
}

/** How many values may stand between one and the whole value that it is told by in the end. */
export const maxDepth = 24;

/** Packs a value. Parsers write keys in one fixed order, so equal values have equal texts without sorting anything. */
export function pack(value: unknown): Packed {
  // Encoded once: both the hash and the compressor would do it by themselves.
  const bytes = Buffer.from(JSON.stringify(value));
  return { hash: contentHash(bytes), data: compressed(bytes) };
}

/** Most models take some hundred thousand bytes: Node's pieces of 16 KB would be many. */
export function compressed(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, { chunkSize: 64 * 1024 });
}

/** Reads what was packed whole. */
export function unpack<T>(data: Uint8Array): T {
  return JSON.parse(zstdDecompressSync(data).toString('utf8')) as T;
}

/** The value of a hash, out of packed ones that have all that it is told by. */
export function unpackFrom<T>(packed: ReadonlyMap<string, Packed>, hash: string): T {
  const bytes = bytesOf(hash, (name) => packed.get(name));
  return JSON.parse(bytes.toString('utf8')) as T;
}

/** How many values one of these is told by. */
export function depthIn(packed: ReadonlyMap<string, Packed>, hash: string): number {
  let depth = 0;
  for (let base = packed.get(hash)?.base; base !== undefined; base = packed.get(base.hash)?.base) depth++;
  return depth;
}

/** Keeps a value; gives the hash that it is found by. */
export function putBlob(database: Database, value: unknown): string {
  const bytes = Buffer.from(JSON.stringify(value));
  const hash = contentHash(bytes);
  if (!isKept(database, hash)) putWhole(database, hash, compressed(bytes));
  return hash;
}

/** Keeps what was packed elsewhere. What it is told by has to be kept before it. */
export function putPacked(database: Database, packed: Packed): void {
  const { hash, data, base } = packed;
  if (isKept(database, hash)) return;
  if (base === undefined) putWhole(database, hash, data);
  else {
    const depth = depthOf(database, base.hash) + 1;
    // Another walk told the base by others: so far back nobody should have to read.
    if (depth > maxDepth) putWhole(database, hash, compressed(applyTo(packedBytes(database, base.hash), packed)));
    else database.insert('blob', { hash, data, depth, base: base.hash, copies: base.copies.join(' ') });
  }
}

/** How many values a kept one is told by. */
function depthOf(database: Database, hash: string): number {
  const row = database.get<{ depth: number }>('SELECT depth FROM blob WHERE hash = ?', hash);
  if (row === undefined) throw damagedStore(database.file, `the state ${hash} is lost`);
  return row.depth;
}

/** What is packed under a hash, and all that it is told by; nothing where the store does not have it. */
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

/** The JSON that is packed under a hash, as bytes, which nobody may change. */
export function packedBytes(database: Database, hash: string): Buffer {
  try {
    return bytesOf(hash, (name) => packedOf(database, name), cacheOf(database));
  } catch {
    throw damagedStore(database.file, `what it calls ${hash} cannot be unpacked`);
  }
}

/** The value of a hash; undefined where the store does not have it. */
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

/** Unpacks a value, and what it is told by before it. Throws where something is not there, or is no such value. */
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

/** What each open store unpacked last. */
const caches = new WeakMap<Database, LastBytes>();
const cacheSize = 48 * 1024 * 1024;

function cacheOf(database: Database): LastBytes {
  const cache = caches.get(database) ?? new LastBytes(cacheSize);
  caches.set(database, cache);
  return cache;
}
