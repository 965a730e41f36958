/** Stores the names by which each service is searched beside its state. */
import type { Service } from '../../model/index.ts';
import type { Database } from '../database/database.ts';
import type { StoredState } from '../history/read-history.ts';
import { snapshotOf } from '../ingest/inputs.ts';
import { packedBytes, putBlob } from '../packing/blobs.ts';
import { type SearchNames, searchNamesOf } from './search-names.ts';

interface ServiceRow {
  readonly id: string;
  readonly state: string;
}

/** Stores the names of services that have none yet: those that were made again, and those of older stores. */
export function keepSearchNames(database: Database): void {
  const nameless = database.all<{ id: string }>(
    "SELECT id FROM service WHERE state ->> '$.names' IS NULL AND state ->> '$.head' IS NOT NULL AND state ->> '$.removedIn' IS NULL",
  );
  for (const { id } of nameless) {
    const row = database.rows<ServiceRow & Record<string, string>>('service', 'WHERE id = ?', id)[0] as ServiceRow;
    const { names: _, ...state } = JSON.parse(row.state) as StoredState;
    const names = putBlob(database, searchNamesOf(headOf(database, state)));
    database.insert('service', { ...row, state: JSON.stringify({ ...state, names }) }, 'REPLACE');
  }
}

/**
 * The names of a service's newest state. Undefined if it has none, or if they do not contain `wanted`, in lower case.
 */
export function searchNamesIn(database: Database, state: StoredState, wanted?: string): SearchNames | undefined {
  if (state.head === null || state.removedIn !== null) return undefined;
  // A store that was written before such names existed gets them with its next ingest.
  if (state.names === undefined) return searchNamesOf(headOf(database, state));
  const text = packedBytes(database, state.names).toString('utf8');
  // Searching the text takes a tenth of the time of parsing it, and most names are in few services.
  return wanted === undefined || mayHold(text, wanted) ? (JSON.parse(text) as SearchNames) : undefined;
}

/**
 * In other scripts the lower case of a letter depends on its neighbour, which in the text may be a character of JSON.
 */
function mayHold(text: string, wanted: string): boolean {
  return !/^[ -~]*$/.test(wanted) || text.toLowerCase().includes(JSON.stringify(wanted));
}

function headOf(database: Database, { head }: StoredState): Service {
  return snapshotOf(database, { snapshot: head ?? '' });
}
