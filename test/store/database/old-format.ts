/** Makes stores as earlier versions of apidelta made them: format 3, and formats 1 and 2 without checksums and without repositories. */
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Change } from '../../../src/model/index.ts';
import { rowSum } from '../../../src/store/database/row-sum.ts';
import { packedBytes } from '../../../src/store/packing/blobs.ts';
import { Database } from '../../../src/store/write.ts';

const tables: Readonly<Record<string, string>> = {
  meta: 'key TEXT PRIMARY KEY, value TEXT NOT NULL',
  input:
    'id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, service TEXT NOT NULL, version TEXT, date TEXT, dialect TEXT NOT NULL, complete INTEGER NOT NULL, presence TEXT NOT NULL, snapshot TEXT NOT NULL, stated TEXT, spec TEXT NOT NULL, origin TEXT',
  blob: 'hash TEXT PRIMARY KEY, data BLOB NOT NULL',
  stage: 'service TEXT PRIMARY KEY, plan TEXT NOT NULL, data BLOB NOT NULL',
  note: 'id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, version TEXT, date TEXT, category TEXT, service TEXT, text TEXT NOT NULL',
  release: 'id TEXT PRIMARY KEY, version TEXT, date TEXT, position INTEGER NOT NULL',
  service:
    'id TEXT PRIMARY KEY, title TEXT NOT NULL, uid TEXT, made_from TEXT NOT NULL, state TEXT NOT NULL, since TEXT NOT NULL',
  service_release:
    'service TEXT NOT NULL, release TEXT NOT NULL, status TEXT NOT NULL, counts TEXT NOT NULL, sources TEXT NOT NULL, PRIMARY KEY (service, release)',
  change:
    'id INTEGER PRIMARY KEY, service TEXT NOT NULL, release TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, severity TEXT NOT NULL, data TEXT NOT NULL',
  change_operation:
    'service TEXT NOT NULL, operation TEXT NOT NULL, change INTEGER NOT NULL, PRIMARY KEY (service, operation, change)',
  release_note: 'service TEXT NOT NULL, release TEXT NOT NULL, category TEXT, text TEXT NOT NULL',
  documentation_change:
    'service TEXT NOT NULL, release TEXT NOT NULL, count INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (service, release)',
};

/** The tables of format 3 that are of another form today; all of its tables have checksums. */
const reformed: Readonly<Record<string, string>> = {
  blob: `${tables.blob}, sum INTEGER NOT NULL`,
  change: `${tables.change}, sum INTEGER NOT NULL`,
  change_operation: `${tables.change_operation?.replace(', PRIMARY', ', sum INTEGER NOT NULL, PRIMARY')}`,
};

/** Writes what a store of today knows into a file of an older format. `commits`: of each walked release, by version. */
export function makeOldStore(from: string, to: string, format: 1 | 2 | 3, commits: ReadonlyMap<string, string>): void {
  rmSync(to, { force: true });
  const db = new DatabaseSync(to);
  db.exec('PRAGMA journal_mode = WAL');
  db.prepare('ATTACH DATABASE ? AS today').run(from);
  if (format === 3) copyTables(db);
  else copyOldTables(db, format);
  writeBlobs(db, from, format);
  writeChanges(db, format);
  if (format === 3) writeCounts(db);
  else forgetRepositories(db, commits);
  db.exec(`DETACH DATABASE today; PRAGMA user_version = ${format}`);
  db.close();
}

/** Copies the tables that are as they were. */
function copyTables(db: DatabaseSync): void {
  db.exec('PRAGMA application_id = 0x61706964');
  const same = db
    .prepare("SELECT name, sql FROM today.sqlite_master WHERE type = 'table' AND name NOT IN ('blob', 'changes')")
    .all() as { name: string; sql: string }[];
  for (const { name, sql } of same) db.exec(`${sql}; INSERT INTO main.${name} SELECT * FROM today.${name}`);
  for (const [table, columns] of Object.entries(reformed)) db.exec(`CREATE TABLE main.${table} (${columns}) STRICT`);
}

function copyOldTables(db: DatabaseSync, format: 1 | 2): void {
  for (const [table, columns] of Object.entries(tables)) {
    if (table === 'documentation_change' && format === 1) continue;
    db.exec(`CREATE TABLE main.${table} (${columns}) STRICT`);
    if (table in reformed) continue;
    const names = (db.prepare(`PRAGMA main.table_info(${table})`).all() as { name: string }[]).map(({ name }) => name);
    db.exec(`INSERT INTO main.${table} (${names.join()}) SELECT ${names.join()} FROM today.${table}`);
  }
}

/** Every value stood for itself. */
function writeBlobs(db: DatabaseSync, from: string, format: 1 | 2 | 3): void {
  const today = Database.read(from);
  for (const { hash } of today.all<{ hash: string }>('SELECT hash FROM blob'))
    write(db, 'blob', [hash, zstdCompressSync(packedBytes(today, hash))], format);
  today.close();
}

/** Every change was a row, and so was each of its operations. */
function writeChanges(db: DatabaseSync, format: 1 | 2 | 3): void {
  const rows = db.prepare('SELECT service, release, data FROM today.changes ORDER BY rowid').all();
  let id = 0;
  for (const { service, release, data } of rows as { service: string; release: string; data: Uint8Array }[])
    for (const change of JSON.parse(zstdDecompressSync(data).toString()) as Change[]) {
      const { key, kind, severity } = change;
      write(db, 'change', [++id, service, release, key, kind, severity, JSON.stringify(change)], format);
      for (const operation of new Set(change.places.flatMap((place) => place.operation ?? [])))
        write(db, 'change_operation', [service, operation, id], format);
    }
}

/** How many rows there are was written down. */
function writeCounts(db: DatabaseSync): void {
  const counted = db.prepare("SELECT name FROM main.sqlite_master WHERE type = 'table'").all() as { name: string }[];
  const counts = counted
    .filter(({ name }) => !['meta', 'blob', 'stage'].includes(name))
    .map(({ name }) => [name, Object.values(db.prepare(`SELECT count(*), total(sum) FROM main.${name}`).get() ?? {})]);
  write(db, 'meta', ['rows', JSON.stringify(Object.fromEntries(counts))], 3, 'OR REPLACE');
}

/** Where they were walked from was kept for lone sources alone. */
function forgetRepositories(db: DatabaseSync, commits: ReadonlyMap<string, string>): void {
  db.exec("UPDATE input SET origin = NULL WHERE dialect = 'service-model' AND complete = 0");
  db.exec(
    'CREATE TABLE main.walked (position INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE, date TEXT, object TEXT NOT NULL) STRICT',
  );
  for (const [position, [version, commit]] of [...commits].entries())
    db.prepare('INSERT INTO main.walked SELECT ?, version, date, ? FROM today.walked WHERE version = ?').run(
      position,
      commit,
      version,
    );
  db.exec("INSERT OR REPLACE INTO main.meta VALUES ('rules', '2'), ('walked-with', '2')");
}

/** Writes a row, where the format has them with its checksum. The number of a change is no part of it. */
function write(
  db: DatabaseSync,
  table: string,
  values: readonly (string | number | Uint8Array)[],
  format: 1 | 2 | 3,
  or = '',
): void {
  const all = format === 3 ? [...values, rowSum(table === 'change' ? values.slice(1) : values)] : values;
  db.prepare(`INSERT ${or} INTO main.${table} VALUES (${all.map(() => '?').join()})`).run(...all);
}
