/**
 * The facts of a service by when they held, as plain data: between any two of its states a page can tell what changed on the whole.
 * What was the same in every state is left out, and so is what leads to nothing that changed.
 */
import type { Audience, Details, Severity } from './change.ts';
import type { Direction, Fact, NameOrigin, Paginator, Waiter } from './service.ts';
import type { Deprecation, Json, Shape } from './shape.ts';

/**
 * When something held: numbers of states; it held from the first to the second, from the third to the fourth, and so
 * on. Without a last end it holds up to the last state.
 */
export type Life = readonly number[];

/** The number of a life in `lives`; absent for as long as that was there which it is a part of. */
export type LifeAt = number | undefined;

/** Something that held for some time. */
export type Timed<T> = readonly [what: T, life?: number];

/**
 * A way from a shape to another one. `to` is the number of the shape, -1 for one that is not listed. `signs`: `r` required, `o`
 * optional, neither where nobody knows; `t` filled in by the SDK.
 */
export type TimedMember = readonly [
  name: string,
  to: number,
  signs?: string,
  life?: number | null,
  deprecated?: Deprecation,
];

export interface PastOperation {
  readonly name: string;
  readonly life?: number;
  /** The first sentence of its description, if it is newer than the first state. */
  readonly summary?: string;
  /** Where the name is only a guess from the SDK's. */
  readonly sdkName?: string;
  readonly origin?: NameOrigin;
  readonly request?: readonly Timed<number | null>[];
  readonly response?: readonly Timed<number | null>[];
  /** By their numbers in `errors`. */
  readonly errors?: readonly Timed<number>[];
  /** When its source did not say what it fails with. */
  readonly unknownErrors?: number;
  readonly partial?: readonly Timed<readonly Direction[]>[];
  readonly deprecated?: readonly Timed<Deprecation>[];
}

export interface PastShape {
  readonly name: string;
  readonly life?: number;
  readonly kind: readonly Timed<Shape['kind']>[];
  readonly of?: 'structure' | 'list' | 'map';
  /** Members by name; of a list `[]`, of a map `{key}` and `{}`. */
  readonly members?: readonly TimedMember[];
  readonly values?: readonly Timed<string>[];
}

/** What became of an error between two of its forms; the sentence is complete. */
export interface ErrorChange {
  readonly kind: string;
  readonly value: string;
  readonly path: string;
  readonly severity: Severity;
  readonly audience: Audience;
  readonly sentence: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly details?: Details;
}

export interface FactHistory {
  readonly lives: readonly Life[];
  /** What its sources could state. */
  readonly facts: readonly Timed<readonly Fact[]>[];
  /** When it was there. */
  readonly life: number;
  readonly operations: readonly PastOperation[];
  readonly shapes: readonly PastShape[];
  /** Forms of errors: of two with one name `errorChanges` says how they differ. */
  readonly errors: readonly string[];
  readonly errorChanges: readonly (readonly [from: number, to: number, changes: readonly ErrorChange[]])[];
  readonly waiters: readonly Timed<Waiter>[];
  readonly paginators: readonly Timed<Paginator>[];
}

/** Of a service that nobody knows any state of. */
export const emptyFacts: FactHistory = {
  ...{ lives: [[]], facts: [], life: 0, operations: [], shapes: [] },
  ...{ errors: [], errorChanges: [], waiters: [], paginators: [] },
};
