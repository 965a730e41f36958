/** Where a name occurs: operations, fields, values and shapes of the newest states. */
import { append, type Direction, type ShapeId, stepInto } from '../../model/index.ts';
import type { Database } from '../database/database.ts';
import { damagedStore } from '../database/store-error.ts';
import type { StoredState } from '../history/read-history.ts';
import { searchNamesIn } from '../names/keep-names.ts';
import type { NamesOfShape, SearchNames } from '../names/search-names.ts';
import { getBlob } from '../packing/blobs.ts';
import type { Mark } from '../since/mark.ts';
import type { PackedGraph } from '../since/packed-graph.ts';
import { storedMarkAt, storedMarkOf } from '../since/stored-marks.ts';
import type { ServiceRow } from './reader-rows.ts';

/** One place where a name occurs in the newest state of a service. */
export interface Occurrence {
  readonly service: string;
  readonly what: 'operation' | 'field' | 'value' | 'shape';
  readonly operation: string | null;
  readonly direction: Direction | null;
  readonly path: string;
  readonly since: Mark | null;
}

/** The greatest number of places that are given for one name in one operation. */
const maxPlaces = 25;

/**
 * Finds every operation, field, enum value and named shape of a name, ignoring letter case: in all services, or in one.
 */
export function* findName(database: Database, name: string, service: string | null = null): Generator<Occurrence> {
  const wanted = name.toLowerCase();
  const rows =
    service === null
      ? database.rows<ServiceRow>('service', 'ORDER BY id')
      : database.rows<ServiceRow>('service', 'WHERE id = ?', service);
  for (const { id, state, since } of rows) {
    const names = searchNamesIn(database, JSON.parse(state) as StoredState, wanted);
    if (names === undefined) continue;
    const graph = getBlob<PackedGraph>(database, since);
    if (graph === undefined) throw damagedStore(database.file, `the history ${since} is lost`);
    yield* findIn(id, names, graph, wanted);
  }
}

/** Finds a name, in lower case, in one service. */
function* findIn(service: string, names: SearchNames, graph: PackedGraph, wanted: string): Generator<Occurrence> {
  for (const shape of Object.keys(names.shapes))
    if (!shape.includes('~') && shape.toLowerCase() === wanted)
      yield { service, what: 'shape', operation: null, direction: null, path: shape, since: null };
  const search = new NameSearch(names, wanted);
  for (const [operation, sdkName, request, response] of names.operations) {
    if (operation.toLowerCase() === wanted || sdkName.toLowerCase() === wanted)
      yield {
        ...{ service, what: 'operation', operation, direction: null, path: '' },
        since: storedMarkOf(graph, operation) ?? null,
      };
    for (const [direction, root] of [['request', request] as const, ['response', response] as const]) {
      if (root === null) continue;
      for (const { path, value } of search.below(root)) {
        const since = storedMarkAt(graph, { operation, direction, path, value }) ?? null;
        yield { service, what: value === undefined ? 'field' : 'value', operation, direction, path, since };
      }
    }
  }
}

/** Searches for a name below shapes; follows only links that can lead to it. */
class NameSearch {
  readonly #shapes: SearchNames['shapes'];
  readonly #wanted: string;
  readonly #leads: ReadonlySet<ShapeId>;

  constructor({ shapes }: SearchNames, wanted: string) {
    this.#shapes = shapes;
    this.#wanted = wanted;
    this.#leads = this.#leading();
  }

  /** The paths of the name below a root, shortest first, up to a limit. */
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
        const value = enumValueIn(shape, this.#wanted);
        if (value !== undefined) found.push({ path, value });
        if (above.includes(id)) continue;
        for (const [step, name, target] of shape.ways ?? []) {
          const here = stepInto(path, step);
          if (name.toLowerCase() === this.#wanted) found.push({ path: here });
          next.push({ id: target, path: here, above: [...above, id] });
        }
      }
      layer = next;
    }
    return found.slice(0, maxPlaces);
  }

  /** The shapes that have the name, or lead to one that has it. */
  #leading(): ReadonlySet<ShapeId> {
    const parents = new Map<ShapeId, ShapeId[]>();
    const todo: ShapeId[] = [];
    for (const [id, shape] of Object.entries(this.#shapes)) {
      if (enumValueIn(shape, this.#wanted) !== undefined) todo.push(id);
      for (const [, name, target] of shape.ways ?? []) {
        if (name.toLowerCase() === this.#wanted) todo.push(id);
        const list = parents.get(target);
        if (list === undefined) parents.set(target, [id]);
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

function enumValueIn({ values }: NamesOfShape, wanted: string): string | undefined {
  return values?.find((value) => value.toLowerCase() === wanted);
}
