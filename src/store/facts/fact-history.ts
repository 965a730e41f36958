/** Makes the facts of a service from all of its states, each with the states in which it held. */
import { firstSentence, proseReader } from '../../diff/index.ts';
import {
  canonicalJson,
  type Direction,
  type FactHistory,
  type PastOperation,
  type Service,
  type Shape,
  type Timed,
} from '../../model/index.ts';
import type { NamedParts } from '../types.ts';
import { areEqual, Held, type HeldData, hold, holdUntil, Lives, type Runs } from './lives.ts';
import { PastErrors, type PastErrorsData } from './past-errors.ts';
import { directions, type Past, type PastOperationData, PastOperations } from './past-operations.ts';
import { PastShapes, type PastShapesData } from './past-shapes.ts';

/** The facts of the given states, which are in order. A state is null if the service did not exist. */
export function factHistoryOf(states: Iterable<Service | null>): FactHistory {
  const growing = new GrowingFacts();
  for (const state of states) growing.add(state);
  return growing.make();
}

type Waiters = NonNullable<Service['waiters']>;
type Paginators = NonNullable<Service['paginators']>;

/** The facts of some states as JSON, from which the facts of more states can grow. */
export interface GrowingFactsData {
  readonly states: number;
  readonly runs: Runs;
  readonly facts: HeldData<Service['facts']>;
  readonly operations: readonly PastOperationData[];
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
  readonly #operations: PastOperations;
  readonly #shapes: PastShapes;
  readonly #errors: PastErrors;
  readonly #waiters: Held<Waiters[number]>;
  readonly #paginators: Held<Paginators[number]>;
  /** The state that was added last. */
  #last: Service | null = null;
  /** The runs of its waiters and paginators. */
  #openWaiters: readonly Runs[] = [];
  #openPaginators: readonly Runs[] = [];

  /** Goes on from what `data` gave; it uses the arrays in it. */
  constructor(data?: GrowingFactsData) {
    this.#states = data?.states ?? 0;
    this.#runs = data?.runs ?? [];
    this.#facts = new Held(data?.facts);
    this.#shapes = new PastShapes(data?.shapes);
    this.#errors = new PastErrors(data?.errors);
    this.#operations = new PastOperations(this.#errors, data?.operations);
    this.#waiters = new Held(data?.waiters);
    this.#paginators = new Held(data?.paginators);
  }

  get data(): GrowingFactsData {
    this.#settle();
    return {
      states: this.#states,
      runs: this.#runs,
      facts: this.#facts.data,
      operations: this.#operations.data,
      shapes: this.#shapes.data,
      errors: this.#errors.data,
      waiters: this.#waiters.data,
      paginators: this.#paginators.data,
    };
  }

  /**
   * Adds the next state; null if the service did not exist. Parts that are the same objects as in the state before take
   * no work: their runs are extended once they change. `shapes`: those of the service.
   */
  add(service: Service | null, shapes: NamedParts<Shape> = partsIn(service)): void {
    const state = this.#states++;
    const changed = this.#shapes.add(shapes, state);
    const { waiters = [], paginators = [] } = service ?? {};
    // A list that its source left out is another one each time, but has nothing in it.
    if (waiters !== this.#last?.waiters) {
      this.#openWaiters = renewed(this.#openWaiters, state, () =>
        waiters.map((waiter) => this.#waiters.hold(canonicalJson(waiter), state, () => waiter)),
      );
    }
    if (paginators !== this.#last?.paginators) {
      this.#openPaginators = renewed(this.#openPaginators, state, () =>
        paginators.map((one) => this.#paginators.hold(canonicalJson(one), state, () => one)),
      );
    }
    if (service !== null) {
      hold(this.#runs, state);
      this.#facts.hold(service.facts.join(), state, () => service.facts);
    }
    const hasOtherErrors =
      service !== null &&
      this.#last !== null &&
      (service.facts.join() !== this.#last.facts.join() || changed.some((id) => this.#errors.uses(id)));
    this.#operations.add(service, state, hasOtherErrors);
    this.#last = service;
  }

  /** Extends the runs of everything that is there now. */
  #settle(): void {
    this.#shapes.settle(this.#states);
    this.#operations.settle(this.#states);
    for (const runs of [...this.#openWaiters, ...this.#openPaginators]) holdUntil(runs, this.#states);
  }

  make(): FactHistory {
    this.#settle();
    for (const { roots } of this.#operations.all)
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
      operations: this.#operations.all
        .toSorted((a, b) => (a.newest.name < b.newest.name ? -1 : 1))
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

function partsIn(service: Service | null): NamedParts<Shape> {
  const shapes = service?.shapes ?? {};
  return { names: Object.keys(shapes), parts: Object.values(shapes) };
}

/** Ends runs, and gives those that begin in their place. */
function renewed(open: readonly Runs[], state: number, begin: () => readonly Runs[]): readonly Runs[] {
  for (const runs of open) holdUntil(runs, state);
  return begin();
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
