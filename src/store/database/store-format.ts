/** Which format of the store a database has, by its header: none, one of ours, or one that we must not touch. */
import type { DatabaseSync } from 'node:sqlite';
import { applicationId, schemaVersion } from './schema.ts';
import { StoreError } from './store-error.ts';

/** The first format whose header names the application. */
const firstNamed = 3;

/** Tables that every store of an earlier format has. */
const oldTables = ['meta', 'input', 'blob', 'walked', 'note', 'release', 'service'];

/**
 * The format of an open database; 0 if it has no tables and `mayBeEmpty`. Throws a `StoreError` if it is not a store,
 * or a newer one.
 */
export function formatOf(file: string, db: DatabaseSync, mayBeEmpty = false): number {
  const version = numberOf(db, 'user_version');
  const owner = numberOf(db, 'application_id');
  const isOurs = owner === applicationId;
  if (isOurs && version > schemaVersion)
    throw new StoreError(
      `The store \`${file}\` has format ${version}, and this apidelta knows format ${schemaVersion}: use a newer apidelta, or another --store.`,
    );
  if (isOurs && version >= firstNamed) return version;
  const tables = new Set(
    db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .map(({ name }) => String(name)),
  );
  if (tables.size === 0 && owner === 0 && version === 0) {
    if (mayBeEmpty) return 0;
    throw new StoreError(
      `\`${file}\` is no store of apidelta: name another file with --store, or ingest something first.`,
    );
  }
  if (owner === 0 && version > 0 && version < firstNamed && oldTables.every((name) => tables.has(name))) return version;
  throw new StoreError(`\`${file}\` is a database, and no store of apidelta: name another file with --store.`);
}

function numberOf(db: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return (db.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[name] ?? 0;
}
