/** One model of the store, ready for readers: descriptions are read when somebody asks for them. */
import {
  type Operation,
  type Prose,
  type Service,
  type Shape,
  type ShapeId,
  type StructureShape,
  stepsOf,
} from '../model/index.ts';
import { readProse } from '../parse/index.ts';

/** A model of the store whose descriptions are read when somebody asks for them. */
export class Snapshot {
  readonly service: Service;
  readonly #operations: ReadonlyMap<string, Operation>;
  readonly #shapes = new Map<ShapeId, Shape>();

  constructor(service: Service) {
    this.service = service;
    this.#operations = new Map(service.operations.map((operation) => [operation.name, operation]));
  }

  operation(name: string): Operation | undefined {
    const operation = this.#operations.get(name);
    return operation?.documentation === undefined
      ? operation
      : { ...operation, documentation: readProse(operation.documentation) };
  }

  /** Every shape that is reachable from an operation, read. */
  shapesOf(operation: Operation): Readonly<Record<ShapeId, Shape>> {
    const reachable: Record<ShapeId, Shape> = {};
    const todo: ShapeId[] = [
      operation.request,
      operation.response,
      ...(operation.errors ?? []).map(({ target }) => target),
    ].filter((id) => id !== undefined && id !== null);
    while (todo.length > 0) {
      const id = todo.pop() as ShapeId;
      if (Object.hasOwn(reachable, id)) continue;
      const shape = this.#shape(id);
      if (shape === undefined) continue;
      reachable[id] = shape;
      for (const { member } of stepsOf(shape)) todo.push(member.target);
    }
    return reachable;
  }

  #shape(id: ShapeId): Shape | undefined {
    const known = this.#shapes.get(id);
    if (known !== undefined) return known;
    const raw = this.service.shapes[id];
    if (raw === undefined) return undefined;
    const shape = readShape(raw);
    this.#shapes.set(id, shape);
    return shape;
  }
}

function readShape(shape: Shape): Shape {
  const documentation = shape.documentation === undefined ? {} : { documentation: readProse(shape.documentation) };
  const read = <T extends { readonly documentation?: Prose }>(member: T): T =>
    member.documentation === undefined ? member : { ...member, documentation: readProse(member.documentation) };
  if (shape.kind === 'structure' || shape.kind === 'union' || shape.kind === 'eventstream')
    return { ...shape, ...documentation, members: shape.members.map(read) } satisfies StructureShape;
  if (shape.kind === 'list') return { ...shape, ...documentation, member: read(shape.member) };
  if (shape.kind === 'map') return { ...shape, ...documentation, key: read(shape.key), value: read(shape.value) };
  return { ...shape, ...documentation };
}
