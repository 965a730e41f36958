/** Names of members: the SDK's for people, the model's for comparisons. */
import {
  type Direction,
  hasMembers,
  joinPaths,
  nameStep,
  type Operation,
  type Place,
  pathBelow,
  type Service,
  type ShapeId,
  type StructureShape,
  splitPath,
  stepName,
} from '../../model/index.ts';
import type { Customization } from './customization.ts';
import { isAbout, rowsOf } from './find-rows.ts';

interface Renaming {
  readonly raw: string;
  readonly shown: string;
}

/** The SDK's name of the member at a place, if it differs from the model's. */
export function shownName(service: string, { operation, direction, path }: Place): string | undefined {
  if (operation === null || direction === null) return undefined;
  for (const row of rowsOf(service))
    if (row.shown.as === 'name' && isAbout(row, operation, direction, path)) return row.shown.name;
  return undefined;
}

/** A service with the model's names: documentation shows the SDK's. If all names are equal, the service itself. */
export function withRawNames(service: Service, version?: string): Service {
  const rows = renamingRows(service.id, version);
  if (rows.length === 0) return service;
  const shapes: Record<ShapeId, Service['shapes'][string]> = {};
  const operations = service.operations.map((operation): Operation => {
    const [renaming] = renamingsOf(rows, operation.name, 'request');
    const { request } = operation;
    const root = request === undefined || request === null ? undefined : service.shapes[request];
    if (renaming === undefined || !hasMembers(root) || !isShown(root, renaming)) return operation;
    const id = `${request}~${renaming.raw}`;
    shapes[id] = withRawName(root, renaming);
    return { ...operation, request: id };
  });
  return Object.keys(shapes).length === 0
    ? service
    : { ...service, operations, shapes: { ...service.shapes, ...shapes } };
}

/** The path under which documentation shows a field, from the model's path. */
export function shownPath(service: string, operation: string, direction: Direction | '', path: string): string {
  const [first = ''] = splitPath(path);
  if (direction !== 'request' || first === '') return path;
  const name = stepName(first);
  const renaming = renamingsOf(renamingRows(service), operation, direction).find(({ raw }) => raw === name);
  return renaming === undefined ? path : joinPaths(nameStep(renaming.shown), pathBelow(path, first));
}

function renamingRows(service: string, version?: string): readonly Customization[] {
  return rowsOf(service, version).filter(({ shown }) => shown.as === 'name');
}

function renamingsOf(rows: readonly Customization[], operation: string, direction: Direction): readonly Renaming[] {
  return rows.flatMap(({ operations, member, shown, ...row }) =>
    shown.as === 'name' && row.direction === direction && operations?.includes(operation) !== false
      ? [{ raw: member, shown: shown.name }]
      : [],
  );
}

function isShown({ members }: StructureShape, { raw, shown }: Renaming): boolean {
  return members.some(({ name }) => name === shown) && !members.some(({ name }) => name === raw);
}

function withRawName(shape: StructureShape, { raw, shown }: Renaming): StructureShape {
  return { ...shape, members: shape.members.map((one) => (one.name === shown ? { ...one, name: raw } : one)) };
}
