/** Ingests sources: reads, parses and stores them, and makes the readers' tables. It does all of this or nothing. */
import type { VFileMessage } from 'vfile-message';
import { append, type Service } from '../../model/index.ts';
import { type Document, type ParseResult, parseDocuments, showsServices } from '../../parse/index.ts';
import {
  openSource,
  type Source,
  SourceError,
  type SourceOptions,
  type SourceUnit,
  unitVersion,
} from '../../sources/index.ts';
import { keepAbout } from '../about.ts';
import type { Database } from '../database/database.ts';
import { contentHash } from '../packing/content-hash.ts';
import { type DeriveReport, derive } from './derive.ts';
import { addInput, addNote } from './inputs.ts';
import { shown } from './presence.ts';
import { toldBefore } from './told-before.ts';

/** Gets the progress of the work. */
export interface IngestProgress {
  /** A source was opened and has this number of units. */
  onSource?(spec: string, units: number): void;
  onUnit?(name: string): void;
  onDerive?(): void;
}

export interface IngestReport {
  /** States and notes that are new to the store. */
  readonly added: number;
  readonly known: number;
  readonly services: number;
  readonly messages: readonly VFileMessage[];
  readonly unknownFiles: readonly { readonly name: string; readonly reason: string }[];
  readonly derived: DeriveReport | undefined;
}

/** Ingests sources. Throws a `SourceError` if a source gives nothing; then the store is unchanged. */
export async function ingest(
  database: Database,
  specs: readonly string[],
  options: SourceOptions = {},
  progress: IngestProgress = {},
): Promise<IngestReport> {
  const messages: VFileMessage[] = [];
  const unknownFiles: { name: string; reason: string }[] = [];
  const services = new Set<string>();
  let added = 0;
  let known = 0;
  let derived: DeriveReport | undefined;
  await database.transaction(async () => {
    const told = toldBefore(database);
    for (const spec of specs) {
      const source = await openSource(spec, options);
      try {
        progress.onSource?.(spec, source.units.length);
        append(unknownFiles, source.unknown);
        keepAbout(database, source.about);
        const found = await ingestSource(database, source, { progress, messages, services, wanted: options.services });
        added += found.added;
        known += found.known;
        if (found.isOther) throw new SourceError(nothingOf(spec, options.services ?? []));
        if (found.added + found.known === 0) throw new SourceError(nothingIn(spec, found.messages, options.services));
      } finally {
        await source.close();
      }
    }
    if (added > 0) {
      progress.onDerive?.();
      derived = derive(database, told);
    }
  });
  return { added, known, services: services.size, messages, unknownFiles, derived };
}

/** Parses the documents of a unit. */
export async function parseUnit(unit: SourceUnit, positions: boolean): Promise<ParseResult> {
  return parseDocuments(unit.dialect, await documentsOf(unit), { service: unit.service, positions });
}

async function documentsOf(unit: SourceUnit): Promise<Document[]> {
  const documents: Document[] = [];
  for (const file of unit.files) documents.push({ name: file.name, text: await file.read() });
  return documents;
}

/** The hash of what documents say, wherever they are. */
function originOf(documents: readonly Document[]): string {
  return contentHash(documents.map(({ text }) => contentHash(text)).join('\n'));
}

/** The totals of all sources. */
interface Account {
  readonly progress: IngestProgress;
  readonly messages: VFileMessage[];
  readonly services: Set<string>;
  /** The only services that are kept; all if it is undefined. */
  readonly wanted: readonly string[] | undefined;
}

async function ingestSource(
  database: Database,
  source: Source,
  { progress, messages, services, wanted }: Account,
): Promise<{ added: number; known: number; isOther: boolean; messages: readonly VFileMessage[] }> {
  const isKept = (service: Service) => isWorthKeeping(service) && (wanted === undefined || wanted.includes(service.id));
  let shownOnes = 0;
  let keptOnes = 0;
  let added = 0;
  let known = 0;
  const own: VFileMessage[] = [];
  const count = (isNew: boolean) => {
    if (isNew) added++;
    else known++;
  };
  for (const unit of source.units) {
    progress.onUnit?.(unit.files[0]?.name ?? source.spec);
    const documents = await documentsOf(unit);
    const origin = originOf(documents);
    const result = parseDocuments(unit.dialect, documents, { service: unit.service });
    append(own, result.messages);
    const date = unit.date ?? result.date;
    const version = unitVersion(unit, result);
    for (const service of result.api.services) {
      if (isWorthKeeping(service)) shownOnes++;
      // The name of a folder or a file need not be that of its service: what was read tells.
      if (!isKept(service)) continue;
      keptOnes++;
      services.add(service.id);
      const stated = result.changes.find((changes) => changes.service === service.id)?.changes ?? null;
      count(
        addInput(
          database,
          service,
          {
            version,
            date,
            dialect: unit.dialect,
            complete: unit.complete,
            presence: shown,
            stated,
            spec: unit.files[0]?.name ?? source.spec,
          },
          origin,
        ),
      );
    }
    // A note on a page without an operation is about nothing.
    if (showsServices(unit.dialect) && !result.api.services.some(isKept)) continue;
    for (const note of result.notes)
      count(
        addNote(database, {
          ...note,
          version: note.version ?? (note.date === null ? version : null),
          date: note.date ?? (note.version === null ? date : null),
        }),
      );
  }
  append(messages, own);
  return { added, known, isOther: shownOnes > 0 && keptOnes === 0, messages: own };
}

function nothingOf(spec: string, services: readonly string[]): string {
  return `${spec} has nothing of ${services.join(', ')}.`;
}

/** An empty service is the result of a page that could not be read. */
function isWorthKeeping(service: Service): boolean {
  return service.operations.length > 0 || service.facts.includes('all-operations');
}

function nothingIn(spec: string, messages: readonly VFileMessage[], wanted: readonly string[] | undefined): string {
  const worst = messages.find(({ fatal }) => fatal === true) ?? messages[0];
  if (wanted !== undefined && worst === undefined) return nothingOf(spec, wanted);
  const why = worst === undefined ? 'it holds no operation and no note' : `${worst.name}: ${worst.reason}`;
  return `Nothing can be read from ${spec}: ${why}.`;
}
