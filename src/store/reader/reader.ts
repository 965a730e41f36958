/** The read side of the store: answers for pages and commands. Descriptions are read when somebody asks for them. */
import { type Change, type Operation, type Prose, type Service, severities } from '../../model/index.ts';
import { aliasesOf } from '../../parse/known/service-aliases.ts';
import { readProse } from '../../parse/prose/read.ts';
import { getBlob, unpack } from '../database/blobs.ts';
import { Database } from '../database/database.ts';
import { damagedStore } from '../database/store-error.ts';
import type { StoredOperation, StoredState } from '../history/read-history.ts';
import { readGeneralNotes } from '../releases/general-notes.ts';
import type { SinceGraph } from '../since/since-graph.ts';
import { sinceIndexOf, sinceOf } from '../since/since-index.ts';
import type {
  About,
  GeneralNote,
  OperationState,
  Release,
  ReleaseNote,
  ServiceRelease,
  ServiceState,
  ServiceSummary,
  Since,
  SinceIndex,
  StoreReader,
} from '../types.ts';
import { type UnreadRow, unreadStates } from '../walk/unread.ts';
import { ProseMemory } from './prose-memory.ts';
import { readReleases } from './read-releases.ts';
import type { NoteRow, ServiceReleaseRow, ServiceRow } from './reader-rows.ts';
import { ReleaseNames } from './release-names.ts';
import { StoreHistory } from './store-history.ts';

/** A model of the store, and its operations by name. */
interface Snapshot {
  readonly service: Service;
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Opens a store for reading. */
export function openStoreReader(file: string): StoreReader {
  return new SqliteReader(Database.read(file));
}

class SqliteReader extends StoreHistory implements StoreReader {
  readonly #releases: readonly Release[];
  readonly #releaseById: ReadonlyMap<string, Release>;
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #prose = new ProseMemory();
  readonly #states = new Map<string, ServiceState | null>();
  readonly #graphs = new Map<string, SinceGraph>();
  #serviceReleases: readonly ServiceRelease[] | undefined;
  readonly #names = new ReleaseNames(this.database);
  #unread: readonly UnreadRow[] | undefined;
  #generalNotes: ReadonlyMap<string, readonly GeneralNote[]> | undefined;
  #summaries: readonly ServiceSummary[] | undefined;

  constructor(database: Database) {
    super(database);
    this.#releases = readReleases(database);
    this.#releaseById = new Map(this.#releases.map((release) => [release.id, release]));
  }

  releases(): readonly Release[] {
    return this.#releases;
  }

  services(): readonly ServiceSummary[] {
    this.#summaries ??= this.database.rows<ServiceRow>('service', 'ORDER BY id').map(({ id, title, state }) => {
      const stored = JSON.parse(state) as StoredState;
      return {
        id,
        title,
        aliases: aliasesOf(id),
        operations: stored.operations.filter(({ removedIn }) => removedIn === null).length,
        since: this.#since(stored.since ?? undefined),
        removedIn: this.#release(stored.removedIn),
        changedIn: this.serviceReleases({ service: id })[0]?.release ?? null,
      };
    });
    return this.#summaries;
  }

  service(id: string): ServiceState | null {
    const known = this.#states.get(id);
    if (known !== undefined) return known;
    const row = this.database.rows<ServiceRow>('service', 'WHERE id = ?', id)[0];
    const state = row === undefined ? null : this.#state(id, row.title, row.uid, JSON.parse(row.state) as StoredState);
    this.#states.set(id, state);
    return state;
  }

  read(prose: Prose | undefined): Prose | undefined {
    return prose && this.#prose.read(prose);
  }

  since(service: string): SinceIndex {
    let graph = this.#graphs.get(service);
    const row = this.database.rows<ServiceRow>('service', 'WHERE id = ?', service)[0];
    if (graph === undefined) {
      graph = (row === undefined ? undefined : getBlob<SinceGraph>(this.database, row.since)) ?? {
        operations: {},
        nodes: [],
      };
      this.#graphs.set(service, graph);
    }
    const mark = row === undefined ? null : (JSON.parse(row.state) as StoredState).since;
    return sinceIndexOf(graph, mark, (id) => this.#release(id));
  }

  serviceReleases(filter: { readonly service?: string; readonly release?: string } = {}): readonly ServiceRelease[] {
    this.#serviceReleases ??= this.#allServiceReleases();
    return this.#serviceReleases.filter(
      ({ service, release }) =>
        (filter.service === undefined || service === filter.service) &&
        (filter.release === undefined || release.id === filter.release),
    );
  }

  generalNotes(release: string): readonly GeneralNote[] {
    this.#generalNotes ??= readGeneralNotes(this.database);
    return this.#generalNotes.get(release) ?? [];
  }

  changes(service: string, release: string): readonly Change[] {
    return this.database
      .rows<{ data: string }>('change', 'WHERE service = ? AND release = ? ORDER BY id', service, release)
      .map(changeOf)
      .sort(worstFirst);
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
    const rows = this.database.rows<{ release: string; data: string }>(
      'change',
      'JOIN change_operation o ON change.id = o.change JOIN release r ON r.id = change.release WHERE o.service = ? AND o.operation = ? ORDER BY r.position DESC, change.id',
      service,
      operation,
    );
    const history: { release: Release; changes: Change[] }[] = [];
    for (const row of rows) {
      const release = this.#release(row.release);
      if (release === null) continue;
      const last = history.at(-1);
      if (last?.release.id === release.id) last.changes.push(changeOf(row));
      else history.push({ release, changes: [changeOf(row)] });
    }
    return history;
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
    return id === null || id === undefined ? null : (this.#releaseById.get(id) ?? null);
  }

  #since(mark: string | undefined): Since | null {
    return sinceOf(mark, (id) => this.#release(id));
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
    return {
      id,
      title,
      uid,
      apiVersion: head?.service.apiVersion ?? null,
      documentation: head?.service.documentation === undefined ? null : readProse(head.service.documentation),
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

  #allServiceReleases(): readonly ServiceRelease[] {
    const notes = new Map<string, ReleaseNote[]>();
    for (const row of this.database.rows<NoteRow>('release_note', 'ORDER BY service, release, text')) {
      const key = `${row.service}\n${row.release}`;
      const note = { category: row.category, text: readProse(JSON.parse(row.text) as Prose) };
      const list = notes.get(key);
      if (list === undefined) notes.set(key, [note]);
      else list.push(note);
    }
    const titles = new Map(this.database.rows<ServiceRow>('service', '').map(({ id, title }) => [id, title]));
    return this.database
      .rows<ServiceReleaseRow>(
        'service_release',
        'JOIN release r ON r.id = service_release.release ORDER BY r.position DESC, service_release.service',
      )
      .flatMap((row) => {
        const release = this.#release(row.release);
        const title = titles.get(row.service);
        if (release === null || title === undefined) return [];
        return [
          {
            release,
            service: row.service,
            title,
            status: row.status as ServiceRelease['status'],
            counts: JSON.parse(row.counts) as ServiceRelease['counts'],
            notes: notes.get(`${row.service}\n${row.release}`) ?? [],
            sources: JSON.parse(row.sources) as string[],
          },
        ];
      });
  }
}

function changeOf(row: { readonly data: string }): Change {
  return JSON.parse(row.data) as Change;
}

function worstFirst(a: Change, b: Change): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
