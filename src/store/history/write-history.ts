/** Writes the history of a service into the readers' tables, and resumes it later. */
import { cardsOf, countCards } from '../../diff/index.ts';
import type { Change, Service } from '../../model/index.ts';
import type { Database } from '../database/database.ts';
import { pack, putBlob } from '../packing/blobs.ts';
import { packMark, unpackMark } from '../since/mark.ts';
import { type PackedGraph, packGraph, unpackGraph } from '../since/packed-graph.ts';
import type { Counts } from '../types.ts';
import type { CurrentOperation } from './current-operation.ts';
import { readChanges, type StoredOperation, type StoredState } from './read-history.ts';
import { ServiceHistory, type Timeline, type TimelineRelease } from './service-history.ts';
import type { SourceSnapshot } from './source-snapshots.ts';

/** A history as plain data. */
export interface PackedHistory {
  readonly title: string;
  readonly uid: string | null;
  readonly state: StoredState;
  readonly graph: PackedGraph;
  /** Only the new releases. */
  readonly releases: readonly TimelineRelease[];
}

/** The plain data of a timeline. */
export function packHistory(service: string, timeline: Timeline): PackedHistory {
  const operations = [...timeline.operations].map(
    ([name, { snapshot, asOf, source, removedIn, carried }]): StoredOperation => {
      const row = { name, snapshot, asOf, source, removedIn };
      return carried === undefined ? row : { ...row, carried };
    },
  );
  return {
    title: timeline.head?.service.title ?? service,
    uid: timeline.head?.service.uid ?? null,
    state: {
      head: timeline.head?.snapshot ?? null,
      headDialect: timeline.head?.dialect ?? null,
      headRelease: timeline.headRelease,
      removedIn: timeline.removedIn,
      since: timeline.since && packMark(timeline.since),
      ...(timeline.isBlind ? { isBlind: true as const } : {}),
      operations: operations.sort((a, b) => (a.name < b.name ? -1 : 1)),
    },
    graph: packGraph(timeline.graph),
    releases: timeline.releases,
  };
}

/** Resumes a history. `snapshot` gives the model of a hash. */
export function resumeHistory(
  state: StoredState,
  graph: PackedGraph,
  snapshot: (hash: string) => Service,
): ServiceHistory {
  const services = new Map<string, Service>();
  const load = (hash: string) => {
    const known = services.get(hash);
    if (known !== undefined) return known;
    const service = snapshot(hash);
    services.set(hash, service);
    return service;
  };
  const operations = new Map<string, CurrentOperation>();
  for (const row of state.operations) {
    // Nothing is compared with a removed service any more: its state need not be read.
    const operation =
      row.removedIn === null ? load(row.snapshot).operations.find(({ name }) => name === row.name) : undefined;
    operations.set(row.name, {
      ...row,
      operation: operation ?? { name: row.name, nameOrigin: 'stated', sdkName: row.name },
    });
  }
  const head: SourceSnapshot | undefined =
    state.head === null || state.headDialect === null
      ? undefined
      : { dialect: state.headDialect, snapshot: state.head, service: load(state.head), stated: null };
  return ServiceHistory.resume(
    {
      ...{ operations, head, headRelease: state.headRelease, removedIn: state.removedIn },
      graph: unpackGraph(graph),
      since: state.since === null ? null : unpackMark(state.since),
      isBlind: state.isBlind === true,
    },
    services,
  );
}

/** Removes a service from the readers' tables. */
export function removeHistory(database: Database, service: string): void {
  for (const table of ['changes', 'documentation_change', 'service_release'])
    database.run(`DELETE FROM ${table} WHERE service = ?`, service);
  database.run('DELETE FROM service WHERE id = ?', service);
}

/** Writes a history. Releases are added to the stored ones; the state is replaced. */
export function writeHistory(database: Database, service: string, history: PackedHistory, madeFrom: string): void {
  for (const { release, status, changes, documentation, sources } of history.releases) {
    if (documentation !== null) {
      const data = Buffer.from(documentation.data, 'base64');
      database.insert('documentation_change', { service, release: release.id, count: documentation.count, data });
    }
    // A release that only changes words is listed if it has a note.
    if (changes.length === 0 && status === 'changed') continue;
    const row = {
      ...{ service, release: release.id, status },
      counts: JSON.stringify(countsOf(changes)),
      sources: JSON.stringify(sources),
    };
    // A note may have named the release before its states were known.
    database.insert('service_release', row, 'REPLACE');
    writeChanges(database, service, release.id, changes);
  }
  const { title, uid } = history;
  const since = putBlob(database, history.graph);
  const state = JSON.stringify(history.state);
  database.insert('service', { id: service, title, uid, made_from: madeFrom, state, since }, 'REPLACE');
}

/** Adds changes to those of the same release. */
function writeChanges(database: Database, service: string, release: string, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const all = [...readChanges(database, service, release), ...changes];
  const { data } = pack(all);
  database.insert('changes', { service, release, count: all.length, data }, 'REPLACE');
}

/** How many changes there are, as readers count them. */
export function countsOf(changes: readonly Change[]): Counts {
  const cards = cardsOf(changes);
  return { ...countCards(cards), wire: cards.filter(({ audience }) => audience === 'wire').length };
}
