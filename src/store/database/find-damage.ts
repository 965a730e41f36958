/** Holds every row of a store against its checksum: says what is not what was written. */
import { zstdDecompressSync } from 'node:zlib';
import { contentHash } from './content-hash.ts';
import { type Database, isWhole } from './database.ts';
import { columns, type Table, takenIn } from './schema.ts';
import { damagedStore, StoreError } from './store-error.ts';

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
        if (!isWhole(table, row) || (isDeep && table === 'blob' && !isContent(row.hash, row.data))) damaged++;
      if (damaged > 0) rows.set(table, damaged);
    }
    for (const [table, count] of changedTables(database)) if (!rows.has(table)) rows.set(table, count);
    return { file, rows, lost: countLost(database) };
  } catch (error) {
    // What SQLite cannot even list is damage of the file.
    if (!(error instanceof StoreError)) throw error;
    return { file: file ?? error.message, rows, lost: 0 };
  }
}

/** Tables of which every row is counted; blobs and what a walk puts aside come and go between the commands' ends. */
const counted = tables.filter((table) => !['meta', 'blob', 'stage'].includes(table));

/** How many rows a table has, and the sum of their checksums. */
type Count = readonly [rows: number, sum: number];

function countRows(database: Database, table: Table): Count {
  const sql = `SELECT count(*) AS rows, coalesce(sum(sum), 0) AS sum FROM ${table}`;
  const { rows, sum } = database.get<{ rows: number; sum: number }>(sql) ?? { rows: 0, sum: 0 };
  return [rows, sum];
}

/** Writes down how many rows every table has, so that rows that are gone are seen. To be called where a transaction ends. */
export function sealRows(database: Database): void {
  const counts = Object.fromEntries(counted.map((table) => [table, countRows(database, table)]));
  database.insert('meta', { key: 'rows', value: JSON.stringify(counts) }, 'REPLACE');
}

/** Tables that have other rows than were written. */
function changedTables(database: Database): ReadonlyMap<Table, number> {
  const value = database.rows<{ value: string }>('meta', "WHERE key = 'rows'")[0]?.value;
  const changed = new Map<Table, number>();
  if (value === undefined) return changed;
  const written = JSON.parse(value) as Readonly<Record<string, Count>>;
  for (const table of counted) {
    const [rows = 0, sum = 0] = written[table] ?? [];
    const [now, nowSum] = countRows(database, table);
    if (now !== rows || nowSum !== sum) changed.set(table, Math.max(Math.abs(rows - now), 1));
  }
  return changed;
}

/** Whether anything is damaged. */
export function isDamaged({ file, rows, lost }: Damage): boolean {
  return file !== null || rows.size > 0 || lost > 0;
}

/** Whether only what is made from other rows is damaged, so that it can be made anew. */
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
    damage.file ?? (table === undefined ? 'states are lost' : `${count} rows of ${table}`),
  );
}

function fileDamage(database: Database): string | null {
  try {
    const found = database.all<{ integrity_check: string }>('PRAGMA integrity_check(1)')[0]?.integrity_check ?? 'ok';
    return found === 'ok' ? null : (found.split('\n').at(-1) ?? found);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return error.message;
  }
}

function countLost(database: Database): number {
  const sql = `SELECT count(*) AS count FROM (
    SELECT snapshot AS hash FROM input WHERE snapshot <> '' UNION SELECT since FROM service
    UNION SELECT state ->> '$.names' FROM service WHERE state ->> '$.names' IS NOT NULL
  ) WHERE hash NOT IN (SELECT hash FROM blob)`;
  return database.get<{ count: number }>(sql)?.count ?? 0;
}

function isContent(hash: unknown, data: unknown): boolean {
  try {
    return data instanceof Uint8Array && contentHash(zstdDecompressSync(data)) === hash;
  } catch {
    return false;
  }
}
