/** Reads the stored history of a service. It needs no code that makes one. */
import type { Change, Operation } from '../../model/index.ts';
import type { Database } from '../database/database.ts';
import { getBlob, unpack } from '../packing/blobs.ts';
import type { PackedMark } from '../since/mark.ts';
import type { PackedGraph } from '../since/packed-graph.ts';
import type { SourceSnapshot } from './source-snapshots.ts';

/** What the reader needs from the newest state of a service, besides the snapshots. */
export interface StoredState {
  readonly head: string | null;
  readonly headDialect: SourceSnapshot['dialect'] | null;
  readonly headRelease: string | null;
  readonly removedIn: string | null;
  readonly since: PackedMark | null;
  /** Whether the newest states could not be read: what the next state adds may be older. */
  readonly isBlind?: true;
  readonly operations: readonly StoredOperation[];
  /** Hash of the names by which the newest state is searched; absent until they are stored. */
  readonly names?: string;
}

export interface StoredOperation {
  readonly name: string;
  readonly snapshot: string;
  readonly asOf: string;
  readonly source: string;
  readonly removedIn: string | null;
  /** Facts that an earlier source stated and a poorer one could not. */
  readonly carried?: Partial<Operation>;
}

/** Reads the stored history; undefined if the service has none yet. */
export function readHistory(
  database: Database,
  service: string,
): { readonly madeFrom: string; readonly state: StoredState; readonly graph: PackedGraph } | undefined {
  const row = database.rows<{ made_from: string; state: string; since: string }>('service', 'WHERE id = ?', service)[0];
  if (row === undefined) return undefined;
  const graph = getBlob<PackedGraph>(database, row.since);
  return graph === undefined
    ? undefined
    : { madeFrom: row.made_from, state: JSON.parse(row.state) as StoredState, graph };
}

/** The changes of a service in a release, in the order in which they were found. */
export function readChanges(database: Database, service: string, release: string): readonly Change[] {
  const where = 'WHERE service = ? AND release = ?';
  const row = database.rows<{ data: Uint8Array }>('changes', where, service, release)[0];
  return row === undefined ? [] : unpack<readonly Change[]>(row.data);
}
