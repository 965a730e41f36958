/** Since when every operation, field and value of a service exists, as a graph beside its shapes: paths share what they can. */
import type { Operation, Shape, ShapeId } from '../../model/index.ts';
import type { Mark } from './mark.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

/** From when to when something was there: the mark of its release, and the release that does not have it any more. */
export interface Span {
  readonly since: Mark;
  readonly removedIn: Mark;
}

/** A way on from one node to another, and since when it exists. */
export interface Way {
  readonly since: Mark;
  /** The number of the node that it leads to. */
  readonly to: number;
}

/** Since when the parts of one shape exist, at the places that share its history. */
export interface SinceNode {
  /** The type, coarse: what was inside another type is not the same when it comes back. */
  readonly type: string;
  /** Ways on to other nodes: member names, `[]`, `{}`, `{key}`. */
  readonly ways?: Readonly<Record<string, Way>>;
  /** Values of an enum. */
  readonly values?: Readonly<Record<string, Mark>>;
  /** Ways on that were removed, and values that were. What comes back leaves them. */
  readonly removedWays?: Readonly<Record<string, Span>>;
  readonly removedValues?: Readonly<Record<string, Span>>;
}

export interface SinceOperation {
  readonly since: Mark;
  readonly request?: number;
  readonly response?: number;
  readonly errors?: Readonly<Record<string, Mark>>;
  readonly removedErrors?: Readonly<Record<string, Span>>;
}

/** Plain data. Operations and ways lead to nodes by their number. */
export interface SinceGraph {
  readonly operations: Readonly<Record<string, SinceOperation>>;
  readonly nodes: readonly SinceNode[];
}

export const emptyGraph: SinceGraph = { operations: {}, nodes: [] };

/** What one release shows of a service. */
export interface Shown {
  readonly operations: readonly Operation[];
  readonly shapes: Shapes;
  /** What a part that was not there before is marked with. */
  readonly fresh: Mark;
  /** What a part is marked with of which nobody could know whether it was there before. */
  readonly unsure: Mark;
  /** Whether an operation that was not there before is sure to be new. */
  readonly surelyNew: boolean;
  /** Whether the source shows every operation: those that it does not show were removed. */
  readonly whole: boolean;
  /** Whether map keys and their values can be seen. */
  readonly seesKeys: boolean;
}
