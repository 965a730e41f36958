/** Makes all saved results of a walk visible, in one transaction. */

import type { Database } from '../database/database.ts';
import { removeHistory, writeHistory } from '../history/write-history.ts';
import { type DeriveReport, derive } from '../ingest/derive.ts';
import { addInputRow, addNote } from '../ingest/inputs.ts';
import { toldBefore } from '../ingest/told-before.ts';
import { unpack } from '../packing/blobs.ts';
import type { LivedChain } from './live/live-chain.ts';
import { type Part, writePart } from './part.ts';
import { Coverage } from './plan/coverage.ts';
import {
  type KnownRepository,
  type Rival,
  type WalkedRelease,
  writeRepository,
  writeWalked,
} from './plan/repositories.ts';
import type { ReadNotes } from './read-notes.ts';
import { writeUnread } from './unread.ts';

/** A service that was walked. */
export interface WalkedService {
  readonly service: string;
  /** Whether everything known of it is replaced: its chain was followed again from the start. */
  readonly isAnew: boolean;
}

/** What a walk found, besides the saved results in the table. */
export interface Settled {
  readonly repository: KnownRepository;
  readonly coverage: Coverage;
  /** The part that the store has, if it does not have all services. */
  readonly part?: Part;
  readonly walked: readonly WalkedRelease[];
  readonly services: readonly WalkedService[];
  readonly vanished: readonly string[];
  readonly notes: ReadNotes | undefined;
  /** Repositories that lose services to this one. */
  readonly replaced: readonly Rival[];
}

export interface SettleReport {
  readonly revisions: number;
  readonly services: number;
  readonly notes: number;
  readonly problems: readonly string[];
  readonly derived: DeriveReport;
}

/** Writes what a walk found. */
export async function settle(database: Database, found: Settled): Promise<SettleReport> {
  return database.transaction(() => {
    const told = toldBefore(database);
    for (const { repository, services } of found.replaced) giveUp(database, repository.id, services);
    writeRepository(database, found.repository);
    const repository = found.repository.id;
    found.coverage.write(database, repository);
    writeWalked(database, repository, found.walked);
    if (found.part !== undefined) writePart(database, found.part);
    for (const service of found.vanished) forgetService(database, repository, service);
    const problems: string[] = [];
    let revisions = 0;
    for (const { service, isAnew } of found.services) {
      const row = database.rows<{ data: Uint8Array }>('stage', 'WHERE service = ?', service)[0];
      if (row === undefined) continue;
      const lived = unpack<LivedChain>(row.data);
      if (isAnew) forgetService(database, repository, service);
      revisions += lived.inputs.length;
      for (const { version, why } of lived.unread) problems.push(`${version} ${why}`);
      for (const { snapshot, facts } of lived.inputs) addInputRow(database, service, snapshot, facts);
      writeUnread(database, repository, service, lived.unread);
      if (lived.history.state.head !== null) writeHistory(database, service, lived.history, lived.madeFrom);
    }
    const notes = writeNotes(database, repository, found.notes);
    database.run('DELETE FROM stage');
    const derived = derive(database, told);
    sweep(database);
    return { revisions, services: found.services.length, notes, problems, derived };
  });
}

/** Removes what walks of a repository know of a service. What other sources know is made again from them. */
function forgetService(database: Database, repository: number, service: string): void {
  database.run('DELETE FROM input WHERE repository = ? AND service = ?', repository, service);
  database.run('DELETE FROM unread WHERE repository = ? AND service = ?', repository, service);
  removeHistory(database, service);
}

/** Removes services from a repository; a repository without services is removed with its notes. */
function giveUp(database: Database, repository: number, services: readonly string[]): void {
  for (const service of services) forgetService(database, repository, service);
  Coverage.read(database, repository).giveUp(services).write(database, repository);
  const left = database.get<{ count: number }>('SELECT count(*) AS count FROM input WHERE repository = ?', repository);
  if (left?.count !== 0) return;
  for (const table of ['walked', 'coverage', 'note'])
    database.run(`DELETE FROM ${table} WHERE repository = ?`, repository);
  database.run('DELETE FROM repository WHERE id = ?', repository);
}

/**
 * Stores notes; gives the number of new ones. Notes that the repository lost are removed, if all of its notes are
 * known.
 */
function writeNotes(database: Database, repository: number, read: ReadNotes | undefined): number {
  if (read === undefined) return 0;
  const count = () =>
    database.get<{ count: number }>('SELECT count(*) AS count FROM note WHERE repository = ?', repository)?.count ?? 0;
  const before = count();
  if (read.isWhole) database.run('DELETE FROM note WHERE repository = ?', repository);
  for (const note of read.notes) addNote(database, note, repository);
  return Math.max(count() - before, 0);
}

/** Removes compressed values that no row names, and that are not a base of a named one. */
function sweep(database: Database): void {
  database.run(`DELETE FROM blob WHERE hash NOT IN (
    WITH RECURSIVE used (hash) AS (
      SELECT snapshot FROM input UNION SELECT since FROM service
      UNION SELECT state ->> '$.names' FROM service WHERE state ->> '$.names' IS NOT NULL
      UNION SELECT base FROM used JOIN blob USING (hash) WHERE base IS NOT NULL)
    SELECT hash FROM used)`);
}
