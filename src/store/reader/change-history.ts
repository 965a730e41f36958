/** The changes of operations. One change may name hundreds of them, which are asked for one after the other: it is read once. */
import { LRUCache } from 'lru-cache';
import { type Change, severities } from '../../model/index.ts';
import type { Database } from '../database/database.ts';
import type { Release } from '../types.ts';
import type { ReleaseTable } from './release-table.ts';

/** Services whose changes are kept: pages go through one service after the other. */
const maxServices = 2;

export class ChangeHistory {
  readonly #database: Database;
  readonly #releases: ReleaseTable;
  /** By their numbers in the store. */
  readonly #known = new LRUCache<string, Map<number, Change>>({
    max: maxServices,
    memoMethod: () => new Map(),
  });

  constructor(database: Database, releases: ReleaseTable) {
    this.#database = database;
    this.#releases = releases;
  }

  /** The changes of one service in one release, worst first. */
  in(service: string, release: string): readonly Change[] {
    return this.#database
      .rows<{ data: string }>('change', 'WHERE service = ? AND release = ? ORDER BY id', service, release)
      .map(changeOf)
      .sort(worstFirst);
  }

  /** Every change that names the operation, by release, newest first. */
  of(
    service: string,
    operation: string,
  ): readonly { readonly release: Release; readonly changes: readonly Change[] }[] {
    const rows = this.#database.all<{ id: number; release: string }>(
      'SELECT c.id AS id, c.release AS release FROM change_operation o JOIN change c ON c.id = o.change JOIN release r ON r.id = c.release WHERE o.service = ? AND o.operation = ? ORDER BY r.position DESC, c.id',
      service,
      operation,
    );
    const known = this.#known.memo(service);
    const history: { release: Release; changes: Change[] }[] = [];
    for (const { id, release: name } of rows) {
      const release = this.#releases.one(name);
      if (release === null) continue;
      let change = known.get(id);
      if (change === undefined) {
        change = this.#read(id);
        known.set(id, change);
      }
      const last = history.at(-1);
      if (last?.release.id === release.id) last.changes.push(change);
      else history.push({ release, changes: [change] });
    }
    return history;
  }

  #read(id: number): Change {
    return changeOf(this.#database.rows<{ data: string }>('change', 'WHERE id = ?', id)[0] as { data: string });
  }
}

function changeOf(row: { readonly data: string }): Change {
  return JSON.parse(row.data) as Change;
}

function worstFirst(a: Change, b: Change): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
