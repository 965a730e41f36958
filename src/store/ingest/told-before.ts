/** What fits nowhere in a store before something is added: it has been told, and is no news of the next ingest. */
import { dialectOf } from '../../parse/index.ts';
import type { Database } from '../database/database.ts';
import type { Release } from '../types.ts';
import { type Contradiction, contradictions } from './contradictions.ts';
import { NotePlaces, type PlacedNote } from './note-places.ts';

/** A set of keys for each kind of sentence. */
export interface ToldBefore {
  /** Notes that belong to nothing, by hash and repository. */
  readonly notes: ReadonlySet<string>;
  readonly onlyNoted: ReadonlySet<string>;
  /** Hashes of inputs without a version and a day. */
  readonly undated: ReadonlySet<string>;
  readonly contradictions: ReadonlySet<string>;
}

/** Nothing: for a store that is new. */
export const nothingTold: ToldBefore = {
  notes: new Set(),
  onlyNoted: new Set(),
  undated: new Set(),
  contradictions: new Set(),
};

/** Asks a store. Call it in the transaction that adds something, before that. */
export function toldBefore(database: Database): ToldBefore {
  const places = new NotePlaces(
    database,
    database.all<{ id: string; version: string | null; date: string | null }>(
      'SELECT id, version, date FROM release ORDER BY position',
    ) satisfies readonly Release[],
    database.all<{ id: string }>('SELECT id FROM service').map(({ id }) => id),
  );
  const notes = database
    .all<PlacedNote & { hash: string }>('SELECT hash, version, date, category, service, repository FROM note')
    .filter((note) => {
      const place = places.placeOf(note);
      return place !== undefined && !('release' in place);
    });
  return {
    notes: new Set(notes.map(noteKey)),
    onlyNoted: new Set(notedOnly(database)),
    undated: new Set(
      database
        .all<{ hash: string }>('SELECT hash FROM input WHERE version IS NULL AND date IS NULL')
        .map(({ hash }) => hash),
    ),
    contradictions: new Set(contradictions(database).map(contradictionKey)),
  };
}

export function noteKey({ hash, repository }: { readonly hash: string; readonly repository: number | null }): string {
  return `${hash} ${repository ?? ''}`;
}

/** Another model of the same version is news. */
export function contradictionKey({ service, version, specs }: Contradiction): string {
  return JSON.stringify([service, version, specs.toSorted()]);
}

/** The sources of a release of a service that only has a note: its documentation or its endpoints changed. */
export const noteAlone = JSON.stringify([dialectOf('release-notes').label]);

/** Services and releases with a note but without a change, newest first. */
export function notedOnly(database: Database): readonly string[] {
  const rows = database.all<{ service: string; release: string }>(
    `SELECT service, release FROM service_release LEFT JOIN release ON release.id = release
     WHERE sources = ? ORDER BY position DESC, service`,
    noteAlone,
  );
  return rows.map(({ service, release }) => `${service} ${release}`);
}
