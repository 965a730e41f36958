/**
 * Since when every operation, field and value of a service exists: a graph beside its shapes, whose nodes paths share.
 */
import type { Operation, Shape, ShapeId } from '../../model/index.ts';
import type { Mark } from './mark.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

/** When something existed: the mark of its first release, and the first release without it. */
export interface Span {
  readonly since: Mark;
  readonly removedIn: Mark;
}

/** A link from one node to another, and since when it exists. */
export interface Way {
  readonly since: Mark;
  /** The number of the node at its end. */
  readonly to: number;
}

/** Since when the parts of one shape exist, at all places with the same history. */
export interface SinceNode {
  /** The type, simplified: the content of another type is not the same content when it comes back. */
  readonly type: string;
  /** Links to other nodes: member names, `[]`, `{}`, `{key}`. */
  readonly ways?: Readonly<Record<string, Way>>;
  /** Values of an enum. */
  readonly values?: Readonly<Record<string, Mark>>;
  /** Removed links, and removed values. What comes back is taken out of them. */
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

/** Plain data. Operations and links refer to nodes by number. */
export interface SinceGraph {
  readonly operations: Readonly<Record<string, SinceOperation>>;
  readonly nodes: readonly SinceNode[];
}

export const emptyGraph: SinceGraph = { operations: {}, nodes: [] };

/** What one release shows of a service. */
export interface Shown {
  readonly operations: readonly Operation[];
  readonly shapes: Shapes;
  /** The mark of a part that did not exist before. */
  readonly fresh: Mark;
  /** The mark of a part that may have existed before, unseen. */
  readonly unsure: Mark;
  /** Whether an operation that was not shown before is surely new. */
  readonly surelyNew: boolean;
  /** Whether the source shows every operation: those that it does not show were removed. */
  readonly whole: boolean;
  /** Whether map keys and their values can be seen. */
  readonly seesKeys: boolean;
}
