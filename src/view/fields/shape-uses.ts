/** Finds all uses of every shape of a service, from the graph of its model. */
import { hasMembers, type Shape, type ShapeId, stepInto, stepsOf } from '../../model/index.ts';
import type { OperationState, ServiceState } from '../../store/types.ts';
import { type Memory, topic } from '../site/memory.ts';
import { isNamed } from './reference-plan.ts';

/** One use: an operation has the shape in its request, its response or an error. The path is the shortest one. */
export interface ShapeUse {
  readonly state: OperationState;
  readonly side: 'request' | 'response' | 'error';
  readonly path: string;
}

/** A shape that has a name, and members or values. */
export interface ListedShape {
  readonly name: ShapeId;
  readonly shape: Shape;
  /** In the order of operations. */
  readonly uses: readonly ShapeUse[];
}

/** Every structure, union and enum that some operation of a service can reach, by name. */
export function listedShapes(memory: Memory, service: ServiceState): ReadonlyMap<ShapeId, ListedShape> {
  return memory.remember(serviceShapes, service, () => {
    const found = new Map<ShapeId, { name: ShapeId; shape: Shape; uses: ShapeUse[] }>();
    // Existing operations come first: a removed operation may show an old form of a shape.
    const living = service.operations.filter(({ removedIn }) => removedIn === null);
    const states = [...living, ...service.operations.filter(({ removedIn }) => removedIn !== null)];
    for (const state of states) {
      for (const [side, roots] of rootsOf(state)) {
        for (const [id, path] of reachableFrom(state.shapes, roots)) {
          const shape = state.shapes[id];
          if (shape === undefined || !isListed(id, shape)) continue;
          const known = found.get(id) ?? { name: id, shape, uses: [] };
          found.set(id, known);
          known.uses.push({ state, side, path });
        }
      }
    }
    return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function isListed(id: ShapeId, shape: Shape): boolean {
  return isNamed(id) && (hasMembers(shape) || ('enum' in shape && (shape.enum ?? []).length > 0));
}

function rootsOf({ operation }: OperationState): readonly (readonly [ShapeUse['side'], readonly ShapeId[]])[] {
  const { request, response, errors } = operation;
  return [
    ['request', request === null || request === undefined ? [] : [request]],
    ['response', response === null || response === undefined ? [] : [response]],
    ['error', (errors ?? []).flatMap(({ target }) => target ?? [])],
  ];
}

/** Every shape below some shapes, each with its shortest path. */
function reachableFrom(
  shapes: Readonly<Record<ShapeId, Shape>>,
  roots: readonly ShapeId[],
): ReadonlyMap<ShapeId, string> {
  const paths = new Map<ShapeId, string>(roots.map((root) => [root, '']));
  // The loop adds to the map: this walks breadth first.
  for (const [id, path] of paths) {
    const shape = shapes[id];
    if (shape === undefined) continue;
    for (const { step, member } of stepsOf(shape))
      if (!paths.has(member.target)) paths.set(member.target, stepInto(path, step));
  }
  return paths;
}

const serviceShapes = topic<ServiceState, ReadonlyMap<ShapeId, ListedShape>>();
