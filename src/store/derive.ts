/** Makes everything that readers see from what was taken in. The order of taking in does not matter. */
import type { Change, Operation, Severity } from '../model/index.ts';
import { severities } from '../model/index.ts';
import { compareVersions } from '../sources/index.ts';
import { putBlob } from './blobs.ts';
import type { Database } from './database.ts';
import { type Input, inputsOf, knownServices, namedReleases, notesOf, snapshotOf } from './inputs.ts';
import { isStateOf, matchPage, type VersionState } from './match-pages.ts';
import { servicesOfNote } from './note-services.ts';
import { orderReleases } from './release-order.ts';
import { makeTimeline, type Step, type Timeline, type View } from './timeline.ts';
import type { Counts, Release } from './types.ts';

/** The release of a source that tells neither version nor day, and is no known state. */
export const undatedRelease = 'undated';

/** What deriving has to say: notes and sources that found no place. */
export interface DeriveReport {
  readonly unmatchedNotes: number;
  readonly undated: readonly string[];
}

/** What the reader needs of the newest state of a service, beside the snapshots. */
export interface StoredState {
  readonly head: string | null;
  readonly headRelease: string | null;
  readonly removedIn: string | null;
  readonly since: string | null;
  readonly operations: readonly StoredOperation[];
}

export interface StoredOperation {
  readonly name: string;
  readonly snapshot: string;
  readonly asOf: string;
  readonly source: string;
  readonly removedIn: string | null;
  /** What a poorer source could not tell and an earlier one did. */
  readonly carried?: Partial<Operation>;
}

/** Makes all derived tables anew. To be called inside a transaction. */
export function derive(database: Database): DeriveReport {
  const plan = new Plan(database);
  for (const table of ['release', 'service', 'service_release', 'change', 'change_operation', 'release_note'])
    database.run(`DELETE FROM ${table}`);
  const releases = plan.releases();
  for (const [position, release] of releases.entries())
    database.run(
      'INSERT INTO release (id, version, date, position) VALUES (?, ?, ?, ?)',
      release.id,
      release.version,
      release.date,
      position,
    );
  for (const service of plan.services) writeTimeline(database, service, makeTimeline(plan.stepsOf(service, releases)));
  const unmatchedNotes = writeNotes(database, plan, releases);
  return { unmatchedNotes, undated: plan.undated };
}

/** Which input belongs to which release. */
class Plan {
  readonly services: readonly string[];
  readonly undated: string[] = [];
  readonly #database: Database;
  readonly #inputs = new Map<string, readonly Input[]>();
  /** The version of inputs that name only a day, or nothing. */
  readonly #versions = new Map<number, string>();
  readonly #days = new Map<string, string>();

  constructor(database: Database) {
    this.#database = database;
    this.services = knownServices(database);
    for (const service of this.services) {
      const inputs = inputsOf(database, service);
      this.#inputs.set(service, inputs);
      for (const { version, date } of inputs) if (version !== null && date !== null) this.#days.set(version, date);
    }
    for (const note of notesOf(database))
      if (note.version !== null && note.date !== null && !this.#days.has(note.version))
        this.#days.set(note.version, note.date);
    for (const service of this.services) this.#match(service);
  }

  inputsOf(service: string): readonly Input[] {
    return this.#inputs.get(service) ?? [];
  }

  releases(): readonly Release[] {
    const found = new Map<string, Release>();
    for (const inputs of this.#inputs.values())
      for (const input of inputs) {
        const release = this.releaseOf(input);
        found.set(release.id, release);
      }
    return orderReleases([...found.values()]);
  }

  /** The release of an input: its version, or the version of its day, or its day. */
  releaseOf(input: Input): Release {
    const version =
      input.version ?? this.#versions.get(input.id) ?? (input.date === null ? undefined : this.#versionOf(input.date));
    if (version !== undefined) return { id: version, version, date: this.#days.get(version) ?? null };
    if (input.date !== null) return { id: input.date, version: null, date: input.date };
    return { id: undatedRelease, version: null, date: null };
  }

  stepsOf(service: string, releases: readonly Release[]): readonly Step[] {
    const byRelease = new Map<string, Input[]>();
    for (const input of this.inputsOf(service)) {
      const { id } = this.releaseOf(input);
      byRelease.set(id, [...(byRelease.get(id) ?? []), input]);
    }
    const complete = new Set(
      namedReleases(this.#database).flatMap(({ version, complete: whole }) =>
        whole && version !== null ? [version] : [],
      ),
    );
    return releases.flatMap((release) => {
      const inputs = byRelease.get(release.id) ?? [];
      if (inputs.length === 0 && !complete.has(release.id)) return [];
      return [{ release, complete: complete.has(release.id), views: inputs.map((input) => this.#view(input)) }];
    });
  }

  #view(input: Input): View {
    return {
      dialect: input.dialect,
      snapshot: input.snapshot,
      stated: input.stated,
      service: snapshotOf(this.#database, input),
    };
  }

  #versionOf(day: string): string | undefined {
    for (const [version, date] of this.#days) if (date === day) return version;
    return undefined;
  }

  /** Pages and loose documents of a service are put where they belong: a page gives its version a day. */
  #match(service: string): void {
    const inputs = this.inputsOf(service);
    const loose = inputs.filter(({ version }) => version === null);
    if (loose.length === 0) return;
    const states: VersionState[] = inputs
      .filter(({ version, stated }) => version !== null && stated === null)
      .map((input) => ({ version: input.version as string, service: snapshotOf(this.#database, input) }))
      .sort((a, b) => compareVersions(a.version, b.version));
    for (const input of loose) {
      const own = snapshotOf(this.#database, input);
      const version =
        input.stated !== null
          ? matchPage(own, input.stated, states)
          : input.date === null
            ? [...states].reverse().find((state) => isStateOf(own, state.service))?.version
            : undefined;
      if (version !== undefined) {
        this.#versions.set(input.id, version);
        if (input.date !== null && !this.#days.has(version)) this.#days.set(version, input.date);
      } else if (input.date === null) this.undated.push(input.spec);
    }
  }
}

function writeTimeline(database: Database, service: string, timeline: Timeline): void {
  for (const { release, status, changes, sources } of timeline.releases) {
    database.run(
      'INSERT INTO service_release (service, release, status, counts, sources) VALUES (?, ?, ?, ?, ?)',
      service,
      release.id,
      status,
      JSON.stringify(countsOf(changes)),
      JSON.stringify(sources),
    );
    for (const change of changes) writeChange(database, service, release.id, change);
  }
  const state: StoredState = {
    head: timeline.head?.snapshot ?? null,
    headRelease: timeline.headRelease,
    removedIn: timeline.removedIn,
    since: timeline.since,
    operations: [...timeline.operations]
      .map(([name, { snapshot, asOf, source, removedIn, carried }]): StoredOperation => {
        const row = { name, snapshot, asOf, source, removedIn };
        return carried === undefined ? row : { ...row, carried };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  const title = timeline.head?.service.title ?? service;
  database.run(
    'INSERT INTO service (id, title, uid, state, since) VALUES (?, ?, ?, ?, ?)',
    service,
    title,
    timeline.head?.service.uid ?? null,
    JSON.stringify(state),
    putBlob(database, timeline.graph),
  );
}

function writeChange(database: Database, service: string, release: string, change: Change): void {
  database.run(
    'INSERT INTO change (service, release, key, kind, severity, data) VALUES (?, ?, ?, ?, ?, ?)',
    service,
    release,
    change.key,
    change.kind,
    change.severity,
    JSON.stringify(change),
  );
  const id = database.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0;
  for (const operation of new Set(change.places.flatMap((place) => place.operation ?? []))) {
    database.run('INSERT INTO change_operation (service, operation, change) VALUES (?, ?, ?)', service, operation, id);
  }
}

/** How many changes there are of each severity. */
export function countsOf(changes: readonly Change[]): Counts {
  const counts: Record<Severity, number> = { breaking: 0, dangerous: 0, safe: 0, docs: 0 };
  for (const severity of severities) counts[severity] = changes.filter((change) => change.severity === severity).length;
  return counts;
}

/** Attaches notes to releases and services; gives the number of those that no service was found for. */
function writeNotes(database: Database, plan: Plan, releases: readonly Release[]): number {
  const byVersion = new Map(releases.map((release) => [release.version ?? release.id, release]));
  const byDay = new Map(releases.flatMap((release) => (release.date === null ? [] : [[release.date, release]])));
  const known = new Set(plan.services);
  let unmatched = 0;
  for (const note of notesOf(database)) {
    const release =
      (note.version === null ? undefined : byVersion.get(note.version)) ??
      (note.version === null && note.date !== null ? byDay.get(note.date) : undefined);
    if (release === undefined) continue;
    const service = note.service === null ? undefined : servicesOfNote(note.service, known);
    if (service === undefined) unmatched++;
    else if (
      database.get(
        'SELECT 1 FROM release_note WHERE service = ? AND release = ? AND text = ?',
        service,
        release.id,
        JSON.stringify(note.text),
      ) === undefined
    ) {
      database.run(
        'INSERT INTO release_note (service, release, category, text) VALUES (?, ?, ?, ?)',
        service,
        release.id,
        note.category,
        JSON.stringify(note.text),
      );
    }
  }
  return unmatched;
}
