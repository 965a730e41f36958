/** A service that is being built: collects the content of page after page, and returns the whole service, sorted. */
import type {
  ClientContextParam,
  Direction,
  ErrorReference,
  Fact,
  Operation,
  Paginator,
  Position,
  Prose,
  Service,
  Waiter,
} from '../../model/index.ts';
import { ShapeTable } from './shape-table.ts';

/** The positions of operations and fields in their sources, by `positionKey`. */
export type Positions = Map<string, Position>;

/** The key of a position. An operation itself has no direction and an empty path. */
export function positionKey(service: string, operation: string, direction: Direction | '', path: string): string {
  return `${service}\t${operation}\t${direction}\t${path}`;
}

export class ServiceBuilder {
  readonly id: string;
  readonly table = new ShapeTable();
  readonly operations = new Map<string, Operation>();
  readonly waiters = new Map<string, Waiter>();
  readonly paginators = new Map<string, Paginator>();
  readonly clientContextParams = new Map<string, ClientContextParam>();
  /** Errors with their own description. */
  readonly errors = new Map<string, ErrorReference>();
  readonly facts = new Set<Fact>();
  /** The SDK names of all operations, from a table of contents; absent if there is none. */
  listed: readonly string[] | undefined;
  title = '';
  uid: string | undefined;
  documentation: Prose = [];

  constructor(id: string) {
    this.id = id;
  }

  /**
   * Finishes the service. Operations that are listed but have no page are included, but nothing else is known about
   * them.
   */
  finish(nameOf: (sdkName: string) => string): Service {
    // If some operations list their errors, an operation without such a list has no errors of its own.
    if (this.facts.has('errors'))
      for (const [name, operation] of this.operations)
        if (operation.errors === undefined) this.operations.set(name, { ...operation, errors: [] });
    const known = new Set([...this.operations.values()].map((operation) => operation.sdkName));
    for (const sdkName of this.listed ?? []) {
      if (known.has(sdkName)) continue;
      const name = nameOf(sdkName);
      this.operations.set(name, { name, nameOrigin: 'inferred', sdkName });
    }
    if (this.listed !== undefined) this.facts.add('all-operations');
    return {
      kind: 'service',
      id: this.id,
      title: this.title || this.id,
      ...(this.uid === undefined ? {} : { uid: this.uid, ...apiVersionOf(this.uid) }),
      ...(this.documentation.length === 0 ? {} : { documentation: this.documentation }),
      facts: [...this.facts].sort(),
      operations: sortedByName(this.operations).map((operation) => this.#withErrorShapes(operation)),
      shapes: this.table.shapes(),
      ...(this.waiters.size > 0 || this.facts.has('waiters') ? { waiters: sortedByName(this.waiters) } : {}),
      ...(this.paginators.size > 0 || this.facts.has('paginators')
        ? { paginators: sortedByName(this.paginators) }
        : {}),
      ...(this.clientContextParams.size > 0 ? { clientContextParams: sortedByName(this.clientContextParams) } : {}),
    };
  }

  #withErrorShapes(operation: Operation): Operation {
    if (operation.errors === undefined || this.errors.size === 0) return operation;
    return { ...operation, errors: operation.errors.map((error) => this.errors.get(error.name) ?? error) };
  }
}

function apiVersionOf(uid: string): { apiVersion?: string } {
  const found = /\d{4}-\d{2}-\d{2}$/.exec(uid)?.[0];
  return found === undefined ? {} : { apiVersion: found };
}

function sortedByName<T extends { readonly name: string }>(map: ReadonlyMap<string, T>): readonly T[] {
  return [...map.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
