/** Loads one source as one state: all its content, with its positions. */
import type { VFileMessage } from 'vfile-message';
import { type Api, append, type Position, type Service, type StatedChanges } from '../model/index.ts';
import { type ParsedNote, showsServices } from '../parse/index.ts';
import { openSource, SourceError, type SourceOptions, unitVersion } from '../sources/index.ts';
import { parseUnit } from '../store/write.ts';
import type { Progress } from './progress.ts';

export interface LoadedApi {
  readonly api: Api;
  readonly version: string | null;
  readonly date: string | null;
  readonly changes: readonly StatedChanges[];
  readonly notes: readonly ParsedNote[];
  /** The number of files that were read. */
  readonly files: number;
  readonly messages: readonly VFileMessage[];
  /** What could not be opened, one sentence each. */
  readonly passedOver: readonly string[];
  readonly positions: ReadonlyMap<string, Position>;
  /** The services of which nothing could be read: they are there, and unknown. */
  readonly unread: readonly string[];
}

/** Options of a source, and whether a complete one may lack the named services: a comparison says that they are gone. */
export interface LoadOptions extends SourceOptions {
  readonly mayLack?: boolean;
}

/** Above this many bytes, positions of fields would take more memory than they are worth. */
const maxForPositions = 64 * 1024 * 1024;

/** Reads and parses every unit of a source. Throws a `SourceError` if it finds nothing. */
export async function loadApi(spec: string, options: LoadOptions, progress: Progress): Promise<LoadedApi> {
  const source = await openSource(spec, options);
  try {
    const size = source.units.reduce(
      (sum, unit) => sum + unit.files.reduce((all, file) => all + (file.size ?? 0), 0),
      0,
    );
    const services: Service[] = [];
    const changes: StatedChanges[] = [];
    const notes: ParsedNote[] = [];
    const messages: VFileMessage[] = [];
    const positions = new Map<string, Position>();
    const versions = new Set<string>();
    const unread: string[] = [];
    let date: string | null = null;
    progress.start('Reading', source.units.length);
    for (const unit of source.units) {
      const result = await parseUnit(unit, size <= maxForPositions);
      append(
        services,
        result.api.services.filter((service) => isWanted(service, options)),
      );
      if (unit.service !== null && showsServices(unit.dialect) && !result.api.services.some(hasContent))
        unread.push(unit.service);
      append(changes, result.changes);
      append(notes, result.notes);
      append(messages, result.messages);
      for (const [key, position] of result.positions) positions.set(key, position);
      const version = unitVersion(unit, result);
      if (version !== null) versions.add(version);
      date ??= unit.date ?? result.date;
      progress.step(unit.files[0]?.name ?? spec);
    }
    progress.stop();
    const onlyNotes = source.units.every(({ dialect }) => !showsServices(dialect));
    const isGone = options.mayLack === true && source.complete && unread.length === 0;
    if (services.length === 0 && !(onlyNotes && notes.length > 0) && !isGone)
      throw new SourceError(nothingIn(spec, options, messages));
    services.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    return {
      api: { kind: 'api', services, complete: source.complete },
      version: versions.size === 1 ? ([...versions][0] as string) : null,
      date,
      changes,
      notes,
      files: source.units.reduce((sum, unit) => sum + unit.files.length, 0),
      messages,
      passedOver: source.passedOver.map(({ name, reason }) => `${name}: passed over: ${reason}`),
      positions,
      unread,
    };
  } finally {
    progress.stop();
    await source.close();
  }
}

function isWanted(service: Service, { services }: SourceOptions): boolean {
  return hasContent(service) && (services === undefined || services.includes(service.id));
}

/** An empty service is the result of a page that could not be read. */
function hasContent({ operations, facts }: Service): boolean {
  return operations.length > 0 || facts.includes('all-operations');
}

function nothingIn(spec: string, options: SourceOptions, messages: readonly VFileMessage[]): string {
  // A note about a service that nobody asked for is no reason.
  const worst =
    messages.find(({ fatal }) => fatal === true) ?? (options.services === undefined ? messages[0] : undefined);
  if (worst !== undefined) return `Nothing can be read from ${spec}: ${worst.name}: ${worst.reason}.`;
  return options.services === undefined
    ? `${spec} holds no operation.`
    : `${spec} has nothing of ${options.services.join(', ')}.`;
}
