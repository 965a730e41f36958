/** Holds every row of a store against its checksum: says what is not what was written. */

import { counted } from '../../model/sentence-bits.ts';
import { packedBytes } from '../packing/blobs.ts';
import { contentHash } from '../packing/content-hash.ts';
import { type Database, isWhole } from './database.ts';
import { changedCounts, countedTables, countRows, type RowCounts } from './row-counts.ts';
import { columns, type Table, takenIn } from './schema.ts';
import { DamagedStoreError, damagedStore, StoreError } from './store-error.ts';

/** What is damaged. */
export interface Damage {
  /** What SQLite says of the file itself; null where that is sound. */
  readonly file: string | null;
  /** How many rows of a table are not what was written. */
  readonly rows: ReadonlyMap<Table, number>;
  /** States and graphs that are named and not there. */
  readonly lost: number;
}

const tables = Object.keys(columns) as Table[];

/** Looks through a whole store. `isDeep`: also whether every compressed value has the content that it is named by. */
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
    // What SQLite cannot even list is damage of the file.
    if (!(error instanceof StoreError)) throw error;
    return { file: file ?? problemIn(error), rows, lost: 0 };
  }
}

/** Writes down how many rows every table has, so that rows that are missing are seen. To be called where a transaction ends. */
export function sealRows(database: Database): void {
  const counts = countRows(countedTables, (sql) => database.get(sql));
  database.insert('meta', { key: 'rows', value: JSON.stringify(counts) }, 'REPLACE');
}

/** Tables that have other rows than were written. */
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

/** Whether only what is made from other rows is damaged, so that it can be made again. */
export function isMadeAnew({ file, rows, lost }: Damage): boolean {
  return file === null && lost === 0 && [...rows.keys()].every((table) => !takenIn.has(table));
}

/** Throws a `StoreError` for a store in which anything is damaged: nothing may be added to it. */
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

/** What is wrong, without the sentence around it, which is for those who have not looked for damage. */
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
