/** `apidelta log`: the history of a service, an operation or a field, and since when it exists. */
import type { Change, Direction } from '../../model/index.ts';
import { compareVersions } from '../../sources/index.ts';
import { defaultStore, openReader, type Release, type Since } from '../../store/index.ts';
import { sentenceOf } from '../formats/sentences.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';

export interface LogOptions {
  readonly store?: string;
  readonly format: string;
  /** Only changes from this version on. */
  readonly since?: string;
}

interface Thing {
  readonly service: string;
  readonly operation: string | undefined;
  readonly direction: Direction | undefined;
  readonly path: string;
}

/** Prints the life of one thing, oldest last. */
export async function logCommand(name: string, options: LogOptions, io: Io): Promise<number> {
  const reader = openReader(options.store ?? defaultStore);
  try {
    const thing = parseThing(
      name,
      reader.services().map(({ id }) => id),
    );
    const index = reader.since(thing.service);
    const since =
      thing.operation === undefined
        ? index.service
        : thing.direction === undefined
          ? index.operation(thing.operation)
          : index.field(thing.operation, thing.direction, thing.path);
    const history =
      thing.operation === undefined
        ? reader
            .serviceReleases({ service: thing.service })
            .map(({ release }) => ({ release, changes: reader.changes(thing.service, release.id) }))
        : reader.operationHistory(thing.service, thing.operation);
    const entries = history
      .map(({ release, changes }) => ({ release, changes: changes.filter((change) => concerns(change, thing)) }))
      .filter(({ changes }) => changes.length > 0);
    const from = options.since;
    const shown =
      from === undefined
        ? entries
        : entries.filter(({ release }) => release.version !== null && compareVersions(release.version, from) >= 0);
    if (since === null && entries.length === 0) throw new UsageError(`The store knows no ${name}.`);
    if (options.format === 'json')
      io.stdout.write(`${JSON.stringify({ thing: name, since, history: shown }, null, 2)}\n`);
    else {
      io.stdout.write(`${name}: ${since === null ? 'not there any more' : `since ${sinceWords(since)}`}\n`);
      for (const { release, changes } of shown) {
        io.stdout.write(`${releaseWords(release)}\n`);
        for (const change of changes)
          io.stdout.write(`  ${change.severity.padEnd(9)} ${sentenceOf(change).replaceAll('`', '')}\n`);
      }
    }
    return exitCodes.done;
  } finally {
    reader.close();
  }
}

/** Reads `elbv2.CreateListener.request.Certificates[].IsDefault`. Ids of services may hold dots. */
function parseThing(name: string, services: readonly string[]): Thing {
  const service = services
    .filter((id) => name === id || name.startsWith(`${id}.`))
    .sort((a, b) => b.length - a.length)[0];
  if (service === undefined)
    throw new UsageError(
      `The store knows no service of ${name}: it has ${services.length === 0 ? 'none' : services.slice(0, 12).join(', ')}${services.length > 12 ? ', …' : ''}.`,
    );
  const [operation, direction, ...path] = name.slice(service.length + 1).split('.');
  if (direction !== undefined && direction !== 'request' && direction !== 'response')
    throw new UsageError(`${name}: after the operation comes request or response, not ${direction}.`);
  return { service, operation: operation === '' ? undefined : operation, direction, path: path.join('.') };
}

function concerns(change: Change, thing: Thing): boolean {
  if (thing.operation === undefined) return true;
  return change.places.some((place) => {
    if (place.operation !== thing.operation) return false;
    if (thing.direction === undefined) return true;
    // Of what has no direction only the operation itself concerns its fields: its errors do not.
    if (place.direction === null) return change.kind.startsWith('operation-');
    if (place.direction !== thing.direction) return false;
    // A change of something around a field concerns the field too: it came with it.
    return thing.path === '' || place.path === thing.path || isAround(place.path, thing.path);
  });
}

function isAround(outer: string, inner: string): boolean {
  return outer === '' || (inner.startsWith(outer) && /^[.[{]/.test(inner.slice(outer.length)));
}

function sinceWords({ release, orEarlier }: Since): string {
  return `${releaseWords(release)}${orEarlier ? ' or earlier' : ''}`;
}

function releaseWords({ id, date }: Release): string {
  return date === null || date === id ? id : `${id} (${date})`;
}
