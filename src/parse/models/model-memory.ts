/** What is remembered of the model that was read last: in a history most of the next one is what it was in the release before. */
import type { EndpointRules, Operation, Shape, ShapeId } from '../../model/index.ts';
import type { RawOperation, RawShape } from './botocore.ts';
import type { PartedJson } from './json-parts.ts';

/** A text that was read before, with what came out of it. */
export interface KnownText<Value> {
  readonly text: string;
  readonly json: unknown;
  readonly value: Value;
}

/** Operations that were read without a message, by name, with the JSON that they were read from. */
export type KnownOperations = ReadonlyMap<string, { readonly raw: RawOperation; readonly operation: Operation }>;

/** An operation with its examples, and what they were made from. */
export interface PrintedOperation {
  readonly written: unknown;
  readonly operation: Operation;
  /** Every shape that was asked for. */
  readonly seen: ReadonlyMap<ShapeId, Shape | undefined>;
  readonly result: Operation;
}

/** The shapes of a model as JSON. */
export type RawShapes = Readonly<Record<string, RawShape>>;

/** Shapes that were read before, and those of them that have to be read each time: they gave a message, or made another shape. */
export interface KnownShapes {
  readonly raw: RawShapes;
  readonly shapes: Record<ShapeId, Shape>;
  readonly anew: ReadonlySet<ShapeId>;
}

/** Made by whoever reads the states of a service one after the other; it changes what reading costs, and nothing else. */
export class ModelMemory {
  /** The JSON of the model, part by part. */
  parted: PartedJson | undefined;
  /** Rules of endpoints, and examples: few releases change them. */
  rules: KnownText<EndpointRules> | undefined;
  examples: KnownText<Readonly<Record<string, unknown>>> | undefined;
  operations: { readonly uid: string | undefined; readonly read: KnownOperations } = {
    uid: undefined,
    read: new Map(),
  };
  printed: ReadonlyMap<string, PrintedOperation> = new Map();
  shapes: KnownShapes = { raw: {}, shapes: {}, anew: new Set() };
}
