/** The ingested rows: states of services, and notes. Everything else in the store is made from these. */
import type { Service, StatedChange } from '../../model/index.ts';
import { findDialectName } from '../../parse/dialects/names.ts';
import type { DialectId, ParsedNote } from '../../parse/index.ts';
import type { Database } from '../database/database.ts';
import { parserVersion } from '../database/engine-versions.ts';
import { damagedStore } from '../database/store-error.ts';
import { getBlob, putBlob } from '../packing/blobs.ts';
import { contentHash } from '../packing/content-hash.ts';
import { inputHash } from './input-hash.ts';
import { type Presence, packPresence, unpackPresence } from './presence.ts';

/** One state of one service as one source shows it. */
export interface Input {
  readonly id: number;
  readonly hash: string;
  readonly service: string;
  readonly version: string | null;
  readonly date: string | null;
  readonly dialect: DialectId;
  /** Whether the source shows every service. */
  readonly complete: boolean;
  /** What a walk through a repository found: the service exists, was added, was removed, or was renamed. */
  readonly presence: Presence;
  /** Hash of the model; empty if the service was removed, or could not be read. */
  readonly snapshot: string;
  /** The changes that a changelog page states; null for other sources. */
  readonly stated: readonly StatedChange[] | null;
  readonly spec: string;
  /** Hash of the documents that it was read from. */
  readonly origin: string | null;
  /** The repository that a walk found it in; null for other sources. */
  readonly repository: number | null;
  /** Whether releases just before it were not walked: what is new in it may be older. */
  readonly unsure: boolean;
  /** The version of the parsers that read it. */
  readonly parser: number;
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
  origin: string | null;
  repository: number | null;
  unsure: number;
  parser: number;
}

/** What a source states besides the model itself. */
export type InputFacts = Omit<Input, 'id' | 'hash' | 'service' | 'snapshot'>;

/** What a source that is not a repository states. */
export type LoneFacts = Omit<InputFacts, 'origin' | 'repository' | 'unsure' | 'parser'>;

/** The name of a row of inputs. */
export function inputHashOf(service: string, snapshot: string, facts: InputFacts): string {
  return inputHash({ ...facts, service, snapshot, isWalked: facts.repository !== null });
}

/** Stores a state; false if the store had it already. */
export function addInput(database: Database, service: Service, facts: LoneFacts, origin: string): boolean {
  const snapshot = putBlob(database, service);
  const same = database.get<{ complete: number }>(
    'SELECT max(complete) AS complete FROM input WHERE repository IS NULL AND origin = ? AND service = ? AND version IS ? AND date IS ? AND snapshot = ? GROUP BY service',
    origin,
    service.id,
    facts.version,
    facts.date,
    snapshot,
  );
  if (same !== undefined && (same.complete === 1 || !facts.complete)) return false;
  // An older parser's result for the same documents: it is replaced.
  database.run(
    'DELETE FROM input WHERE repository IS NULL AND origin = ? AND service = ? AND version IS ? AND date IS ? AND snapshot <> ?',
    origin,
    service.id,
    facts.version,
    facts.date,
    snapshot,
  );
  const own = { origin, repository: null, unsure: false, parser: parserVersion };
  return addInputRow(database, service.id, snapshot, { ...facts, ...own });
}

/** Stores the row of a state whose model is in the store. */
export function addInputRow(database: Database, service: string, snapshot: string, facts: InputFacts): boolean {
  const hash = inputHashOf(service, snapshot, facts);
  const known = database.get<{ complete: number }>('SELECT complete FROM input WHERE hash = ?', hash);
  if (known !== undefined && (known.complete === 1 || !facts.complete)) return false;
  // The state was known, but not that its source shows every service.
  if (known !== undefined) database.run('DELETE FROM input WHERE hash = ?', hash);
  const { version, date, dialect, spec, origin, repository, parser } = facts;
  database.insert('input', {
    ...{ hash, service, version, date, dialect, snapshot, spec, origin, repository, parser },
    presence: packPresence(facts.presence),
    complete: facts.complete ? 1 : 0,
    stated: facts.stated === null ? null : JSON.stringify(facts.stated),
    unsure: facts.unsure ? 1 : 0,
  });
  return true;
}

/** Stores a note; false if the store had it already. */
export function addNote(database: Database, note: ParsedNote, repository: number | null = null): boolean {
  const text = JSON.stringify(note.text);
  const { version, date, category, service } = note;
  const hash = contentHash([version ?? '', date ?? '', category ?? '', service ?? '', text].join('\n'));
  if (database.get('SELECT 1 FROM note WHERE hash = ? AND repository IS ?', hash, repository) !== undefined)
    return false;
  database.insert('note', { hash, version, date, category, service, text, repository });
  return true;
}

/** The states of one service, in the order of ingestion. */
export function inputsOf(database: Database, service: string): readonly Input[] {
  const rows = database.rows<Row>('input', 'WHERE service = ? ORDER BY hash', service);
  return rows.map((row) => inputOf(database, row));
}

/** The ids of every service that was ever seen, sorted. */
export function knownServices(database: Database): readonly string[] {
  return database
    .all<{ service: string }>('SELECT DISTINCT service FROM input ORDER BY service')
    .map(({ service }) => service);
}

/** Every version and day that sources state, and whether one of them showed every service. */
export function namedReleases(
  database: Database,
): readonly { readonly version: string | null; readonly date: string | null; readonly complete: boolean }[] {
  return database
    .all<{ version: string | null; date: string | null; complete: number }>(
      'SELECT version, date, max(complete) AS complete FROM input GROUP BY version, date ORDER BY version, date',
    )
    .map((row) => ({ version: row.version, date: row.date, complete: row.complete === 1 }));
}

/** A note as it is stored: its text is the JSON of its prose. */
export interface NoteRow extends Omit<ParsedNote, 'text'> {
  readonly hash: string;
  readonly text: string;
  /** The repository of the note; null for another source. */
  readonly repository: number | null;
}

/** Every note, in an order that does not depend on the order of ingestion. */
export function notesOf(database: Database): readonly NoteRow[] {
  return database.rows<NoteRow>('note', 'ORDER BY hash, repository');
}

/** The day of each version that has notes with a day. */
export function notedDays(database: Database): readonly { readonly version: string; readonly date: string }[] {
  return database.all<{ version: string; date: string }>(
    'SELECT version, date FROM note WHERE version IS NOT NULL AND date IS NOT NULL ORDER BY hash',
  );
}

/** The model of an input. */
export function snapshotOf(database: Database, input: Pick<Input, 'snapshot'>): Service {
  const service = getBlob<Service>(database, input.snapshot);
  if (service === undefined) throw damagedStore(database.file, `the state ${input.snapshot} is lost`);
  return service;
}

function inputOf({ file }: Database, row: Row): Input {
  const dialect = findDialectName(row.dialect);
  if (dialect === undefined) throw damagedStore(file, `a state is of the dialect ${row.dialect}, which is unknown`);
  const presence = unpackPresence(row.presence);
  if (presence === undefined) throw damagedStore(file, `a state is ${row.presence}, which says nothing`);
  return {
    ...row,
    unsure: row.unsure === 1,
    dialect: dialect.id,
    complete: row.complete === 1,
    presence,
    stated: row.stated === null ? null : (JSON.parse(row.stated) as StatedChange[]),
  };
}
