/** Where a name occurs: operations, fields, values and shapes of the newest states. */
import {
  append,
  type Direction,
  type Service,
  type Shape,
  type ShapeId,
  stepInto,
  stepsOf,
} from '../../model/index.ts';
import type { Database } from '../database/database.ts';
import { readHistory } from '../history/read-history.ts';
import { snapshotOf } from '../ingest/inputs.ts';
import type { Mark } from '../since/since-graph.ts';
import { markAt } from '../since/since-marks.ts';

/** One place where a name occurs in the newest state of a service. */
export interface Occurrence {
  readonly service: string;
  readonly what: 'operation' | 'field' | 'value' | 'shape';
  readonly operation: string | null;
  readonly direction: Direction | null;
  readonly path: string;
  readonly since: Mark | null;
}

/** Places of one name in one operation that are given. */
const maxPlaces = 25;

/** Every operation, field, enum value and named shape of a name, in all services; case means nothing. */
export function* findName(database: Database, name: string): Generator<Occurrence> {
  const wanted = name.toLowerCase();
  for (const { id } of database.rows<{ id: string }>('service', 'ORDER BY id')) {
    const history = readHistory(database, id);
    if (history === undefined || history.state.head === null || history.state.removedIn !== null) continue;
    const service = snapshotOf(database, { snapshot: history.state.head });
    for (const shape of Object.keys(service.shapes))
      if (!shape.includes('~') && shape.toLowerCase() === wanted)
        yield { service: id, what: 'shape', operation: null, direction: null, path: shape, since: null };
    const search = new NameSearch(service, wanted);
    for (const operation of service.operations) {
      const names = [operation.name.toLowerCase(), operation.sdkName.toLowerCase()];
      if (names.includes(wanted))
        yield {
          service: id,
          what: 'operation',
          operation: operation.name,
          direction: null,
          path: '',
          since: history.graph.operations[operation.name]?.since ?? null,
        };
      for (const direction of ['request', 'response'] as const) {
        const root = operation[direction];
        if (root === undefined || root === null) continue;
        for (const { path, value } of search.below(root)) {
          const since = markAt(history.graph, operation.name, direction, path, value) ?? null;
          yield {
            service: id,
            what: value === undefined ? 'field' : 'value',
            operation: operation.name,
            direction,
            path,
            since,
          };
        }
      }
    }
  }
}

/** Looks for a name below shapes; goes only where it can be found. */
class NameSearch {
  readonly #shapes: Readonly<Record<ShapeId, Shape>>;
  readonly #wanted: string;
  readonly #leads: ReadonlySet<ShapeId>;

  constructor(service: Service, wanted: string) {
    this.#shapes = service.shapes;
    this.#wanted = wanted;
    this.#leads = this.#leading();
  }

  /** The paths of the name below a root, the shortest first, a bounded number. */
  below(root: ShapeId): readonly { readonly path: string; readonly value?: string }[] {
    const found: { path: string; value?: string }[] = [];
    let layer: { readonly id: ShapeId; readonly path: string; readonly above: readonly ShapeId[] }[] = [
      { id: root, path: '', above: [] },
    ];
    while (layer.length > 0 && found.length < maxPlaces) {
      const next: typeof layer = [];
      for (const { id, path, above } of layer) {
        const shape = this.#shapes[id];
        if (shape === undefined || !this.#leads.has(id)) continue;
        const value = enumValueOf(shape, this.#wanted);
        if (value !== undefined) found.push({ path, value });
        if (above.includes(id)) continue;
        for (const { step, member } of stepsOf(shape)) {
          const here = stepInto(path, step);
          if (member.name.toLowerCase() === this.#wanted) found.push({ path: here });
          next.push({ id: member.target, path: here, above: [...above, id] });
        }
      }
      layer = next;
    }
    return found.slice(0, maxPlaces);
  }

  /** The shapes that the name is in, or below. */
  #leading(): ReadonlySet<ShapeId> {
    const parents = new Map<ShapeId, ShapeId[]>();
    const todo: ShapeId[] = [];
    for (const [id, shape] of Object.entries(this.#shapes)) {
      if (enumValueOf(shape, this.#wanted) !== undefined) todo.push(id);
      for (const { member } of stepsOf(shape)) {
        if (member.name.toLowerCase() === this.#wanted) todo.push(id);
        const list = parents.get(member.target);
        if (list === undefined) parents.set(member.target, [id]);
        else list.push(id);
      }
    }
    const leads = new Set<ShapeId>();
    while (todo.length > 0) {
      const id = todo.pop() as ShapeId;
      if (leads.has(id)) continue;
      leads.add(id);
      append(todo, parents.get(id) ?? []);
    }
    return leads;
  }
}

function enumValueOf(shape: Shape, wanted: string): string | undefined {
  return shape.kind === 'string' ? shape.enum?.find((value) => value.toLowerCase() === wanted) : undefined;
}
