/** Brings a store of an older format up to today's, in a file beside it that takes its place when it is whole. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import { walkedInputHash } from '../ingest/input-hash.ts';
import { contentHash } from './content-hash.ts';
import { rowSum } from './row-sum.ts';
import { applicationId, columns, schema, schemaVersion, type Table } from './schema.ts';
import { damagedStore } from './store-error.ts';

/** Makes a store of format 1 or 2 anew in today's. Whenever it is killed, the file is either the old store or the new one. */
export function upgradeStore(file: string, format: number): void {
  const beside = `${file}-upgrade`;
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${beside}${ending}`, { force: true });
  settleLog(file);
  const db = new DatabaseSync(beside, { timeout: 2_000 });
  try {
    db.function('row_sum', { varargs: true }, (...values: SQLOutputValue[]) => rowSum(values));
    db.function('walked_hash', { varargs: true }, (...values: SQLOutputValue[]) =>
      walkedInputHash(values.map(sqlText)),
    );
    db.function('checked_blob', (hash, data) => checkedBlob(file, hash, data));
    db.exec(`PRAGMA journal_mode = DELETE; ${schema}`);
    db.prepare('ATTACH DATABASE ? AS old').run(file);
    const damage = db.prepare('PRAGMA old.integrity_check(1)').get() as { integrity_check: string };
    if (damage.integrity_check !== 'ok') throw damagedStore(file, damage.integrity_check);
    db.exec('BEGIN EXCLUSIVE');
    copy(db, format);
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

/** Takes the log of the old store into its file: a log that stayed would be taken for that of the new one. */
function settleLog(file: string): void {
  const old = new DatabaseSync(file, { timeout: 2_000 });
  try {
    old.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    old.exec('PRAGMA journal_mode = DELETE');
  } finally {
    old.close();
  }
}

/** What each column of a new table is made from, where the old one has no column of its name. */
const made: Readonly<Partial<Record<Table, Readonly<Record<string, string>>>>> = {
  input: {
    hash: "CASE WHEN walk = 1 THEN walked_hash(service, coalesce(version, ''), coalesce(date, ''), dialect, presence, snapshot) ELSE hash END",
    repository: 'CASE WHEN walk = 1 THEN 1 END',
    unsure: '0',
    // Nobody wrote down what read it: the next walk does it again.
    parser: '0',
  },
  blob: { data: 'checked_blob(hash, data)' },
  note: { repository: 'NULL' },
};

const copied: readonly Table[] = [
  'meta',
  'input',
  'blob',
  'note',
  'release',
  'service',
  'service_release',
  'change_operation',
  'release_note',
];

function copy(db: DatabaseSync, format: number): void {
  const isWalked = "dialect = 'service-model' AND complete = 0 AND version IN (SELECT version FROM old.walked)";
  for (const table of copied) {
    const from = table === 'input' ? `(SELECT *, ${isWalked} AS walk FROM old.input)` : `old.${table}`;
    copyTable(db, table, from, columns[table]);
  }
  // Its rows are known by their numbers.
  copyTable(db, 'change', 'old.change', columns.change, 'id');
  if (format > 1) copyTable(db, 'documentation_change', 'old.documentation_change', columns.documentation_change);
  // An older walk did not write down which services it had been asked for: those that it found are known.
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

function copyTable(
  db: DatabaseSync,
  table: Table,
  from: string,
  names: readonly string[],
  number: string | undefined = undefined,
): void {
  const selected = names.map((name) => `${made[table]?.[name] ?? name} AS ${name}`);
  const numbers = number === undefined ? [] : [number];
  db.exec(
    `INSERT INTO main.${table} (${[...numbers, ...names, 'sum'].join(', ')}) SELECT ${[...numbers, ...names].join(', ')}, row_sum(${names.join(', ')}) FROM (SELECT ${[...numbers, ...selected].join(', ')} FROM ${from})`,
  );
}

/** The content of a compressed value is its name: what is damaged must not get a checksum that says otherwise. */
function checkedBlob(file: string, hash: SQLOutputValue, data: SQLOutputValue): Uint8Array {
  try {
    if (data instanceof Uint8Array && contentHash(zstdDecompressSync(data)) === hash) return data;
  } catch {
    // The same as another content.
  }
  throw damagedStore(file, `what it calls ${sqlText(hash)}`);
}

function sqlText(value: SQLOutputValue): string {
  return value === null ? '' : String(value);
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
