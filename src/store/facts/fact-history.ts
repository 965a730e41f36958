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
import { areEqual, Held, hold, Lives, type Runs } from './lives.ts';
import { PastErrors } from './past-errors.ts';
import { PastShapes } from './past-shapes.ts';

const directions = ['request', 'response'] as const satisfies readonly Direction[];

/** The facts of the given states, which are in order. A state is null if the service did not exist. */
export function factHistoryOf(states: Iterable<Service | null>): FactHistory {
  const maker = new Maker();
  for (const state of states) maker.add(state);
  return maker.make();
}

/** An operation over all states. */
interface Past {
  newest: Operation;
  readonly first: number;
  readonly runs: Runs;
  readonly unknownErrors: Runs;
  readonly roots: Readonly<Record<Direction, Held<ShapeId | null>>>;
  readonly errors: Held<number>;
  readonly partial: Held<readonly Direction[]>;
  readonly deprecated: Held<NonNullable<Operation['deprecated']>>;
}

class Maker {
  #states = 0;
  readonly #runs: Runs = [];
  readonly #facts = new Held<Service['facts']>();
  readonly #operations = new Map<string, Past>();
  readonly #shapes = new PastShapes();
  readonly #errors = new PastErrors();
  readonly #waiters = new Held<NonNullable<Service['waiters']>[number]>();
  readonly #paginators = new Held<NonNullable<Service['paginators']>[number]>();

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
        newest: operation,
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
    past.newest = operation;
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
    const { newest, runs, first } = past;
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
    const summary = first === 0 ? '' : firstSentence(words.words(newest.documentation ?? []));
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
      ...(summary === '' || life === undefined ? {} : { summary }),
      ...(newest.nameOrigin === 'stated' ? {} : { sdkName: newest.sdkName, origin: newest.nameOrigin }),
      ...told,
    };
  }
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
