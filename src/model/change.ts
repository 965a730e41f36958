/** Changes: the differences between two states of a service, with their places. */
import type { Direction } from './service.ts';
import type { Json } from './shape.ts';

/** From the worst to the mildest. */
export const severities = ['breaking', 'dangerous', 'safe', 'docs'] as const;
export type Severity = (typeof severities)[number];

/** The audience of a change: all callers through an SDK, or only direct users of the protocol. */
export type Audience = 'sdk' | 'wire';

/** A point in a source. Lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place where a change is visible. */
export interface Place {
  /** The API's name of the operation; null for a change of the service as a whole. */
  readonly operation: string | null;
  readonly direction: Direction | null;
  /** Empty for the operation, request or response itself. */
  readonly path: string;
  readonly severity: Severity;
  readonly old?: Position;
  readonly new?: Position;
}

/** Facts of a change by name. */
export type Details = Readonly<Record<string, Json>>;

/** One change, with every place that it reaches. */
export interface Change {
  readonly service: string;
  /** The id of the rule that found it. */
  readonly kind: string;
  /**
   * The changed thing, if the path does not name it: the enum value, the error, the types (`string>integer`); else
   * empty.
   */
  readonly value: string;
  /** The changed shape's name, if the source knows it. */
  readonly shape?: string;
  readonly before?: Json;
  readonly after?: Json;
  /** Further data for its sentence, by names that the kind defines: `{ waiter: 'ListenerReady', trait: 'delay' }`. */
  readonly details?: Details;
  /** The worst of its places. */
  readonly severity: Severity;
  readonly audience: Audience;
  /** Twelve hexadecimal digits, a hash of the change and its places; wording and release have no effect on it. */
  readonly key: string;
  /** Sorted by operation, direction and path; never empty. */
  readonly places: readonly Place[];
  /** How many places are not in `places`. */
  readonly unlisted?: number;
  /** A similar name that was added or removed, so that it may be a renaming: a guess from their letters. */
  readonly hint?: string;
}

/** The changes of one service between two states. */
export interface ServiceChanges {
  readonly id: string;
  readonly title: string;
  readonly status: 'added' | 'removed' | 'changed';
  readonly changes: readonly Change[];
  /** Differences that have no effect on any caller; absent if there are none. */
  readonly noEffect?: readonly NoEffect[];
}

/** A difference that is not a change: a caller sends and receives the same as before. */
export interface NoEffect {
  /** The kind of the change that it would be. */
  readonly kind: string;
  readonly operation: string | null;
  readonly direction: Direction | null;
  readonly path: string;
  readonly value: string;
  /** Why it has no effect, as a clause: `a length is never less than 0`. */
  readonly why: string;
}

/** A change as a document states it, before its severity is known: one place. */
export interface StatedChange {
  readonly kind: string;
  readonly operation: string | null;
  readonly direction: Direction | null;
  readonly path: string;
  readonly value: string;
  readonly at: Position;
}

/** The statements of a document about one service. */
export interface StatedChanges {
  readonly service: string;
  readonly changes: readonly StatedChange[];
}

/** The worse of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b;
}
