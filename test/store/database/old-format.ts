/** Makes stores as earlier versions of apidelta made them: formats 1 and 2, without checksums and without repositories. */
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

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

/** Writes what a store of today knows into a file of an older format. `commits`: of each walked release, by version. */
export function makeOldStore(from: string, to: string, format: 1 | 2, commits: ReadonlyMap<string, string>): void {
  rmSync(to, { force: true });
  const db = new DatabaseSync(to);
  db.exec('PRAGMA journal_mode = WAL');
  db.prepare('ATTACH DATABASE ? AS today').run(from);
  for (const [table, columns] of Object.entries(tables)) {
    if (table === 'documentation_change' && format === 1) continue;
    db.exec(`CREATE TABLE main.${table} (${columns}) STRICT`);
    const names = (db.prepare(`PRAGMA main.table_info(${table})`).all() as { name: string }[]).map(({ name }) => name);
    db.exec(`INSERT INTO main.${table} (${names.join()}) SELECT ${names.join()} FROM today.${table}`);
  }
  // Where they were walked from was kept for lone sources alone.
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
  db.exec("INSERT OR REPLACE INTO meta VALUES ('rules', '2'), ('walked-with', '2'); DETACH DATABASE today");
  db.exec(`PRAGMA user_version = ${format}`);
  db.close();
}
