/** The SQLite file: opening, schema, transactions, and what can go wrong with it in one clear sentence. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** The version of the schema below; a store with a greater one was made by a newer apidelta. */
export const schemaVersion = 2;

/** A store that cannot be opened or written: the command prints the sentence and ends with exit code 2. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const documentationTable = `
  -- Changed descriptions of a service in a release, compressed: there are more of them than of all other changes.
  CREATE TABLE documentation_change (
    service TEXT NOT NULL,
    release TEXT NOT NULL,
    count INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (service, release)
  ) STRICT, WITHOUT ROWID;
`;

const schema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  -- One state of one service as one source shows it; the same source twice is one row.
  CREATE TABLE input (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    service TEXT NOT NULL,
    version TEXT,
    date TEXT,
    dialect TEXT NOT NULL,
    complete INTEGER NOT NULL,
    -- 'shown'; of a walk through a repository also 'added' and 'removed' (which has no snapshot).
    presence TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    stated TEXT,
    spec TEXT NOT NULL,
    -- Hash of the documents that it was read from, where those are not kept: a newer parser puts its reading in the place of the older one's.
    origin TEXT
  ) STRICT;
  CREATE INDEX input_service ON input (service);
  CREATE INDEX input_origin ON input (origin);
  -- Models and since graphs as compressed canonical JSON, each kept once by content.
  CREATE TABLE blob (hash TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
  -- Releases of a repository that were walked, in order; most of them change only a few services.
  CREATE TABLE walked (position INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE, date TEXT, object TEXT NOT NULL) STRICT;
  -- Lives of services that a walk has made so far; they come into sight together, when the walk is done.
  CREATE TABLE stage (service TEXT PRIMARY KEY, plan TEXT NOT NULL, data BLOB NOT NULL) STRICT;
  CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    version TEXT,
    date TEXT,
    category TEXT,
    service TEXT,
    text TEXT NOT NULL
  ) STRICT;
  -- Everything below is made from the tables above and can be made anew.
  CREATE TABLE release (id TEXT PRIMARY KEY, version TEXT, date TEXT, position INTEGER NOT NULL) STRICT;
  CREATE TABLE service (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    uid TEXT,
    -- The inputs that it was made from: where these are the same, there is nothing to make anew.
    made_from TEXT NOT NULL,
    state TEXT NOT NULL,
    since TEXT NOT NULL
  ) STRICT;
  CREATE TABLE service_release (
    service TEXT NOT NULL,
    release TEXT NOT NULL,
    status TEXT NOT NULL,
    counts TEXT NOT NULL,
    sources TEXT NOT NULL,
    PRIMARY KEY (service, release)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    service TEXT NOT NULL,
    release TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX change_release ON change (service, release);
  CREATE TABLE change_operation (service TEXT NOT NULL, operation TEXT NOT NULL, change INTEGER NOT NULL, PRIMARY KEY (service, operation, change)) STRICT, WITHOUT ROWID;
  CREATE TABLE release_note (service TEXT NOT NULL, release TEXT NOT NULL, category TEXT, text TEXT NOT NULL) STRICT;
  CREATE INDEX release_note_place ON release_note (service, release);
  ${documentationTable}
`;

/** What turns a store of a format into the next one. What is made from inputs is empty then, and made anew. */
const migrations: Readonly<Record<number, string>> = {
  1: `${documentationTable} UPDATE service SET made_from = ''; INSERT OR REPLACE INTO meta (key, value) VALUES ('rules', '0');`,
};

/** An open store. Every statement is prepared once. */
export class Database {
  readonly file: string;
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(file: string, db: DatabaseSync) {
    this.file = file;
    this.#db = db;
  }

  /** Opens a store for writing, making it where it does not exist. `:memory:` keeps it in memory. */
  static open(file: string): Database {
    return guarded(file, () => {
      if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
      const db = new DatabaseSync(file, { timeout: 2_000 });
      db.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY',
      );
      const store = new Database(file, db);
      store.#migrate();
      return store;
    });
  }

  /** Opens a store for reading only; one of an older format is brought up to today's first. */
  static read(file: string): Database {
    return guarded(file, () => {
      // SQLite would lay a file beside the store even for reading, unless it is told that nobody writes to it.
      const place = isReadOnly(dirname(file)) && !existsSync(`${file}-wal`) ? unchangingUrl(file) : file;
      const store = new Database(file, new DatabaseSync(place, { readOnly: true, timeout: 2_000 }));
      store.#check();
      if (store.#version() === schemaVersion) return store;
      store.close();
      Database.open(file).close();
      return Database.read(file);
    });
  }

  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.#run(sql, (statement) => statement.all(...values) as T[]);
  }

  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.#run(sql, (statement) => statement.get(...values) as T | undefined);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#run(sql, (statement) => statement.run(...values));
  }

  /** Runs a function whose writes are seen all together or, if it throws, not at all. */
  async transaction<T>(work: () => Promise<T> | T): Promise<T> {
    guarded(this.file, () => this.#db.exec('BEGIN IMMEDIATE'));
    try {
      const result = await work();
      guarded(this.file, () => this.#db.exec('COMMIT'));
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #run<T>(sql: string, use: (statement: StatementSync) => T): T {
    return guarded(this.file, () => {
      let statement = this.#statements.get(sql);
      if (statement === undefined) {
        statement = this.#db.prepare(sql);
        this.#statements.set(sql, statement);
      }
      return use(statement);
    });
  }

  #version(): number {
    return (this.#db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
  }

  #check(): void {
    const version = this.#version();
    if (version > schemaVersion)
      throw new StoreError(
        `The store ${this.file} has format ${version}, and this apidelta knows format ${schemaVersion}: use a newer apidelta, or another --store.`,
      );
    if (version === 0)
      throw new StoreError(
        `${this.file} is no store of apidelta: name another file with --store, or ingest something first.`,
      );
  }

  #migrate(): void {
    const version = this.#version();
    if (version === 0) {
      const tables = this.#db.prepare("SELECT count(*) AS count FROM sqlite_master WHERE type = 'table'").get() as {
        count: number;
      };
      if (tables.count > 0)
        throw new StoreError(`${this.file} is a database, and no store of apidelta: name another file with --store.`);
      this.#db.exec(`BEGIN; ${schema} PRAGMA user_version = ${schemaVersion}; COMMIT`);
      return;
    }
    this.#check();
    for (let from = version; from < schemaVersion; from++)
      this.#db.exec(`BEGIN IMMEDIATE; ${migrations[from]} PRAGMA user_version = ${from + 1}; COMMIT`);
  }
}

/** Whether nobody can write to a folder, whoever it is: its disk is mounted for reading only. */
function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EROFS';
  }
}

function unchangingUrl(file: string): URL {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  return url;
}

/** SQLite's errors as sentences that say what to do. */
function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error)) throw error;
    const code = (error as { errcode?: number }).errcode ?? 0;
    const primary = code & 0xff;
    const system = (error as NodeJS.ErrnoException).code;
    if (primary === 5 || primary === 6)
      throw new StoreError(`The store ${file} is in use by another apidelta: wait until it is done.`);
    if (primary === 8 || system === 'EROFS' || (primary === 14 && isReadOnly(dirname(file))))
      throw new StoreError(`The store ${file} cannot be written: it, or its folder, is read-only.`);
    if (primary === 13 || system === 'ENOSPC')
      throw new StoreError(`The disk of the store ${file} is full: nothing was changed.`);
    if (primary === 11 || primary === 26)
      throw new StoreError(`${file} is no store of apidelta, or is damaged: name another file with --store.`);
    if (primary === 14 || system === 'EACCES' || system === 'ENOTDIR' || system === 'EEXIST' || system === 'ENOENT')
      throw new StoreError(`The store ${file} cannot be opened: ${error.message}.`);
    throw error;
  }
}
