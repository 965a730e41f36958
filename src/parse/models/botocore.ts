/** The JSON form of botocore's service models: only the parts that this project reads, not yet checked. */
import type { Json, Limit } from '../../model/index.ts';

/**
 * The place for problems of a model: JSON is read without positions, so the message names the file and the shape or
 * operation.
 */
export const nowhere = { line: 1, column: 1 };

/** A reference to a shape, with the traits that hold at this place only. */
export interface RawMember {
  readonly shape?: string;
  readonly documentation?: string;
  readonly deprecated?: boolean;
  readonly deprecatedMessage?: string;
  readonly deprecatedSince?: string;
  readonly idempotencyToken?: boolean;
  readonly streaming?: boolean;
  readonly jsonvalue?: boolean;
  readonly location?: string;
  readonly [trait: string]: Json | undefined;
}

export interface RawShape {
  readonly type?: string;
  readonly members?: Readonly<Record<string, RawMember>>;
  readonly member?: RawMember;
  readonly key?: RawMember;
  readonly value?: RawMember;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly documentation?: string;
  readonly min?: Limit;
  readonly max?: Limit;
  readonly pattern?: string;
  readonly sensitive?: boolean;
  readonly union?: boolean;
  readonly document?: boolean;
  readonly streaming?: boolean;
  readonly eventstream?: boolean;
  readonly exception?: boolean;
  readonly fault?: boolean;
  readonly retryable?: { readonly throttling?: boolean };
  readonly error?: {
    readonly code?: string;
    readonly httpStatusCode?: number;
    readonly senderFault?: boolean;
    readonly fault?: boolean;
  };
  readonly deprecated?: boolean;
  readonly deprecatedMessage?: string;
  readonly deprecatedSince?: string;
  readonly payload?: string;
  readonly [trait: string]: unknown;
}

export interface RawOperation {
  readonly name?: string;
  readonly http?: Readonly<Record<string, Json>>;
  readonly input?: RawMember;
  readonly output?: RawMember;
  readonly errors?: readonly RawMember[];
  readonly documentation?: string;
  readonly deprecated?: boolean;
  readonly deprecatedMessage?: string;
  readonly deprecatedSince?: string;
  readonly [trait: string]: unknown;
}

export interface RawModel {
  readonly metadata?: Readonly<Record<string, Json>>;
  readonly operations?: Readonly<Record<string, RawOperation>>;
  readonly shapes?: Readonly<Record<string, RawShape>>;
  readonly documentation?: string;
  readonly deprecated?: boolean;
  readonly deprecatedMessage?: string;
  readonly deprecatedSince?: string;
  readonly clientContextParams?: unknown;
}

/** Whether a JSON value is a service model. */
export function isRawModel(value: unknown): value is RawModel {
  if (typeof value !== 'object' || value === null) return false;
  const { metadata, operations, shapes } = value as Record<string, unknown>;
  return isRecord(metadata) && isRecord(operations) && isRecord(shapes);
}

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nothing: RawMember = {};

/** A value that should be an object of the model; an empty object if it is something else. */
export function recordOr<T extends object>(value: T | null | undefined): T {
  // Every key of the model is optional, so an empty object is valid.
  return isRecord(value) ? value : (nothing as T);
}

/** Whether a JSON value is flat enough to keep: real values nest about five levels. */
export function isShallowJson(value: unknown, levels = 32): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  for (const inner of Object.values(value)) if (!isShallowJson(inner, levels - 1)) return false;
  return true;
}
