/** Examines a store: is it whole, how big is it, and what is to be done where it is not well. */
import { statSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';
import { contentHash } from './content-hash.ts';
import type { Database } from './database.ts';

export interface Examination {
  /** Bytes on disk, of the file and of its log. */
  readonly size: number;
  readonly releases: number;
  readonly services: number;
  readonly inputs: number;
  readonly blobs: number;
  readonly changes: number;
  /** What is wrong, and what to do, a sentence each. */
  readonly problems: readonly string[];
  /** What is worth knowing. */
  readonly remarks: readonly string[];
}

/** Examines every table and every compressed value. */
export function examine(database: Database): Examination {
  const problems: string[] = [];
  const remarks: string[] = [];
  const count = (table: string) =>
    database.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
  const integrity = database
    .all<{ integrity_check: string }>('PRAGMA integrity_check')
    .map((row) => row.integrity_check);
  if (integrity.join() !== 'ok')
    problems.push(`The file is damaged (${integrity[0]}): delete it and ingest your sources again.`);
  const lost = database.all<{ snapshot: string }>(
    "SELECT DISTINCT snapshot FROM input WHERE snapshot <> '' AND snapshot NOT IN (SELECT hash FROM blob)",
  );
  if (lost.length > 0)
    problems.push(`${lost.length} states of services are lost: delete the store and ingest your sources again.`);
  const unread = database.all<{ since: string }>(
    'SELECT since FROM service WHERE since NOT IN (SELECT hash FROM blob)',
  );
  if (unread.length > 0)
    problems.push(
      `${unread.length} services do not know since when their parts exist: ingest any source to make them anew.`,
    );
  let broken = 0;
  for (const { hash } of database.all<{ hash: string }>('SELECT hash FROM blob'))
    if (!isWhole(database, hash)) broken++;
  if (broken > 0)
    problems.push(
      `${broken} compressed values are not what they were: delete the store and ingest your sources again.`,
    );
  const staged = count('stage');
  if (staged > 0)
    remarks.push(`An interrupted walk has ${staged} services ready: walk the same repository again to go on with it.`);
  return {
    size: sizeOf(database.file),
    releases: count('release'),
    services: count('service'),
    inputs: count('input'),
    blobs: count('blob'),
    changes: count('change'),
    problems,
    remarks,
  };
}

function isWhole(database: Database, hash: string): boolean {
  const row = database.get<{ data: Uint8Array }>('SELECT data FROM blob WHERE hash = ?', hash);
  try {
    return row !== undefined && contentHash(zstdDecompressSync(row.data).toString('utf8')) === hash;
  } catch {
    return false;
  }
}

function sizeOf(file: string): number {
  if (file === ':memory:') return 0;
  return [file, `${file}-wal`].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}
