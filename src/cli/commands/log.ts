/** `apidelta log`: the history of a service, an operation or a field, and since when it exists. */
import { type Change, type Direction, isInside, type Place } from '../../model/index.ts';
import { compareVersions } from '../../sources/index.ts';
import {
  defaultStore,
  type Gone,
  openReader,
  type Release,
  type Since,
  type SinceIndex,
  type StoreReader,
} from '../../store/index.ts';
import { syntaxText } from '../../view/syntax-line.ts';
import { wordPieces } from '../../view/word-pieces.ts';
import { sentenceOf } from '../formats/sentences.ts';
import { wordLine } from '../formats/word-line.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { openPastSyntax } from './log-syntax.ts';

export interface LogOptions {
  readonly store?: string;
  readonly format: string;
  /** Only changes from this version on. */
  readonly since?: string;
  /** Changed descriptions too. */
  readonly docs?: boolean;
  /** The request or response around each change. */
  readonly syntax?: boolean;
}

interface Thing {
  readonly service: string;
  readonly operation: string | undefined;
  readonly direction: Direction | undefined;
  readonly path: string;
}

/** Prints the life of one thing, oldest last. */
export async function logCommand(name: string, options: LogOptions, io: Io): Promise<number> {
  const file = options.store ?? defaultStore;
  const reader = openReader(file);
  let past: ReturnType<typeof openPastSyntax> | undefined;
  try {
    const thing = parseThing(
      name,
      reader.services().map(({ id }) => id),
    );
    const index = reader.since(thing.service);
    const life = lifeOf(reader, index, thing);
    const gone = goneIn(index, thing);
    const entries = historyOf(reader, thing, options.docs === true)
      .map(({ release, changes }) => ({ release, changes: changes.filter((change) => concerns(change, thing)) }))
      .filter(({ changes }) => changes.length > 0);
    const from = options.since;
    const wanted =
      from === undefined
        ? entries
        : entries.filter(({ release }) => release.version !== null && compareVersions(release.version, from) >= 0);
    if (life === null && entries.length === 0) throw new UsageError(`The store knows no ${name}.`);
    if (options.syntax === true) past = openPastSyntax(file, thing.service);
    const shown = wanted.map(({ release, changes }) => ({
      release,
      changes: changes.map((change) => ({
        ...change,
        syntax: past?.syntaxOf(release, { ...change, places: change.places.filter((at) => isAt(at, change, thing)) }),
      })),
    }));
    if (options.format === 'json')
      io.stdout.write(
        `${JSON.stringify({ thing: name, since: life?.since ?? null, removedIn: life?.removedIn ?? null, gone, history: shown }, null, 2)}\n`,
      );
    else {
      io.stdout.write(`${name}: ${life === null ? 'not there any more' : lifeWords(life)}\n`);
      for (const one of gone) io.stdout.write(`  gone: ${partWords(one)}, ${lifeWords(one)}\n`);
      for (const { release, changes } of shown) {
        io.stdout.write(`${releaseWords(release)}\n`);
        for (const change of changes) {
          io.stdout.write(`  ${change.severity.padEnd(9)} ${sentenceOf(change).replaceAll('`', '')}\n`);
          const words = wordLine(wordPieces(change));
          if (words !== '') io.stdout.write(`            ${words}\n`);
          for (const line of syntaxText(change.syntax ?? [])) io.stdout.write(`            ${line.trimEnd()}\n`);
        }
      }
    }
    return exitCodes.done;
  } finally {
    past?.close();
    reader.close();
  }
}

/** Releases with what they changed, newest first; descriptions are kept apart and come in only where they are asked for. */
function historyOf(
  reader: StoreReader,
  thing: Thing,
  docs: boolean,
): readonly { readonly release: Release; readonly changes: readonly Change[] }[] {
  const history =
    thing.operation === undefined
      ? reader
          .serviceReleases({ service: thing.service })
          .map(({ release }) => ({ release, changes: reader.changes(thing.service, release.id) }))
      : reader.operationHistory(thing.service, thing.operation);
  if (!docs) return history;
  const changes = new Map(history.map((one) => [one.release.id, one.changes]));
  const described = new Set(reader.described(thing.service).map(({ release }) => release.id));
  return reader
    .releases()
    .filter(({ id }) => changes.has(id) || described.has(id))
    .map((release) => ({
      release,
      changes: [...(changes.get(release.id) ?? []), ...reader.descriptions(thing.service, release.id)],
    }));
}

/** Since when a thing is there, or from when to when it was; null where nobody knows. */
function lifeOf(
  reader: StoreReader,
  index: SinceIndex,
  thing: Thing,
): { readonly since: Since | null; readonly removedIn: Since | null } | null {
  const { operation, direction, path } = thing;
  const service = reader.service(thing.service);
  const state = service?.operations.find((one) => one.operation.name === operation);
  const removed = service?.removedIn ?? state?.removedIn ?? null;
  const whole = operation === undefined ? index.service : index.operation(operation);
  if (removed !== null) return { since: whole, removedIn: { release: removed, orEarlier: false } };
  if (operation === undefined || direction === undefined || path === '')
    return whole === null ? null : { since: whole, removedIn: null };
  const since = index.field(operation, direction, path);
  return since === null ? index.goneField(operation, direction, path) : { since, removedIn: null };
}

/** What was in a thing once. Of a whole service it would be too much. */
function goneIn(index: SinceIndex, { operation, direction, path }: Thing): readonly Gone[] {
  if (operation === undefined) return [];
  return direction === undefined ? index.gone(operation) : index.goneBelow(operation, direction, path);
}

function partWords({ direction, path, value }: Gone): string {
  if (direction === null) return `error ${value}`;
  return value === null ? `${direction}.${path}` : `${value} of ${direction}.${path}`;
}

function lifeWords({ since, removedIn }: { readonly since: Since | null; readonly removedIn: Since | null }): string {
  const words = [
    ...(since === null ? [] : [`since ${sinceWords(since)}`]),
    ...(removedIn === null ? [] : [`removed in ${sinceWords(removedIn)}`]),
  ];
  return words.join(', ');
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
  return change.places.some((place) => isAt(place, change, thing));
}

function isAt(place: Place, change: Change, thing: Thing): boolean {
  if (thing.operation === undefined) return true;
  if (place.operation !== thing.operation) return false;
  if (thing.direction === undefined) return true;
  // Of what has no direction only the operation itself concerns its fields: its errors do not.
  if (place.direction === null) return change.kind.startsWith('operation-');
  if (place.direction !== thing.direction) return false;
  // A change of something around a field concerns the field too: it came with it.
  return thing.path === '' || place.path === thing.path || isInside(thing.path, place.path);
}

function sinceWords({ release, orEarlier }: Since): string {
  return `${releaseWords(release)}${orEarlier ? ' or earlier' : ''}`;
}

function releaseWords({ id, date }: Release): string {
  return date === null || date === id ? id : `${id} (${date})`;
}
