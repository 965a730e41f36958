/**
 * Finds the thing that a name means, such as `elbv2.CreateListener.request.Port`, in the spelling of the API, an SDK,
 * or a hurried user.
 */
import {
  type Change,
  type Direction,
  fieldsOf,
  hasMembers,
  isInside,
  nameStep,
  type Operation,
  type Shape,
  type ShapeId,
  splitPath,
  stepInto,
  stepsOf,
  visibleText,
} from '../model/index.ts';
import { type OperationState, type Release, type StoreReader, servicesOfNote } from '../store/read.ts';
import { UsageError } from './io.ts';
import { offer } from './nearest.ts';
import { operationAtStart, splitName } from './operation-named.ts';

/** A service, an operation, a request or response, or a field. */
export interface Thing {
  readonly service: string;
  readonly operation: string | undefined;
  readonly direction: Direction | undefined;
  /** Empty if no field is named. */
  readonly path: string;
}

/** A field with its path as the user wrote it, in any letter case. */
export interface NamedField {
  readonly service: string;
  readonly operation: string;
  readonly direction: Direction;
  readonly path: string;
}

const directions = ['request', 'response'] as const satisfies readonly Direction[];

/** The greatest number of fields that are searched for a similar name. */
const maxFields = 20_000;

/**
 * The things that a name means: one, or the same field of the request and the response. Throws a `UsageError` if it
 * never existed.
 */
export function resolveThing(name: string, reader: StoreReader): readonly Thing[] {
  const { service, rest } = resolveService(name, reader);
  if (rest === '') return [{ service, operation: undefined, direction: undefined, path: '' }];
  const { operation, others } = resolveOperation(service, rest, reader);
  const named = directions.find((direction) => direction === others[0]?.toLowerCase());
  const parts = named === undefined ? others : others.slice(1);
  if (parts.length === 0) return [{ service, operation: operation.operation.name, direction: named, path: '' }];
  const wanted = parts.join('.');
  const found = (named === undefined ? directions : [named]).flatMap((direction) => {
    const path = resolvePath(reader, operation, {
      service,
      operation: operation.operation.name,
      direction,
      path: wanted,
    });
    return path === undefined ? [] : [{ service, operation: operation.operation.name, direction, path }];
  });
  if (found.length > 0) return found;
  const below = named === undefined ? directions : [named];
  const names = below.flatMap((direction) => fieldPaths(operation, direction));
  throw new UsageError(
    `${visibleText(`${service}.${operation.operation.name}`)} has no field ${visibleText(wanted)}${named === undefined ? '' : ` in its ${named}`}, and never had${offer(wanted, names)}.`,
  );
}

/**
 * The id of a service by any of its names: botocore's id in any case, or the name in another SDK. Throws a `UsageError`
 * for an unknown service.
 */
export function serviceNamed(name: string, known: readonly string[]): string {
  const found = findService(name, known);
  if (found !== undefined) return found;
  throw new UsageError(unknownService(name, known));
}

/** The service at the beginning of a name, and the rest of the name. Throws a `UsageError` for an unknown service. */
export function resolveService(name: string, reader: StoreReader): { readonly service: string; readonly rest: string } {
  const known = reader.serviceIds();
  refuseEmptyPart(name);
  // Ids may contain dots: the longest id that fits is meant.
  const ends = [name.length, ...[...name.matchAll(/\./g)].map(({ index }) => index).reverse()];
  for (const end of ends) {
    const service = findService(name.slice(0, end), known);
    if (service !== undefined) return { service, rest: name.slice(end + 1) };
  }
  throw new UsageError(unknownService(name.split('.')[0] ?? name, known));
}

/** Throws a `UsageError` for a name with a part that is empty, as `s3..PutObject`: it would be read as another name. */
function refuseEmptyPart(name: string): void {
  const parts = splitName(name);
  const whole = parts.join('.');
  if (whole.trim() === '') throw new UsageError('Name a service, an operation or a field, as elbv2.CreateListener.');
  if (whole !== name)
    throw new UsageError(
      `\`${visibleText(name)}\` has a part without a name: write \`${visibleText(whole)}\`, or what is missing in it.`,
    );
}

function findService(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return name;
  if (name.trim() === '') return undefined;
  const low = name.toLowerCase();
  const same = known.filter((id) => id.toLowerCase() === low);
  if (same.length > 1)
    throw new UsageError(`\`${visibleText(name)}\` can be ${same.map(visibleText).join(' or ')}: write one of them.`);
  return same[0] ?? servicesOfNote(name, new Set(known));
}

function unknownService(name: string, known: readonly string[]): string {
  const near = offer(name, known);
  const some = `${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}`;
  const has = known.length === 0 ? ': it has none' : near === '' ? `: it has ${visibleText(some)}` : near;
  return `The store knows no service ${visibleText(name)}${has}.`;
}

function resolveOperation(
  service: string,
  rest: string,
  reader: StoreReader,
): { readonly operation: OperationState; readonly others: readonly string[] } {
  // A renamed operation keeps its name in the SDK: the one of today has it.
  const states = (reader.service(service)?.operations ?? []).toSorted(
    (a, b) => Number(a.removedIn !== null) - Number(b.removedIn !== null),
  );
  const operations = states.map(({ operation }) => operation);
  const found = operationAtStart(operations, rest);
  const state = states.find(({ operation }) => operation === found?.operation);
  if (found !== undefined && state !== undefined) return { operation: state, others: found.rest };
  throw new UsageError(unknownOperation(reader, service, rest, operations));
}

/** The sentence for a name that is no operation of the newest state. */
export function unknownOperation(
  reader: StoreReader,
  service: string,
  rest: string,
  operations: readonly Operation[],
): string {
  for (const { state, removedIn } of statesBefore(reader, service)) {
    const found = operationAtStart(state.operations, rest);
    if (found !== undefined)
      return `${visibleText(service)} has no operation ${visibleText(found.operation.name)} now: it had it before the service was removed in ${removedIn.id}; \`show … --as-of\` shows it as it was.`;
  }
  const [name = ''] = splitName(rest);
  const names = operations.map((operation) => operation.name);
  return `${visibleText(service)} has no operation ${visibleText(name)}, and never had${offer(name, names)}.`;
}

/** The last state of each earlier life of a service, with the release that ended it. */
function* statesBefore(reader: StoreReader, service: string) {
  for (const removedIn of endsOf(reader, service)) {
    const state = removedIn.version === null ? null : reader.stateBefore(service, removedIn.version);
    if (state !== null) yield { state, removedIn };
  }
}

/** The releases that removed or renamed a service, newest first. */
function endsOf(reader: StoreReader, service: string): readonly Release[] {
  return reader
    .serviceReleases({ service })
    .flatMap(({ release, status }) => (status === 'removed' || status === 'renamed' ? [release] : []));
}

/** The path of a field that exists or existed, in the API's spelling; undefined if it never existed. */
function resolvePath(
  reader: StoreReader,
  { operation, shapes, removedIn }: OperationState,
  named: NamedField,
): string | undefined {
  const { service, direction, path: wanted } = named;
  const since = reader.since(service);
  const isKnown = (path: string) =>
    since.field(operation.name, direction, path) !== null ||
    since.removedField(operation.name, direction, path) !== null;
  if (isKnown(wanted)) return wanted;
  const root = operation[direction];
  const folded = root === undefined || root === null ? undefined : foldedPath(shapes, root, wanted);
  // Nobody asks since when the fields of a removed operation existed: the last state tells which there were.
  if (folded !== undefined && (removedIn !== null || isKnown(folded))) return folded;
  const removed = since
    .removedParts(operation.name)
    .find(
      (part) => part.direction === direction && part.value === null && part.path.toLowerCase() === wanted.toLowerCase(),
    );
  return removed?.path ?? pathBefore(reader, named)?.path ?? pathInHistory(reader, named);
}

/** A field that some release changed. The newest state may never have had it: a backport may have added it. */
function pathInHistory(reader: StoreReader, { service, operation, direction, path }: NamedField): string | undefined {
  const low = path.toLowerCase();
  for (const { changes } of reader.operationHistory(service, operation))
    for (const { places } of changes)
      for (const place of places)
        if (place.operation === operation && place.direction === direction && place.path.toLowerCase() === low)
          return place.path;
  return undefined;
}

/**
 * A field that existed before its service, its operation or something above it was removed and came back without it.
 * The result includes the release that removed it.
 */
export function pathBefore(
  reader: StoreReader,
  named: NamedField,
): { readonly path: string; readonly removedIn: Release } | undefined {
  const { service, operation, direction, path: wanted } = named;
  const ends = new Set(endsOf(reader, service).map(({ id }) => id));
  for (const { release, changes } of reader.operationHistory(service, operation))
    if (changes.some((change) => mayEnd(change, named))) ends.add(release.id);
  for (const release of reader.releases()) {
    if (release.version === null || !ends.has(release.id)) continue;
    const state = reader.stateBefore(service, release.version);
    const root = state?.operations.find(({ name }) => name === operation)?.[direction];
    const path = state == null || root == null ? undefined : foldedPath(state.shapes, root, wanted);
    if (path !== undefined) return { path, removedIn: release };
  }
  return undefined;
}

/** Whether a change may have taken a field with what is above it: that went, or is of another type. */
function mayEnd({ kind, places, unlisted = 0 }: Change, { operation, direction, path }: NamedField): boolean {
  if (!kind.endsWith('-removed') && kind !== 'type-changed') return false;
  const low = path.toLowerCase();
  return (
    unlisted > 0 ||
    places.some(
      (place) =>
        place.operation === operation &&
        (place.direction ?? direction) === direction &&
        isInside(low, place.path.toLowerCase()),
    )
  );
}

/** Follows a path step by step, ignoring letter case. Dots inside a name may be escaped: the longest name that fits is meant. */
function foldedPath(shapes: Readonly<Record<ShapeId, Shape>>, root: ShapeId, wanted: string): string | undefined {
  let at: ShapeId = root;
  let path = '';
  let steps = splitPath(wanted);
  while (steps.length > 0) {
    const shape = shapes[at];
    if (shape === undefined) return undefined;
    const found = firstStep(shape, steps);
    if (found === undefined) return undefined;
    path = stepInto(path, found.step);
    at = found.target;
    steps = steps.slice(found.length);
  }
  return path;
}

/** The part of a shape that the first steps name, and how many they are. */
function firstStep(shape: Shape, steps: readonly string[]) {
  const ways = [...stepsOf(shape)];
  for (let length = steps.length; length > 0; length--) {
    const low = steps.slice(0, length).join('.').toLowerCase();
    const namesOf = ({ name }: { readonly name: string }) => (hasMembers(shape) ? [name, nameStep(name)] : []);
    const way =
      ways.find((one) => one.step.toLowerCase() === low) ??
      ways.find((one) => namesOf(one.member).some((name) => name.toLowerCase() === low));
    if (way !== undefined) return { step: way.step, target: way.member.target, length };
  }
  return undefined;
}

function fieldPaths({ operation, shapes }: OperationState, direction: Direction): readonly string[] {
  const root = operation[direction];
  if (root === undefined || root === null) return [];
  const found: string[] = [];
  for (const { path } of fieldsOf(shapes, root)) {
    found.push(path);
    if (found.length === maxFields) break;
  }
  return found;
}

/** The day of a release, such as `2024-05-01`; null if no source states it. */
export function dayOf(store: Pick<StoreReader, 'releases'>, version: string): string | null {
  return store.releases().find((release) => release.version === version)?.date ?? null;
}
