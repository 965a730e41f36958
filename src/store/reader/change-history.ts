/**
 * The changes of operations. One change may name hundreds of operations that are asked for in turn: it is read once.
 */
import { LRUCache } from 'lru-cache';
import { type Change, severities } from '../../model/index.ts';
import type { Database } from '../database/database.ts';
import { readChanges } from '../history/read-history.ts';
import { unpack } from '../packing/blobs.ts';
import type { Release } from '../types.ts';
import type { ReleaseTable } from './release-table.ts';

/** The number of services whose changes stay in memory: pages are made service by service. */
const maxServices = 2;

interface ReleaseChanges {
  readonly release: Release;
  readonly changes: Change[];
}

/** The changes that name each operation, by release, newest first. */
type ByOperation = ReadonlyMap<string, readonly ReleaseChanges[]>;

/** Reads the changes of services. */
export class ChangeHistory {
  readonly #database: Database;
  readonly #releases: ReleaseTable;
  readonly #known = new LRUCache<string, ByOperation>({
    max: maxServices,
    memoMethod: (service) => this.#read(service),
  });

  constructor(database: Database, releases: ReleaseTable) {
    this.#database = database;
    this.#releases = releases;
  }

  /** The changes of one service in one release, worst first. */
  in(service: string, release: string): readonly Change[] {
    return [...readChanges(this.#database, service, release)].sort(worstFirst);
  }

  /** Every change that names the operation, by release, newest first. */
  of(service: string, operation: string): readonly ReleaseChanges[] {
    return this.#known.memo(service).get(operation) ?? [];
  }

  #read(service: string): ByOperation {
    const found = new Map<string, ReleaseChanges[]>();
    const tail = 'JOIN release r ON r.id = changes.release WHERE changes.service = ? ORDER BY r.position DESC';
    for (const row of this.#database.rows<{ release: string; data: Uint8Array }>('changes', tail, service)) {
      const release = this.#releases.one(row.release);
      if (release === null) continue;
      for (const change of unpack<readonly Change[]>(row.data))
        for (const operation of new Set(change.places.flatMap((place) => place.operation ?? [])))
          addTo(found, operation, release, change);
    }
    return found;
  }
}

function addTo(found: Map<string, ReleaseChanges[]>, operation: string, release: Release, change: Change): void {
  const history = found.get(operation);
  const last = history?.at(-1);
  if (history === undefined) found.set(operation, [{ release, changes: [change] }]);
  else if (last?.release.id === release.id) last.changes.push(change);
  else history.push({ release, changes: [change] });
}

function worstFirst(a: Change, b: Change): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
