/** Changes: what became different between two states of a service, and where. */
import type { Direction } from './service.ts';
import type { Json } from './shape.ts';

/** From the worst to the mildest. */
export const severities = ['breaking', 'dangerous', 'safe', 'docs'] as const;
export type Severity = (typeof severities)[number];

/** Whom a change concerns: everybody who calls through an SDK, or only those who speak the protocol themselves. */
export type Audience = 'sdk' | 'wire';

/** A point in a source. Lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a change is seen. */
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
  /** What the path does not name: the enum value, the error, the types (`string>integer`); else empty. */
  readonly value: string;
  /** The changed shape's name, where the source knows it. */
  readonly shape?: string;
  readonly before?: Json;
  readonly after?: Json;
  /** What its sentence needs beside that, by names that its kind says: `{ waiter: 'ListenerReady', trait: 'delay' }`. */
  readonly details?: Details;
  /** The worst of its places. */
  readonly severity: Severity;
  readonly audience: Audience;
  /** Twelve hexadecimal digits, made from what changed and where; never from wording or release. */
  readonly key: string;
  /** Sorted by operation, direction and path; never empty. */
  readonly places: readonly Place[];
  /** How many places more there are than `places` lists. */
  readonly unlisted?: number;
  /** The name that this one may have been given instead, or may be given instead of: a guess from their letters. */
  readonly hint?: string;
}

/** The changes of one service between two states. */
export interface ServiceChanges {
  readonly id: string;
  readonly title: string;
  readonly status: 'added' | 'removed' | 'changed';
  readonly changes: readonly Change[];
  /** What is stated in another way and means the same to every caller; absent for nothing. */
  readonly noEffect?: readonly NoEffect[];
}

/** A difference that is no change: what a caller may send, and what comes back, is as it was. */
export interface NoEffect {
  /** The kind that it would be. */
  readonly kind: string;
  readonly operation: string | null;
  readonly direction: Direction | null;
  readonly path: string;
  readonly value: string;
  /** Why it has no effect, as a clause: `a length is never less than 0`. */
  readonly why: string;
}

/** A change as a document states it, before anybody has judged it: one place. */
export interface StatedChange {
  readonly kind: string;
  readonly operation: string | null;
  readonly direction: Direction | null;
  readonly path: string;
  readonly value: string;
  readonly at: Position;
}

/** What a document states of one service. */
export interface StatedChanges {
  readonly service: string;
  readonly changes: readonly StatedChange[];
}

/** The worse of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return severities.find((one) => one === a || one === b) ?? a;
}
