/**
 * The facts of a service with the states in which they held, as plain data: from it a page computes the net changes
 * between any two states. Facts that held in every state are left out, and so are facts that lead to no change.
 */
import type { Audience, Details, Severity } from './change.ts';
import type { Direction, Fact, NameOrigin, Paginator, Waiter } from './service.ts';
import type { Deprecation, Json, Shape } from './shape.ts';

/**
 * When something held: numbers of states; it held from the first to the second, from the third to the fourth, and so
 * on. Without a last end it holds up to the last state.
 */
export type Life = readonly number[];

/** The number of a life in `lives`; if absent, the fact has the same life as the thing that it belongs to. */
export type LifeAt = number | undefined;

/** A fact with its life. */
export type Timed<T> = readonly [what: T, life?: number];

/**
 * A reference from a shape to another one. `to` is the number of the shape; -1 if it is not listed. `signs`: `r`
 * required, `o` optional, neither if unknown; `t` filled in by the SDK.
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
  /** Present if the name is only a guess from the SDK's name. */
  readonly sdkName?: string;
  readonly origin?: NameOrigin;
  readonly request?: readonly Timed<number | null>[];
  readonly response?: readonly Timed<number | null>[];
  /** By their numbers in `errors`. */
  readonly errors?: readonly Timed<number>[];
  /** The states in which its source did not state its errors. */
  readonly unknownErrors?: number;
  readonly partial?: readonly Timed<readonly Direction[]>[];
  readonly deprecated?: readonly Timed<Deprecation>[];
}

export interface PastShape {
  readonly name: string;
  readonly life?: number;
  readonly kind: readonly Timed<Shape['kind']>[];
  readonly of?: 'structure' | 'list' | 'map';
  /** Members by name; the items of a list are `[]`, keys and values of a map are `{key}` and `{}`. */
  readonly members?: readonly TimedMember[];
  readonly values?: readonly Timed<string>[];
}

/** A change of an error between two of its forms; the sentence is complete. */
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
  /** The facts that its sources could state. */
  readonly facts: readonly Timed<readonly Fact[]>[];
  /** The states in which the service existed. */
  readonly life: number;
  readonly operations: readonly PastOperation[];
  readonly shapes: readonly PastShape[];
  /** Forms of errors: if two have the same name, `errorChanges` has their differences. */
  readonly errors: readonly string[];
  readonly errorChanges: readonly (readonly [from: number, to: number, changes: readonly ErrorChange[]])[];
  readonly waiters: readonly Timed<Waiter>[];
  readonly paginators: readonly Timed<Paginator>[];
}

/** The history of a service without a known state. */
export const emptyFacts: FactHistory = {
  ...{ lives: [[]], facts: [], life: 0, operations: [], shapes: [] },
  ...{ errors: [], errorChanges: [], waiters: [], paginators: [] },
};
