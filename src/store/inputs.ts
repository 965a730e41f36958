/** What was taken in, row by row: states of services and notes. Everything else in the store is made from these. */
import type { Service, StatedChange } from '../model/index.ts';
import type { Dialect, ParsedNote } from '../parse/index.ts';
import { contentHash, getBlob, putBlob } from './blobs.ts';
import type { Database } from './database.ts';

/** `from` and `to`: the service was renamed, and that was or is its other name. */
export type Presence = 'shown' | 'added' | 'removed' | `from ${string}` | `to ${string}`;

/** One state of one service as one source shows it. */
export interface Input {
  readonly id: number;
  readonly hash: string;
  readonly service: string;
  readonly version: string | null;
  readonly date: string | null;
  readonly dialect: Dialect;
  /** Whether the source shows every service that there is. */
  readonly complete: boolean;
  /** What a walk through a repository found: the service as it is, for the first time, not any more, or by another name. */
  readonly presence: Presence;
  /** Hash of the model; empty where the service is not there any more. */
  readonly snapshot: string;
  /** What a changelog page states; null for other sources. */
  readonly stated: readonly StatedChange[] | null;
  readonly spec: string;
}

interface Row {
  id: number;
  hash: string;
  service: string;
  version: string | null;
  date: string | null;
  dialect: string;
  complete: number;
  presence: string;
  snapshot: string;
  stated: string | null;
  spec: string;
}

/** What a source tells beside the model itself. */
export type InputFacts = Omit<Input, 'id' | 'hash' | 'service' | 'snapshot'>;

/** The hash of a row: equal for the same state from the same place in time, whatever file it was read from. */
export function inputHash(service: string, snapshot: string, facts: InputFacts): string {
  const { version, date, dialect, presence, stated } = facts;
  return contentHash(
    [service, version ?? '', date ?? '', dialect, presence, snapshot, JSON.stringify(stated)].join('\n'),
  );
}

/** Keeps a state; false where the store had it already. */
export function addInput(database: Database, service: Service, facts: InputFacts, origin: string): boolean {
  const snapshot = putBlob(database, service);
  const same = database.get(
    'SELECT 1 FROM input WHERE origin = ? AND service = ? AND version IS ? AND date IS ? AND snapshot = ?',
    origin,
    service.id,
    facts.version,
    facts.date,
    snapshot,
  );
  if (same !== undefined) return false;
  // The same documents read in another way: an older parser's reading, which this one replaces.
  database.run(
    'DELETE FROM input WHERE origin = ? AND service = ? AND version IS ? AND date IS ? AND snapshot <> ?',
    origin,
    service.id,
    facts.version,
    facts.date,
    snapshot,
  );
  return addInputRow(database, service.id, snapshot, facts, origin);
}

/** Keeps the row of a state whose model is in the store. */
export function addInputRow(
  database: Database,
  service: string,
  snapshot: string,
  facts: InputFacts,
  origin: string | null = null,
): boolean {
  const hash = inputHash(service, snapshot, facts);
  if (database.get('SELECT 1 FROM input WHERE hash = ?', hash) !== undefined) return false;
  database.run(
    'INSERT INTO input (hash, service, version, date, dialect, complete, presence, snapshot, stated, spec, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    hash,
    service,
    facts.version,
    facts.date,
    facts.dialect,
    facts.complete ? 1 : 0,
    facts.presence,
    snapshot,
    facts.stated === null ? null : JSON.stringify(facts.stated),
    facts.spec,
    origin,
  );
  return true;
}

/** Keeps a note; false where the store had it already. */
export function addNote(database: Database, note: ParsedNote): boolean {
  const text = JSON.stringify(note.text);
  const hash = contentHash(
    [note.version ?? '', note.date ?? '', note.category ?? '', note.service ?? '', text].join('\n'),
  );
  if (database.get('SELECT 1 FROM note WHERE hash = ?', hash) !== undefined) return false;
  database.run(
    'INSERT INTO note (hash, version, date, category, service, text) VALUES (?, ?, ?, ?, ?, ?)',
    hash,
    note.version,
    note.date,
    note.category,
    note.service,
    text,
  );
  return true;
}

/** The states of one service, in the order they were taken in. */
export function inputsOf(database: Database, service: string): readonly Input[] {
  return database
    .all<Row>(
      'SELECT id, hash, service, version, date, dialect, complete, presence, snapshot, stated, spec FROM input WHERE service = ? ORDER BY hash',
      service,
    )
    .map(inputOf);
}

/** The ids of every service that was ever seen, sorted. */
export function knownServices(database: Database): readonly string[] {
  return database
    .all<{ service: string }>('SELECT DISTINCT service FROM input ORDER BY service')
    .map(({ service }) => service);
}

/** Every version and day that sources named, with whether one of them showed every service. */
export function namedReleases(
  database: Database,
): readonly { readonly version: string | null; readonly date: string | null; readonly complete: boolean }[] {
  return database
    .all<{ version: string | null; date: string | null; complete: number }>(
      'SELECT version, date, max(complete) AS complete FROM input GROUP BY version, date ORDER BY version, date',
    )
    .map((row) => ({ version: row.version, date: row.date, complete: row.complete === 1 }));
}

/** A note as it is kept: its text is the JSON of prose. */
export interface NoteRow extends Omit<ParsedNote, 'text'> {
  readonly text: string;
}

/** Every note, in an order that does not depend on when it was taken in. */
export function notesOf(database: Database): readonly NoteRow[] {
  return database.all<NoteRow>('SELECT version, date, category, service, text FROM note ORDER BY hash');
}

/** The days that notes give versions. */
export function notedDays(database: Database): readonly { readonly version: string; readonly date: string }[] {
  return database.all<{ version: string; date: string }>(
    'SELECT version, date FROM note WHERE version IS NOT NULL AND date IS NOT NULL ORDER BY hash',
  );
}

/** The model of an input. */
export function snapshotOf(database: Database, input: Pick<Input, 'snapshot'>): Service {
  const service = getBlob<Service>(database, input.snapshot);
  if (service === undefined) throw new Error(`The store has no snapshot ${input.snapshot}.`);
  return service;
}

function inputOf(row: Row): Input {
  return {
    ...row,
    dialect: row.dialect as Dialect,
    complete: row.complete === 1,
    presence: row.presence as Presence,
    stated: row.stated === null ? null : (JSON.parse(row.stated) as StatedChange[]),
  };
}
