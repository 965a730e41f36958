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
}

/** Above this many bytes, positions of fields would take more memory than they are worth. */
const maxForPositions = 64 * 1024 * 1024;

/** Reads and parses every unit of a source. Throws a `SourceError` if it finds nothing. */
export async function loadApi(spec: string, options: SourceOptions, progress: Progress): Promise<LoadedApi> {
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
    let date: string | null = null;
    progress.start('Reading', source.units.length);
    for (const unit of source.units) {
      const result = await parseUnit(unit, size <= maxForPositions);
      append(
        services,
        result.api.services.filter((service) => isWanted(service, options)),
      );
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
    if (services.length === 0 && !(onlyNotes && notes.length > 0))
      throw new SourceError(nothingIn(spec, options, messages));
    services.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    const states = source.units.filter(({ dialect }) => showsServices(dialect));
    const complete = states.length > 0 && states.every((unit) => unit.complete);
    return {
      api: { kind: 'api', services, complete },
      version: versions.size === 1 ? ([...versions][0] as string) : null,
      date,
      changes,
      notes,
      files: source.units.reduce((sum, unit) => sum + unit.files.length, 0),
      messages,
      passedOver: source.passedOver.map(({ name, reason }) => `${name}: passed over: ${reason}`),
      positions,
    };
  } finally {
    progress.stop();
    await source.close();
  }
}

/** An empty service is the result of a page that could not be read. */
function isWanted(service: Service, { services }: SourceOptions): boolean {
  const hasContent = service.operations.length > 0 || service.facts.includes('all-operations');
  return hasContent && (services === undefined || services.includes(service.id));
}

function nothingIn(spec: string, options: SourceOptions, messages: readonly VFileMessage[]): string {
  const worst = messages.find(({ fatal }) => fatal === true) ?? messages[0];
  if (worst !== undefined) return `Nothing can be read from ${spec}: ${worst.name}: ${worst.reason}.`;
  return options.services === undefined
    ? `${spec} holds no operation.`
    : `${spec} has nothing of ${options.services.join(', ')}.`;
}
