/** Shapes: the types of an API, as plain data with references by id, so that recursion never makes an endless tree. */
import type { Limit } from './limit.ts';
import type { Prose } from './prose.ts';

/** The id of a shape inside its service: the source's own name or, if it has none, `~` and a hash of its structure. */
export type ShapeId = string;

/** Limits on a value: of a number, or on the length of a string, blob, list or map. */
export interface Constraints {
  readonly min?: Limit;
  readonly max?: Limit;
  readonly pattern?: string;
}

/** The statement of a source about a deprecation. */
export interface Deprecation {
  readonly message?: string;
  readonly since?: string;
}

/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Facts about the form of data on the wire (HTTP binding, XML names); keys are botocore's. */
export type Wire = Readonly<Record<string, Json>>;

/** A reference from one shape to another: a member of a structure, the items of a list, the keys or values of a map. */
export interface Member {
  /** The member's name; empty for items, keys and values. */
  readonly name: string;
  readonly target: ShapeId;
  /** Absent if the source cannot state it. */
  readonly required?: boolean;
  readonly documentation?: Prose;
  readonly deprecated?: Deprecation;
  /** The SDK fills it in if the caller leaves it out. */
  readonly idempotencyToken?: boolean;
  readonly default?: Json;
  /** Logs must leave it out; its type may state this too. */
  readonly sensitive?: boolean;
  readonly wire?: Wire;
  /** Traits that no reader knows, unchanged from the model; those of a part of it are under `part.trait`. */
  readonly unknownTraits?: Wire;
}

interface ShapeBase {
  readonly documentation?: Prose;
  readonly deprecated?: Deprecation;
  readonly sensitive?: boolean;
  readonly constraints?: Constraints;
  readonly wire?: Wire;
  /** Traits that no reader knows, unchanged from the model; those of a part of it are under `part.trait`. */
  readonly unknownTraits?: Wire;
}

/** Named members; in a union exactly one is set, in an event stream each event sets one. */
export interface StructureShape extends ShapeBase {
  readonly kind: 'structure' | 'union' | 'eventstream';
  /** In the source's order, which is the reader's order. */
  readonly members: readonly Member[];
  /** Present on the shape of an error. */
  readonly error?: {
    readonly code?: string;
    readonly httpStatus?: number;
    readonly fault?: boolean;
    readonly retryable?: boolean;
    /** For errors that are worth a retry: the caller sends too many requests. */
    readonly throttling?: boolean;
  };
}

export interface ListShape extends ShapeBase {
  readonly kind: 'list';
  readonly member: Member;
}

export interface MapShape extends ShapeBase {
  readonly kind: 'map';
  readonly key: Member;
  readonly value: Member;
}

export type ScalarKind =
  | 'string'
  | 'integer'
  | 'long'
  | 'float'
  | 'double'
  | 'boolean'
  | 'timestamp'
  | 'blob'
  | 'document'
  /** A blob that is read in pieces. */
  | 'stream';

export interface ScalarShape extends ShapeBase {
  readonly kind: ScalarKind;
  /** The values it may take, in the source's order; for strings only. */
  readonly enum?: readonly string[];
}

/**
 * A shape whose content is not known: documentation stops at a shape that contains itself, and shapes that are too deep
 * or of an unknown type are not read.
 */
export interface RecursiveShape extends ShapeBase {
  readonly kind: 'recursive';
  /** The kind of the repeated shape; absent if the source cannot state it. */
  readonly of?: 'structure' | 'list' | 'map';
}

export type Shape = StructureShape | ListShape | MapShape | ScalarShape | RecursiveShape;

/** The names of types in the documentation. */
export type DocumentedType =
  | 'string'
  | 'integer'
  | 'float'
  | 'boolean'
  | 'dict'
  | 'list'
  | 'datetime'
  | 'bytes'
  | 'document'
  | 'stream'
  | 'eventstream';

const documented = {
  structure: 'dict',
  union: 'dict',
  map: 'dict',
  eventstream: 'eventstream',
  list: 'list',
  string: 'string',
  integer: 'integer',
  long: 'integer',
  float: 'float',
  double: 'float',
  boolean: 'boolean',
  timestamp: 'datetime',
  blob: 'bytes',
  document: 'document',
  stream: 'stream',
} as const satisfies Record<Exclude<Shape['kind'], 'recursive'>, DocumentedType>;

/** The name of a shape's type in boto3's documentation; empty if the source cannot state it. */
export function documentedType(shape: Shape): DocumentedType | '' {
  if (shape.kind === 'recursive') return shape.of === undefined ? '' : documented[shape.of];
  return documented[shape.kind];
}

/** Whether a shape has named members. */
export function hasMembers(shape: Shape | undefined): shape is StructureShape {
  return shape !== undefined && (shape.kind === 'structure' || shape.kind === 'union' || shape.kind === 'eventstream');
}
