/** The read side of the store: answers pages and commands. Descriptions are parsed only when somebody asks for them. */
import { LRUCache } from 'lru-cache';
import type { Change, Operation, Prose, Service } from '../../model/index.ts';
import { aliasesOf } from '../../parse/known/service-aliases.ts';
import { readProse } from '../../parse/prose/read.ts';
import { Database } from '../database/database.ts';
import { damagedStore } from '../database/store-error.ts';
import { refusePart } from '../database/store-part.ts';
import type { StoredOperation, StoredState } from '../history/read-history.ts';
import { getBlob, unpack } from '../packing/blobs.ts';
import { readGeneralNotes } from '../releases/general-notes.ts';
import { type PackedMark, unpackMark } from '../since/mark.ts';
import { type PackedGraph, unpackGraph } from '../since/packed-graph.ts';
import { emptyGraph, type SinceGraph } from '../since/since-graph.ts';
import { sinceIndexOf, sinceOf } from '../since/since-index.ts';
import type {
  About,
  GeneralNote,
  OperationState,
  Release,
  ServiceState,
  ServiceSummary,
  Since,
  SinceIndex,
  StoreReader,
} from '../types.ts';
import { type UnreadRow, unreadStates } from '../walk/unread.ts';
import { ChangeHistory } from './change-history.ts';
import { ProseMemory } from './prose-memory.ts';
import type { ServiceRow } from './reader-rows.ts';
import { ReleaseNames } from './release-names.ts';
import { ReleaseTable } from './release-table.ts';
import { ServiceReleases } from './service-releases.ts';
import { StoreHistory } from './store-history.ts';

/** A model of the store, and its operations by name. */
interface Snapshot {
  readonly service: Service;
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Opens a store for reading. */
export function openStoreReader(file: string, { allowsPart = false }: OpenOptions = {}): StoreReader {
  const database = Database.read(file);
  try {
    if (!allowsPart) refusePart(database);
    return new SqliteReader(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** How a store is opened. */
export interface OpenOptions {
  /** Whether the store may be a part, without all services; the default is no. */
  readonly allowsPart?: boolean;
}

/** The number of services whose states stay in memory: the shown one, and some that a page needs beside it. */
const shownAtOnce = 8;

class SqliteReader extends StoreHistory implements StoreReader {
  readonly #releases = new ReleaseTable(this.database);
  readonly #serviceReleases = new ServiceReleases(this.database, this.#releases);
  readonly #changes = new ChangeHistory(this.database, this.#releases);
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #prose = new ProseMemory();
  /** Pages are made service by service; the states of all services of AWS would take gigabytes. */
  readonly #states = new LRUCache<string, ServiceState>({ max: shownAtOnce });
  readonly #graphs = new LRUCache<string, SinceGraph>({ max: shownAtOnce });
  readonly #names = new ReleaseNames(this.database);
  #unread: readonly UnreadRow[] | undefined;
  #generalNotes: ReadonlyMap<string, readonly GeneralNote[]> | undefined;
  #summaries: readonly ServiceSummary[] | undefined;

  releases(): readonly Release[] {
    return this.#releases.all();
  }

  serviceIds(): readonly string[] {
    return this.database.all<{ id: string }>('SELECT id FROM service ORDER BY id').map(({ id }) => id);
  }

  services(): readonly ServiceSummary[] {
    this.#summaries ??= this.#readSummaries();
    return this.#summaries;
  }

  service(id: string): ServiceState | null {
    const known = this.#states.get(id);
    if (known !== undefined) return known;
    const row = this.database.rows<ServiceRow>('service', 'WHERE id = ?', id)[0];
    const state = row === undefined ? null : this.#state(id, row.title, row.uid, JSON.parse(row.state) as StoredState);
    if (state !== null) this.#states.set(id, state);
    return state;
  }

  read(prose: Prose | undefined): Prose | undefined {
    return prose && this.#prose.read(prose);
  }

  since(service: string): SinceIndex {
    let graph = this.#graphs.get(service);
    const row = this.database.rows<ServiceRow>('service', 'WHERE id = ?', service)[0];
    if (graph === undefined) {
      const packed = row === undefined ? undefined : getBlob<PackedGraph>(this.database, row.since);
      graph = packed === undefined ? emptyGraph : unpackGraph(packed);
      this.#graphs.set(service, graph);
    }
    const mark = row === undefined ? null : (JSON.parse(row.state) as StoredState).since;
    return sinceIndexOf(graph, mark === null ? null : unpackMark(mark), (id) => this.#release(id));
  }

  serviceReleases({ service, release }: { readonly service?: string; readonly release?: string } = {}) {
    if (service === undefined)
      return release === undefined ? this.#serviceReleases.all() : this.#serviceReleases.ofRelease(release);
    const found = this.#serviceReleases.ofService(service);
    return release === undefined ? found : found.filter((one) => one.release.id === release);
  }

  generalNotes(release: string): readonly GeneralNote[] {
    this.#generalNotes ??= readGeneralNotes(this.database);
    return this.#generalNotes.get(release) ?? [];
  }

  changes(service: string, release: string): readonly Change[] {
    return this.#changes.in(service, release);
  }

  described(service: string): readonly { readonly release: Release; readonly count: number }[] {
    return this.database
      .all<{ release: string; count: number }>(
        'SELECT d.release AS release, d.count AS count FROM documentation_change d JOIN release r ON r.id = d.release WHERE d.service = ? ORDER BY r.position DESC',
        service,
      )
      .flatMap(({ release: id, count }) => {
        const release = this.#release(id);
        return release === null ? [] : [{ release, count }];
      });
  }

  descriptions(service: string, release: string): readonly Change[] {
    const where = 'WHERE service = ? AND release = ?';
    const row = this.database.rows<{ data: Uint8Array }>('documentation_change', where, service, release)[0];
    return row === undefined ? [] : unpack<readonly Change[]>(row.data);
  }

  operationHistory(
    service: string,
    operation: string,
  ): readonly { readonly release: Release; readonly changes: readonly Change[] }[] {
    return this.#changes.of(service, operation);
  }

  unread(): readonly UnreadRow[] {
    this.#unread ??= unreadStates(this.database);
    return this.#unread;
  }

  feedName(service: string | null): string {
    return this.#names.feedName(service);
  }

  about(): About {
    return this.#names.about();
  }

  numbersOf(version: string): readonly string[] {
    return this.#names.numbersOf(version);
  }

  fingerprint(): string {
    const row = this.database.get<{ text: string }>(
      "SELECT coalesce((SELECT group_concat(hash, ',') FROM (SELECT hash FROM input ORDER BY hash)), '') || '|' || coalesce((SELECT group_concat(hash, ',') FROM (SELECT hash FROM note ORDER BY hash)), '') || '|' || coalesce((SELECT group_concat(key, ',') FROM (SELECT key FROM meta WHERE key GLOB 'about:*' ORDER BY key)), '') || '|' || coalesce((SELECT sum(time) FROM walked), '') AS text",
    );
    return row?.text ?? '';
  }

  #release(id: string | null | undefined): Release | null {
    return id === null || id === undefined ? null : this.#releases.one(id);
  }

  #since(mark: PackedMark | null): Since | null {
    return mark === null ? null : sinceOf(unpackMark(mark), (id) => this.#release(id));
  }

  #readSummaries(): readonly ServiceSummary[] {
    // The list is newest first, so the newest is written last here.
    const changed = new Map(
      this.#serviceReleases
        .all()
        .toReversed()
        .map(({ service, release }) => [service, release]),
    );
    return this.database.rows<ServiceRow>('service', 'ORDER BY id').map(({ id, title, state }) => {
      const stored = JSON.parse(state) as StoredState;
      return {
        id,
        title,
        aliases: aliasesOf(id),
        operations: stored.operations.filter(({ removedIn }) => removedIn === null).length,
        since: this.#since(stored.since),
        removedIn: this.#release(stored.removedIn),
        changedIn: changed.get(id) ?? null,
      };
    });
  }

  #snapshot(hash: string): Snapshot {
    let snapshot = this.#snapshots.get(hash);
    if (snapshot === undefined) {
      const service = getBlob<Service>(this.database, hash);
      if (service === undefined) throw damagedStore(this.database.file, `the state ${hash} is lost`);
      snapshot = { service, operations: new Map(service.operations.map((operation) => [operation.name, operation])) };
      // One service is shown at a time: more than a few snapshots would only fill the memory.
      if (this.#snapshots.size >= 8) this.#snapshots.delete(this.#snapshots.keys().next().value as string);
      this.#snapshots.set(hash, snapshot);
    }
    return snapshot;
  }

  #state(id: string, title: string, uid: string | null, stored: StoredState): ServiceState {
    const head = stored.head === null ? undefined : this.#snapshot(stored.head);
    const operations = stored.operations.flatMap((row) => this.#operation(row) ?? []);
    const errors = new Map(
      operations
        .filter(({ removedIn }) => removedIn === null)
        .flatMap(({ operation }) => (operation.errors ?? []).map((error) => [error.name, error] as const)),
    );
    const facts = head?.service.facts ?? [];
    const words = head?.service.documentation;
    let documentation: Prose | null | undefined = words === undefined ? null : undefined;
    return {
      id,
      title,
      uid,
      apiVersion: head?.service.apiVersion ?? null,
      // Few callers that ask for a service read it: the HTML parser should not be loaded for nothing.
      get documentation() {
        documentation ??= words === undefined ? null : readProse(words);
        return documentation;
      },
      asOf: this.#release(stored.headRelease) ?? { id: 'undated', version: null, date: null },
      facts,
      complete: facts.includes('all-operations'),
      removedIn: this.#release(stored.removedIn),
      operations,
      waiters: head?.service.waiters ?? [],
      paginators: head?.service.paginators ?? [],
      clientContextParams: (head?.service.clientContextParams ?? []).map((param) =>
        param.documentation === undefined ? param : { ...param, documentation: readProse(param.documentation) },
      ),
      errors: [...errors.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  #operation(row: StoredOperation): OperationState | undefined {
    const snapshot = this.#snapshot(row.snapshot);
    const operation = snapshot.operations.get(row.name);
    if (operation === undefined) return undefined;
    return {
      operation: { ...operation, ...row.carried },
      shapes: snapshot.service.shapes,
      asOf: this.#release(row.asOf) ?? { id: row.asOf, version: null, date: null },
      facts: snapshot.service.facts,
      source: row.source,
      removedIn: this.#release(row.removedIn),
    };
  }
}
