/** `apidelta show`: prints one operation, in its newest state or at a version. */
import { type Operation, type Shape, type ShapeId, visibleText } from '../../model/index.ts';
import { compareVersions } from '../../model/versions.ts';
import { openStore, type StoreReader } from '../../store/read.ts';
import { laterName } from '../../view/fields/history/other-names.ts';
import { printShown } from '../formats/show-formats.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { offer } from '../nearest.ts';
import { operationAtStart, operationNamed } from '../operation-named.ts';
import { resolveService, unknownOperation } from '../resolve-thing.ts';

export interface ShowOptions {
  readonly store?: string;
  readonly format: string;
  readonly asOf?: string;
}

/** An operation with the shapes that it leads to. */
export interface Shown {
  readonly service: string;
  /** The version whose state is shown. */
  readonly version: string;
  readonly operation: Operation;
  readonly shapes: Readonly<Record<ShapeId, Shape>>;
}

/** Prints one operation. */
export async function showCommand(name: string, options: ShowOptions, io: Io): Promise<number> {
  const reader = openStore(options.store);
  try {
    const { service, rest } = resolveService(name, reader);
    if (rest === '')
      throw new UsageError(`Name an operation of ${visibleText(service)}, as ${visibleText(service)}.<Operation>.`);
    const shown =
      options.asOf === undefined ? newest(reader, service, rest) : past(reader, service, rest, options.asOf);
    const say = (sentence: string) => io.stderr.write(`${sentence}\n`);
    for (const text of printShown(shown, options.format, say)) io.stdout.write(text);
    return exitCodes.done;
  } finally {
    reader.close();
  }
}

function newest(reader: StoreReader, service: string, name: string): Shown {
  const state = reader.service(service);
  const known = state?.operations ?? [];
  const operations = known.map(({ operation }) => operation);
  const found = operationNamed(operations, name);
  const own = known.find(({ operation }) => operation === found);
  if (own === undefined) {
    refuseField(service, name, operations);
    throw new UsageError(unknownOperation(reader, service, name, operations));
  }
  // An operation may have been removed before its service was.
  const removed = own.removedIn ?? state?.removedIn ?? null;
  if (removed !== null) {
    const what = visibleText(`${service}.${own.operation.name}`);
    const later = laterName(reader, service, own.operation.name);
    const now = later?.isThere === true ? `, and is ${visibleText(later.name)} now` : '';
    throw new UsageError(`${what} was removed in ${removed.id}${now}: --as-of shows it as it was in a version before.`);
  }
  const { operation, shapes, asOf } = own;
  return { service, version: asOf.id, operation, shapes };
}

function past(reader: StoreReader, service: string, name: string, asked: string): Shown {
  const version = reader.version(asked);
  const state = reader.stateAt(service, version);
  if (state === null) throw new UsageError(whyAbsent(reader, service, version));
  const operation = operationNamed(state.operations, name);
  if (operation !== undefined) return { service, version, operation, shapes: state.shapes };
  const what = `${visibleText(service)} has no operation ${visibleText(name)} in ${version}`;
  refuseField(service, name, state.operations);
  const later = operationNamed(reader.service(service)?.operations.map((one) => one.operation) ?? [], name);
  const since = later === undefined ? null : reader.since(service).operation(later.name);
  const isLater = since !== null && compareVersions(since.release.id, version) > 0;
  throw new UsageError(
    isLater ? `${what}: it is new since ${since.release.id}.` : `${what}${near(name, state.operations)}.`,
  );
}

function whyAbsent(reader: StoreReader, service: string, version: string): string {
  const since = reader.since(service).service;
  const first = since?.release.version ?? null;
  if (since !== null && first !== null && compareVersions(version, first) < 0)
    return since.orEarlier
      ? `The store does not know ${visibleText(service)} before ${first}: how it was in ${version} is unknown.`
      : `${visibleText(service)} is there since ${first}: it was not there in ${version}.`;
  return `${visibleText(service)} is not in ${version}, or nobody knows it whole there.`;
}

/** Throws a `UsageError` if the name goes on behind that of an operation. */
function refuseField(service: string, name: string, operations: readonly Operation[]): void {
  const found = operationAtStart(operations, name);
  if (found === undefined) return;
  const whole = visibleText(`${service}.${found.operation.name}`);
  throw new UsageError(
    `\`show\` prints a whole operation: name ${whole} alone, or ask \`log\` for the history of a part of it.`,
  );
}

function near(name: string, operations: readonly Operation[]): string {
  return offer(
    name,
    operations.map((one) => one.name),
  );
}
