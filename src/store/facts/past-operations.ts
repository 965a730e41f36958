/** The operations of a service over all states: where each was, and which roots, errors and other facts it had. */
import type { Direction, Operation, Service, ShapeId } from '../../model/index.ts';
import type { NamedParts } from '../types.ts';
import { FollowedParts } from './follow-parts.ts';
import { Held, type HeldData, hold, holdUntil, type Runs } from './lives.ts';
import type { PastErrors } from './past-errors.ts';

export const directions = ['request', 'response'] as const satisfies readonly Direction[];

/** As much of the newest form of an operation as a history tells. */
export type NewestOperation = Pick<Operation, 'name' | 'nameOrigin' | 'sdkName' | 'documentation'>;

/** An operation over all states. */
export interface Past {
  newest: NewestOperation;
  /** The runs that go on while the operation is the same object. */
  open: readonly Runs[];
  /** The numbers of its errors, by their forms. */
  openErrors: readonly number[];
  readonly first: number;
  readonly runs: Runs;
  readonly unknownErrors: Runs;
  readonly roots: Readonly<Record<Direction, Held<ShapeId | null>>>;
  readonly errors: Held<number>;
  readonly partial: Held<readonly Direction[]>;
  readonly deprecated: Held<NonNullable<Operation['deprecated']>>;
}

export interface PastOperationData {
  readonly newest: NewestOperation;
  readonly first: number;
  readonly runs: Runs;
  readonly unknownErrors: Runs;
  readonly request: HeldData<ShapeId | null>;
  readonly response: HeldData<ShapeId | null>;
  readonly errors: HeldData<number>;
  readonly partial: HeldData<readonly Direction[]>;
  readonly deprecated: HeldData<NonNullable<Operation['deprecated']>>;
}

/** Adds the operations of state after state. */
export class PastOperations {
  readonly #all: Map<string, Past>;
  readonly #errors: PastErrors;
  readonly #now = new FollowedParts<Operation>();

  /** Goes on from what `data` gave. */
  constructor(errors: PastErrors, data: readonly PastOperationData[] = []) {
    this.#errors = errors;
    this.#all = new Map(data.map((past) => [past.newest.name, readPast(past)]));
  }

  get data(): readonly PastOperationData[] {
    return [...this.#all.values()].map(
      ({ open: _, openErrors: _errors, roots, errors, partial, deprecated, ...past }) => ({
        ...past,
        ...{ request: roots.request.data, response: roots.response.data },
        ...{ errors: errors.data, partial: partial.data, deprecated: deprecated.data },
      }),
    );
  }

  /** Every operation that there ever was. */
  get all(): readonly Past[] {
    return [...this.#all.values()];
  }

  /**
   * Adds the operations of the next state. Those that are the same objects as before take no work, unless their errors
   * have other forms: these depend on more than the operation.
   */
  add(service: Service | null, state: number, hasOtherErrors: boolean): void {
    const listener = {
      onEnd: (name: string) => this.#end(name, state),
      onBegin: (_: string, operation: Operation) => {
        if (service !== null) this.#begin(operation, service, state);
      },
    };
    if (hasOtherErrors) this.#now.next({ names: [], parts: [] }, listener);
    this.#now.next(operationsIn(service), listener);
  }

  /** Records that what is there now was there until this state. */
  settle(state: number): void {
    for (const name of this.#now.names) this.#end(name, state);
  }

  #begin(operation: Operation, service: Service, state: number): void {
    let past = this.#all.get(operation.name);
    if (past === undefined) {
      past = {
        newest: newestOf(operation, state),
        ...{ open: [], openErrors: [] },
        first: state,
        runs: [],
        unknownErrors: [],
        roots: { request: new Held(), response: new Held() },
        errors: new Held(),
        partial: new Held(),
        deprecated: new Held(),
      };
      this.#all.set(operation.name, past);
    }
    past.newest = newestOf(operation, past.first);
    const open: Runs[] = [past.runs];
    hold(past.runs, state);
    for (const direction of directions) {
      const root = operation[direction];
      if (root !== undefined) open.push(past.roots[direction].hold(JSON.stringify(root), state, () => root));
    }
    if (operation.errors === undefined) {
      hold(past.unknownErrors, state);
      open.push(past.unknownErrors);
    }
    const numbers = new Set<number>();
    // One name may occur twice; the differ takes the last one.
    for (const error of new Map(operation.errors?.map((one) => [one.name, one])).values())
      numbers.add(this.#errors.numberOf(error, operation.name, service, state));
    for (const number of numbers) open.push(past.errors.hold(String(number), state, () => number));
    const { partial, deprecated } = operation;
    if (partial !== undefined) open.push(past.partial.hold(partial.join(), state, () => partial));
    if (deprecated !== undefined) open.push(past.deprecated.hold(JSON.stringify(deprecated), state, () => deprecated));
    past.open = open;
    past.openErrors = [...numbers];
  }

  #end(name: string, state: number): void {
    // What is there has begun.
    const { open, openErrors } = this.#all.get(name) as Past;
    for (const runs of open) holdUntil(runs, state);
    this.#errors.holdUntil(openErrors, state);
  }
}

/** The operations by name. One name may occur twice; the differ takes the last one. */
function operationsIn(service: Service | null): NamedParts<Operation> {
  const parts = service?.operations ?? [];
  const names = parts.map(({ name }) => name);
  const byName = new Map(parts.map((operation) => [operation.name, operation]));
  return byName.size === parts.length ? { names, parts } : { names: [...byName.keys()], parts: [...byName.values()] };
}

/** An operation that always existed needs no summary. */
function newestOf({ name, nameOrigin, sdkName, documentation }: Operation, first: number): NewestOperation {
  return { name, nameOrigin, sdkName, ...(first === 0 || documentation === undefined ? {} : { documentation }) };
}

function readPast({ request, response, errors, partial, deprecated, ...past }: PastOperationData): Past {
  return {
    ...past,
    ...{ open: [], openErrors: [] },
    roots: { request: new Held(request), response: new Held(response) },
    ...{ errors: new Held(errors), partial: new Held(partial), deprecated: new Held(deprecated) },
  };
}
