/** Compares every row of a store with its checksum, and lists what is damaged. */

import { counted } from '../../model/sentence-bits.ts';
import { packedBytes } from '../packing/blobs.ts';
import { contentHash } from '../packing/content-hash.ts';
import { type Database, isWhole } from './database.ts';
import { changedCounts, countedTables, countRows, type RowCounts } from './row-counts.ts';
import { columns, type Table, takenIn } from './schema.ts';
import { DamagedStoreError, damagedStore, StoreError } from './store-error.ts';

/** What is damaged. */
export interface Damage {
  /** SQLite's own message about the file; null if the file is sound. */
  readonly file: string | null;
  /** The number of damaged rows, by table. */
  readonly rows: ReadonlyMap<Table, number>;
  /** The number of states and graphs that a row names but that are missing. */
  readonly lost: number;
}

const tables = Object.keys(columns) as Table[];

/**
 * Checks a whole store. `isDeep`: also check that every compressed value has the content that its name (a hash)
 * promises.
 */
export function findDamage(database: Database, isDeep: boolean): Damage {
  const file = fileDamage(database);
  const rows = new Map<Table, number>();
  try {
    for (const table of tables) {
      let damaged = 0;
      for (const row of database.each(table))
        if (!isWhole(table, row) || (isDeep && table === 'blob' && !isContent(database, String(row.hash)))) damaged++;
      if (damaged > 0) rows.set(table, damaged);
    }
    for (const [table, count] of changedTables(database)) if (!rows.has(table)) rows.set(table, count);
    return { file, rows, lost: countLost(database) };
  } catch (error) {
    // If SQLite cannot even list them, the file is damaged.
    if (!(error instanceof StoreError)) throw error;
    return { file: file ?? problemIn(error), rows, lost: 0 };
  }
}

/** Records the number of rows of every table, so that missing rows are noticed. Call it at the end of a transaction. */
export function sealRows(database: Database): void {
  const counts = countRows(countedTables, (sql) => database.get(sql));
  database.insert('meta', { key: 'rows', value: JSON.stringify(counts) }, 'REPLACE');
}

/** Tables whose rows are not those that were written. */
function changedTables(database: Database): ReadonlyMap<Table, number> {
  const value = database.rows<{ value: string }>('meta', "WHERE key = 'rows'")[0]?.value;
  if (value === undefined) return new Map();
  const now = countRows(countedTables, (sql) => database.get(sql));
  return changedCounts(JSON.parse(value) as RowCounts, now);
}

/** Whether anything is damaged. */
export function isDamaged({ file, rows, lost }: Damage): boolean {
  return file !== null || rows.size > 0 || lost > 0;
}

/** Whether all damage is in rows that can be made again from other rows. */
export function isMadeAnew({ file, rows, lost }: Damage): boolean {
  return file === null && lost === 0 && [...rows.keys()].every((table) => !takenIn.has(table));
}

/** Throws a `StoreError` if anything in a store is damaged: nothing may be added to it. */
export function refuseDamaged(database: Database): void {
  const damage = findDamage(database, false);
  if (!isDamaged(damage)) return;
  const [table, count] = [...damage.rows][0] ?? [];
  throw damagedStore(
    database.file,
    damage.file ?? (table === undefined ? 'states are lost' : `${counted(count ?? 0, 'row')} of ${table}`),
  );
}

function fileDamage(database: Database): string | null {
  try {
    const found = database.all<{ integrity_check: string }>('PRAGMA integrity_check(1)')[0]?.integrity_check ?? 'ok';
    return found === 'ok' ? null : (found.split('\n').at(-1) ?? found);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return problemIn(error);
  }
}

/** The problem alone, without the sentence around it: that sentence is for users who did not ask for a check. */
function problemIn(error: StoreError): string {
  return error instanceof DamagedStoreError ? error.what : error.message.replace(/\.$/, '');
}

function countLost(database: Database): number {
  const sql = `SELECT count(*) AS count FROM (
    SELECT snapshot AS hash FROM input WHERE snapshot <> '' UNION SELECT since FROM service
    UNION SELECT state ->> '$.names' FROM service WHERE state ->> '$.names' IS NOT NULL
    UNION SELECT base FROM blob WHERE base IS NOT NULL
  ) WHERE hash NOT IN (SELECT hash FROM blob)`;
  return database.get<{ count: number }>(sql)?.count ?? 0;
}

function isContent(database: Database, hash: string): boolean {
  try {
    return contentHash(packedBytes(database, hash)) === hash;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return false;
  }
}
