/**
 * The SQLite file: opens it, runs transactions, checks rows by their checksums, and explains each error in one clear
 * sentence.
 */
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { refuseOldNode } from './node-version.ts';
import { rowSum } from './row-sum.ts';
import { applicationId, columns, schema, schemaVersion, type Table } from './schema.ts';
import { damagedStore, guarded, isUnwritable, StoreError, unchangingUrl } from './store-error.ts';
import { formatOf } from './store-format.ts';
import { lockStore } from './store-lock.ts';
import { upgradeStore } from './upgrade.ts';

type Row = Readonly<Record<string, SQLInputValue>>;

/** An open store. Every statement is prepared once. */
export class Database {
  readonly file: string;
  readonly #db: DatabaseSync;
  readonly #unlock: () => void;
  /** Whether this process has made the file. */
  readonly #isNew: boolean;
  #isUnused = false;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(file: string, db: DatabaseSync, unlock: () => void, isNew = false) {
    this.file = file;
    this.#db = db;
    this.#unlock = unlock;
    this.#isNew = isNew;
  }

  /**
   * Opens a store for writing, and makes it if it does not exist. A store of an older format is first upgraded to the
   * current one. No other process can write to it until it is closed: a second one gets a `StoreError`. `:memory:`
   * keeps it in memory.
   */
  static open(file: string): Database {
    return guarded(file, () => {
      refuseOldNode();
      if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
      const unlock = lockStore(file);
      try {
        const isNew = file !== ':memory:' && !isFile(file);
        if (file !== ':memory:' && !isNew) upgradeIfOld(file);
        const db = new DatabaseSync(file, { timeout: 2_000 });
        try {
          makeTables(file, db);
        } catch (error) {
          db.close();
          throw error;
        }
        return new Database(file, db, unlock, isNew);
      } catch (error) {
        unlock();
        throw error;
      }
    });
  }

  /** Opens a store for reading only. A store of an older format is first upgraded to the current one. */
  static read(file: string): Database {
    return guarded(file, () => {
      refuseOldNode();
      if (!isFile(file)) throw new StoreError(`There is no store at \`${file}\`: name another with --store.`);
      // SQLite would make a file beside the store even for reading, unless it is told that nobody writes to it.
      const isAlone = isUnwritable(dirname(file)) && !hasLog(file);
      const place = isAlone ? unchangingUrl(file) : file;
      if (!isAlone) finishBroken(file);
      const db = new DatabaseSync(place, { readOnly: true, timeout: 2_000 });
      let format: number;
      try {
        format = formatOf(file, db);
      } catch (error) {
        db.close();
        throw error;
      }
      if (format === schemaVersion) return new Database(file, db, () => {});
      db.close();
      Database.open(file).close();
      return Database.read(file);
    });
  }

  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    // The caller names the columns that the query gives.
    return this.#run(sql, (statement) => statement.all(...values) as T[]);
  }

  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.#run(sql, (statement) => statement.get(...values) as T | undefined);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#run(sql, (statement) => statement.run(...values));
  }

  /**
   * Whole rows of a table, each checked by its checksum. `tail` is the SQL after the table's name. Throws a
   * `StoreError` if a row is damaged.
   */
  rows<T>(table: Table, tail: string, ...values: SQLInputValue[]): T[] {
    const sql = `SELECT ${table}.* FROM ${table} ${tail}`;
    // SQLite gives a record a row.
    const found = this.#run(sql, (statement) => statement.all(...values) as Record<string, SQLOutputValue>[]);
    for (const row of found) if (!isWhole(table, row)) throw damagedStore(this.file, table);
    // The caller names the columns of the table.
    return found as T[];
  }

  /** One row at a time, for tables that do not fit into memory. Checksums are not checked. */
  *each(table: Table): Generator<Readonly<Record<string, SQLOutputValue>>> {
    const statement = guarded(this.file, () => this.#db.prepare(`SELECT * FROM ${table}`));
    const rows = statement.iterate();
    for (;;) {
      const next = guarded(this.file, () => rows.next());
      if (next.done === true) return;
      // SQLite gives a record a row.
      yield next.value as Record<string, SQLOutputValue>;
    }
  }

  /** Writes a row with its checksum. `or` says what happens if its key exists already. */
  insert(table: Table, row: Row, or: 'ABORT' | 'IGNORE' | 'REPLACE' = 'ABORT'): void {
    const names = columns[table];
    const values = names.map((name) => row[name] ?? null);
    const marks = '?, '.repeat(names.length);
    this.run(`INSERT OR ${or} INTO ${table} (${names.join(', ')}, sum) VALUES (${marks}?)`, ...values, rowSum(values));
  }

  /** Runs a function in a transaction: either all of its writes become visible together or, if it throws, none. */
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

  /**
   * Closes the store after work that failed. If it was made for that work, and nothing was kept, it is removed: whoever
   * asks for it then hears that there is none.
   */
  closeAfterFailure(): void {
    try {
      this.#isUnused = this.#isNew && kept.every((table) => this.get(`SELECT 1 FROM ${table} LIMIT 1`) === undefined);
    } catch {
      // What failed is told already; perhaps it was this file.
    }
    this.close();
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
    if (this.#isUnused) rmSync(this.file, { force: true });
    this.#unlock();
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
}

/** The tables of what was taken in: a store without any row in them has nothing, not even of an interrupted walk. */
const kept = ['input', 'note', 'repository', 'stage'] as const satisfies readonly Table[];

/** Whether a row is still as it was written. */
export function isWhole(table: Table, row: Readonly<Record<string, SQLOutputValue>>): boolean {
  return rowSum(columns[table].map((name) => row[name] ?? null)) === row.sum;
}

/** Makes the tables if they do not exist. If two processes do it at the same moment, the second one finds them made. */
function makeTables(file: string, db: DatabaseSync): void {
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY',
  );
  db.exec('BEGIN IMMEDIATE');
  try {
    if (formatOf(file, db, true) === 0)
      db.exec(`${schema} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function upgradeIfOld(file: string): void {
  const db = new DatabaseSync(file, { timeout: 2_000 });
  let format: number;
  try {
    format = formatOf(file, db, true);
  } finally {
    db.close();
  }
  if (format > 0 && format < schemaVersion) upgradeStore(file, format);
}

/** Whether the file exists; a folder or a pipe in its place is an error of its own. */
function isFile(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory() === true)
    throw new StoreError(`\`${file}\` is a folder, and no store: name the store's file with --store.`);
  if (found?.isFile() === false) throw new StoreError(`\`${file}\` is no store: it is neither a file nor a folder.`);
  return found !== undefined;
}

/**
 * Undoes the unfinished writes of a killed process. SQLite does it when the file is opened for writing, but may not
 * when it is opened for reading.
 */
function finishBroken(file: string): void {
  if (!existsSync(`${file}-journal`) || isUnwritable(dirname(file))) return;
  const db = new DatabaseSync(file, { timeout: 2_000 });
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get();
  } finally {
    db.close();
  }
}

function hasLog(file: string): boolean {
  return existsSync(`${file}-wal`) && (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
