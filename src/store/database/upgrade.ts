/** Upgrades a store of an older format in a file beside it, which replaces it when it is complete. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { counted } from '../../model/sentence-bits.ts';
import { walkedInputHash } from '../ingest/input-hash.ts';
import { copyBlobs, copyChanges } from './copy-old.ts';
import { changedCounts, countedTables, countRows, type RowCounts } from './row-counts.ts';
import { rowSum } from './row-sum.ts';
import { applicationId, columns, schema, schemaVersion, type Table } from './schema.ts';
import { damagedStore } from './store-error.ts';

/** The first format whose rows have checksums. */
const firstSummed = 3;

/**
 * Upgrades a store of an older format to the current one. Whenever it is killed, the file is either the old store or
 * the new one.
 */
export function upgradeStore(file: string, format: number): void {
  const beside = `${file}-upgrade`;
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${beside}${ending}`, { force: true });
  settleLog(file);
  const db = new DatabaseSync(beside, { timeout: 2_000 });
  try {
    db.function('row_sum', { varargs: true }, (...values: SQLOutputValue[]) => rowSum(values));
    db.function('walked_hash', { varargs: true }, (...values: SQLOutputValue[]) =>
      walkedInputHash(values.map((value) => (value === null ? '' : String(value)))),
    );
    db.exec(`PRAGMA journal_mode = DELETE; ${schema}`);
    db.prepare('ATTACH DATABASE ? AS old').run(file);
    const damage = db.prepare('PRAGMA old.integrity_check(1)').get() as { integrity_check: string };
    if (damage.integrity_check !== 'ok') throw damagedStore(file, damage.integrity_check);
    db.exec('BEGIN EXCLUSIVE');
    if (format >= firstSummed) copySummed(db, file);
    else copyUnsummed(db, format);
    copyBlobs(db, file);
    copyChanges(db);
    const rows = JSON.stringify(countRows(countedTables, (sql) => db.prepare(sql).get()));
    db.prepare("INSERT OR REPLACE INTO meta VALUES ('rows', ?1, row_sum('rows', ?1))").run(rows);
    db.exec(
      `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT; DETACH DATABASE old`,
    );
  } catch (error) {
    db.close();
    rmSync(beside, { force: true });
    throw error;
  }
  db.close();
  sync(beside);
  renameSync(beside, file);
  sync(dirname(file));
}

/** Merges the log of the old store into its file: SQLite would otherwise take that log for the new store's. */
function settleLog(file: string): void {
  const old = new DatabaseSync(file, { timeout: 2_000 });
  try {
    old.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    old.exec('PRAGMA journal_mode = DELETE');
  } finally {
    old.close();
  }
}

/** Tables of format 3 that are copied as they are. */
const kept: readonly Table[] = [
  'meta',
  'input',
  'repository',
  'walked',
  'coverage',
  'unread',
  'note',
  'release',
  'service',
  'service_release',
  'release_note',
  'documentation_change',
];

/** Tables of format 3 whose content has another form now, and the columns that their checksums cover. */
const told: Readonly<Record<string, readonly string[]>> = {
  change: ['service', 'release', 'key', 'kind', 'severity', 'data'],
  change_operation: ['service', 'operation', 'change'],
};

/** Copies format 3. The saved results of an interrupted walk have another form now: it is walked again. */
function copySummed(db: DatabaseSync, file: string): void {
  const tables = { ...Object.fromEntries(kept.map((table) => [table, columns[table]])), ...told };
  for (const [table, names] of Object.entries(tables)) {
    const damaged = db
      .prepare(`SELECT 1 FROM old.${table} WHERE sum IS NOT row_sum(${names.join(', ')}) LIMIT 1`)
      .get();
    if (damaged !== undefined) throw damagedStore(file, table);
  }
  const written = db.prepare("SELECT value FROM old.meta WHERE key = 'rows'").get() as { value: string } | undefined;
  if (written !== undefined) {
    const now = countRows(
      Object.keys(tables).filter((table) => table !== 'meta'),
      (sql) => db.prepare(sql.replace('FROM ', 'FROM old.')).get(),
    );
    const [missing] = changedCounts(JSON.parse(written.value) as RowCounts, now);
    if (missing !== undefined) throw damagedStore(file, `${counted(missing[1], 'row')} of ${missing[0]}`);
  }
  for (const table of kept) copyTable(db, table, `old.${table}`);
}

/** The expression for each column of a new table that formats 1 and 2 do not have by that name. */
const made: Readonly<Partial<Record<Table, Readonly<Record<string, string>>>>> = {
  input: {
    hash: "CASE WHEN walk = 1 THEN walked_hash(service, coalesce(version, ''), coalesce(date, ''), dialect, presence, snapshot) ELSE hash END",
    repository: 'CASE WHEN walk = 1 THEN 1 END',
    unsure: '0',
    // Older stores do not record which parser read it: the next walk reads it again.
    parser: '0',
  },
  note: { repository: 'NULL' },
};

const unsummed: readonly Table[] = ['meta', 'input', 'note', 'release', 'service', 'service_release', 'release_note'];

function copyUnsummed(db: DatabaseSync, format: number): void {
  const isWalked = "dialect = 'service-model' AND complete = 0 AND version IN (SELECT version FROM old.walked)";
  for (const table of unsummed)
    copyTable(
      db,
      table,
      table === 'input' ? `(SELECT *, ${isWalked} AS walk FROM old.input)` : `old.${table}`,
      made[table],
    );
  if (format > 1) copyTable(db, 'documentation_change', 'old.documentation_change');
  // An older walk did not record which services it was asked for: those that it found count as asked for.
  const { count } = db.prepare('SELECT count(*) AS count FROM old.walked').get() as { count: number };
  if (count > 0)
    db.exec(`
      INSERT INTO repository SELECT 1, name, 1, row_sum(1, name, 1) FROM (
        SELECT coalesce((SELECT substr(spec, 5) FROM input WHERE repository = 1 ORDER BY id DESC LIMIT 1), 'a repository') AS name);
      INSERT INTO walked SELECT 1, version, day, time, NULL, row_sum(1, version, day, time, NULL)
        FROM (SELECT version, coalesce(date, '1970-01-01') AS day, coalesce(unixepoch(date), 0) AS time FROM old.walked);
      INSERT INTO coverage SELECT 1, services, releases, row_sum(1, services, releases) FROM
        (SELECT json_group_array(service) AS services FROM (SELECT DISTINCT service FROM input WHERE repository = 1 ORDER BY service)),
        (SELECT json_group_array(json_array(version, object)) AS releases FROM (SELECT * FROM old.walked ORDER BY position));
    `);
  db.exec(`UPDATE service SET made_from = '', sum = row_sum(id, title, uid, '', state, since)`);
  db.exec(`INSERT OR REPLACE INTO meta VALUES ('rules', '0', row_sum('rules', '0'))`);
}

function copyTable(db: DatabaseSync, table: Table, from: string, made: Readonly<Record<string, string>> = {}): void {
  const names = columns[table];
  const selected = names.map((name) => `${made[name] ?? name} AS ${name}`);
  db.exec(
    `INSERT INTO main.${table} (${[...names, 'sum'].join(', ')}) SELECT ${names.join(', ')}, row_sum(${names.join(', ')}) FROM (SELECT ${selected.join(', ')} FROM ${from})`,
  );
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
