/** Makes the facts of a service from all of its states, each with the states in which it held. */
import { firstSentence, proseReader } from '../../diff/index.ts';
import {
  canonicalJson,
  type Direction,
  type FactHistory,
  type Operation,
  type PastOperation,
  type Service,
  type ShapeId,
  type Timed,
} from '../../model/index.ts';
import { areEqual, Held, type HeldData, hold, Lives, type Runs } from './lives.ts';
import { PastErrors, type PastErrorsData } from './past-errors.ts';
import { PastShapes, type PastShapesData } from './past-shapes.ts';

const directions = ['request', 'response'] as const satisfies readonly Direction[];

/** The facts of the given states, which are in order. A state is null if the service did not exist. */
export function factHistoryOf(states: Iterable<Service | null>): FactHistory {
  const growing = new GrowingFacts();
  for (const state of states) growing.add(state);
  return growing.make();
}

/** As much of the newest form of an operation as a history tells. */
type NewestOperation = Pick<Operation, 'name' | 'nameOrigin' | 'sdkName' | 'documentation'>;

/** An operation over all states. */
interface Past {
  newest: NewestOperation;
  /** The operation of the state before, if it was read. */
  last: Operation | undefined;
  readonly first: number;
  readonly runs: Runs;
  readonly unknownErrors: Runs;
  readonly roots: Readonly<Record<Direction, Held<ShapeId | null>>>;
  readonly errors: Held<number>;
  readonly partial: Held<readonly Direction[]>;
  readonly deprecated: Held<NonNullable<Operation['deprecated']>>;
}

interface PastData {
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

type Waiters = NonNullable<Service['waiters']>;
type Paginators = NonNullable<Service['paginators']>;

/** The facts of some states as JSON, from which the facts of more states can grow. */
export interface GrowingFactsData {
  readonly states: number;
  readonly runs: Runs;
  readonly facts: HeldData<Service['facts']>;
  readonly operations: readonly PastData[];
  readonly shapes: PastShapesData;
  readonly errors: PastErrorsData;
  readonly waiters: HeldData<Waiters[number]>;
  readonly paginators: HeldData<Paginators[number]>;
}

/** Adds state after state, and makes the facts of all of them. */
export class GrowingFacts {
  #states: number;
  readonly #runs: Runs;
  readonly #facts: Held<Service['facts']>;
  readonly #operations: Map<string, Past>;
  readonly #shapes: PastShapes;
  readonly #errors: PastErrors;
  readonly #waiters: Held<Waiters[number]>;
  readonly #paginators: Held<Paginators[number]>;

  /** Goes on from what `data` gave; it uses the arrays in it. */
  constructor(data?: GrowingFactsData) {
    this.#states = data?.states ?? 0;
    this.#runs = data?.runs ?? [];
    this.#facts = new Held(data?.facts);
    this.#operations = new Map(data?.operations.map((past) => [past.newest.name, readPast(past)]));
    this.#shapes = new PastShapes(data?.shapes);
    this.#errors = new PastErrors(data?.errors);
    this.#waiters = new Held(data?.waiters);
    this.#paginators = new Held(data?.paginators);
  }

  get data(): GrowingFactsData {
    return {
      states: this.#states,
      runs: this.#runs,
      facts: this.#facts.data,
      operations: [...this.#operations.values()].map(({ last: _, roots, errors, partial, deprecated, ...past }) => ({
        ...past,
        ...{ request: roots.request.data, response: roots.response.data },
        ...{ errors: errors.data, partial: partial.data, deprecated: deprecated.data },
      })),
      shapes: this.#shapes.data,
      errors: this.#errors.data,
      waiters: this.#waiters.data,
      paginators: this.#paginators.data,
    };
  }

  add(service: Service | null): void {
    const state = this.#states++;
    if (service === null) return;
    hold(this.#runs, state);
    this.#facts.hold(service.facts.join(), state, () => service.facts);
    this.#shapes.add(service.shapes, state);
    for (const operation of service.operations) this.#addOperation(operation, service, state);
    for (const waiter of service.waiters ?? []) this.#waiters.hold(canonicalJson(waiter), state, () => waiter);
    for (const one of service.paginators ?? []) this.#paginators.hold(canonicalJson(one), state, () => one);
  }

  #addOperation(operation: Operation, service: Service, state: number): void {
    let past = this.#operations.get(operation.name);
    if (past === undefined) {
      past = {
        newest: newestOf(operation, state),
        last: operation,
        first: state,
        runs: [],
        unknownErrors: [],
        roots: { request: new Held(), response: new Held() },
        errors: new Held(),
        partial: new Held(),
        deprecated: new Held(),
      };
      this.#operations.set(operation.name, past);
    }
    if (past.last !== operation) past.newest = newestOf(operation, past.first);
    past.last = operation;
    hold(past.runs, state);
    for (const direction of directions) {
      const root = operation[direction];
      if (root !== undefined) past.roots[direction].hold(JSON.stringify(root), state, () => root);
    }
    if (operation.errors === undefined) hold(past.unknownErrors, state);
    // One name may occur twice; the differ takes the last one.
    for (const error of new Map(operation.errors?.map((one) => [one.name, one])).values()) {
      const number = this.#errors.numberOf(error, operation.name, service, state);
      past.errors.hold(String(number), state, () => number);
    }
    const { partial, deprecated } = operation;
    if (partial !== undefined) past.partial.hold(partial.join(), state, () => partial);
    if (deprecated !== undefined) past.deprecated.hold(JSON.stringify(deprecated), state, () => deprecated);
  }

  make(): FactHistory {
    for (const { roots } of this.#operations.values())
      for (const direction of directions) {
        const all = roots[direction].all.map(({ what }) => what);
        for (const [at, one] of all.entries()) for (const other of all.slice(at + 1)) this.#shapes.pair(one, other);
      }
    this.#shapes.choose();
    const lives = new Lives(this.#states);
    const life = lives.at(this.#runs);
    const timed = <T>(held: Held<T>, whole: Runs): readonly Timed<T>[] =>
      held.all.map(({ what, runs }) => [what, ...lives.within(runs, whole)]);
    return {
      facts: timed(this.#facts, this.#runs),
      life,
      operations: [...this.#operations.values()]
        .sort((a, b) => (a.newest.name < b.newest.name ? -1 : 1))
        .flatMap((past) => this.#operation(past, lives) ?? []),
      shapes: this.#shapes.told(lives, this.#runs),
      errors: this.#errors.names,
      errorChanges: this.#errors.changes(),
      waiters: changing(timed(this.#waiters, this.#runs)),
      paginators: changing(timed(this.#paginators, this.#runs)),
      lives: lives.all,
    };
  }

  /** Undefined if a comparison can find nothing in the operation. */
  #operation(past: Past, lives: Lives): PastOperation | undefined {
    const { newest, runs } = past;
    const [life] = lives.within(runs, this.#runs);
    const root = (direction: Direction) =>
      past.roots[direction].all.flatMap(({ what, runs: own }): Timed<number | null>[] =>
        areEqual(own, runs) && !this.#shapes.isChanging(what)
          ? []
          : [[what === null ? null : this.#shapes.numberOf(what), ...lives.within(own, runs)]],
      );
    const part = <T>(held: Held<T>) =>
      held.all.flatMap(({ what, runs: own }): Timed<T>[] =>
        areEqual(own, runs) ? [] : [[what, ...lives.within(own, runs)]],
      );
    const summary = life === undefined ? '' : firstSentence(words.words(newest.documentation ?? []));
    const told = {
      ...named('request', root('request')),
      ...named('response', root('response')),
      ...named('errors', part(past.errors)),
      ...(past.unknownErrors.length === 0 ? {} : { unknownErrors: lives.at(past.unknownErrors) }),
      ...named('partial', timedWhole(past.partial, runs, lives)),
      ...named('deprecated', timedWhole(past.deprecated, runs, lives)),
    };
    if (life === undefined && Object.keys(told).length === 0) return undefined;
    return {
      name: newest.name,
      ...(life === undefined ? {} : { life }),
      ...(summary === '' ? {} : { summary }),
      ...(newest.nameOrigin === 'stated' ? {} : { sdkName: newest.sdkName, origin: newest.nameOrigin }),
      ...told,
    };
  }
}

/** An operation that always existed needs no summary. */
function newestOf({ name, nameOrigin, sdkName, documentation }: Operation, first: number): NewestOperation {
  return { name, nameOrigin, sdkName, ...(first === 0 || documentation === undefined ? {} : { documentation }) };
}

function readPast({ request, response, errors, partial, deprecated, ...past }: PastData): Past {
  return {
    ...past,
    last: undefined,
    roots: { request: new Held(request), response: new Held(response) },
    ...{ errors: new Held(errors), partial: new Held(partial), deprecated: new Held(deprecated) },
  };
}

const words = proseReader();

function timedWhole<T>(held: Held<T>, whole: Runs, lives: Lives): readonly Timed<T>[] {
  return held.all.map(({ what, runs }) => [what, ...lives.within(runs, whole)]);
}

function named<K extends string, T>(key: K, list: readonly T[]): { readonly [key in K]?: readonly T[] } {
  // TypeScript makes every computed name a `string`.
  return list.length === 0 ? {} : ({ [key]: list } as { readonly [key in K]: readonly T[] });
}

/** A history leaves out what always existed and never changed. */
function changing<T>(all: readonly Timed<T>[]): readonly Timed<T>[] {
  return all.filter((one) => one.length > 1);
}
