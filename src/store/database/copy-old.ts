/**
 * Migrates the states and the changes of an older store, which packed each state whole and had a row for each change.
 */
import type { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import { compareVersions } from '../../model/versions.ts';
import { type Packed, pack } from '../packing/blobs.ts';
import { contentHash } from '../packing/content-hash.ts';
import { StatePacker } from '../packing/state-packer.ts';
import { PartedStates } from '../reader/parted-states.ts';
import { rowSum } from './row-sum.ts';
import { columns, type Table } from './schema.ts';
import { damagedStore } from './store-error.ts';

interface OldState {
  readonly service: string;
  readonly version: string | null;
  readonly snapshot: string;
}

/**
 * Packs the states of each service again, oldest first, and copies the other packed values. The old store is attached
 * as `old`.
 */
export function copyBlobs(db: DatabaseSync, file: string): void {
  const states = db.prepare("SELECT service, version, snapshot FROM input WHERE snapshot <> ''").all();
  // The columns that the query names.
  const byService = Map.groupBy(states as unknown as OldState[], ({ service }) => service);
  const find = db.prepare('SELECT data FROM old.blob WHERE hash = ?');
  const depths = new Map<string, number>();
  for (const service of [...byService.keys()].sort()) {
    const inOrder = (byService.get(service) ?? []).sort((a, b) => compareVersions(a.version ?? '', b.version ?? ''));
    const reader = new PartedStates();
    let packer = new StatePacker();
    for (const { snapshot } of inOrder) {
      const bytes = depths.has(snapshot) ? undefined : unpackOld(file, snapshot, find.get(snapshot)?.data);
      if (bytes === undefined) continue;
      const packed = packer.pack(reader.read(bytes).service);
      // Reading and writing a state of an older version may give other bytes: such a state is stored whole.
      if (packed.hash === snapshot) put(db, packed, depths);
      else {
        put(db, { hash: snapshot, data: find.get(snapshot)?.data as Uint8Array }, depths);
        packer = new StatePacker();
      }
    }
  }
  const rest = db.prepare('SELECT hash, data FROM old.blob');
  for (const { hash, data } of rest.iterate())
    if (!depths.has(String(hash))) {
      unpackOld(file, String(hash), data);
      // The columns that the query names.
      put(db, { hash: String(hash), data: data as Uint8Array }, depths);
    }
}

/** Joins the changes of each service and release. */
export function copyChanges(db: DatabaseSync): void {
  const rows = db.prepare(
    `SELECT service, release, count(*) AS count, '[' || group_concat(data, ',') || ']' AS text
    FROM (SELECT service, release, data FROM old.change ORDER BY service, release, id) GROUP BY service, release`,
  );
  for (const { service, release, count, text } of rows.iterate())
    insert(db, 'changes', [
      // The columns that the query names.
      service as string,
      release as string,
      count as number,
      // SQLite made this JSON.
      pack(JSON.parse(text as string)).data,
    ]);
}

function put(db: DatabaseSync, { hash, data, base }: Packed, depths: Map<string, number>): void {
  const depth = base === undefined ? 0 : (depths.get(base.hash) ?? 0) + 1;
  depths.set(hash, depth);
  insert(db, 'blob', [hash, data, depth, base?.hash ?? null, base?.copies.join(' ') ?? null]);
}

function insert(db: DatabaseSync, table: Table, values: readonly (string | number | null | Uint8Array)[]): void {
  const marks = '?, '.repeat(values.length);
  const sql = `INSERT INTO main.${table} (${columns[table].join(', ')}, sum) VALUES (${marks}?)`;
  db.prepare(sql).run(...values, rowSum(values));
}

/**
 * Unpacks a value and checks that its content has the hash that is its name: a damaged value must not get a new, valid
 * checksum.
 */
function unpackOld(file: string, hash: string, data: unknown): Buffer {
  try {
    const bytes = data instanceof Uint8Array ? zstdDecompressSync(data) : undefined;
    if (bytes !== undefined && contentHash(bytes) === hash) return bytes;
  } catch {
    // Not a compressed value: damaged, as below.
  }
  throw damagedStore(file, `what it calls ${hash}`);
}
