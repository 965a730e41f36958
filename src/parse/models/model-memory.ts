/**
 * The memory of the model that was read last: in a history, most of the next model is the same as in the previous
 * release.
 */
import type { EndpointRules, Operation, Shape, ShapeId } from '../../model/index.ts';
import { isRawModel, type RawOperation, type RawShape } from './botocore.ts';
import { parseExactly } from './exact-json.ts';
import type { PartedJson } from './json-parts.ts';

/** A text that was read before, with its result. */
export interface KnownText<Value> {
  readonly text: string;
  readonly json: unknown;
  readonly value: Value;
}

/** Operations that were read without a message, by name, with their JSON. */
export type KnownOperations = ReadonlyMap<string, { readonly raw: RawOperation; readonly operation: Operation }>;

/** An operation with its examples, and the values that they were printed from. */
export interface PrintedOperation {
  readonly written: unknown;
  readonly operation: Operation;
  /** Every shape that the printer used. */
  readonly seen: ReadonlyMap<ShapeId, Shape | undefined>;
  readonly result: Operation;
}

/** The shapes of a model as JSON. */
export type RawShapes = Readonly<Record<string, RawShape>>;

/**
 * Shapes that were read before. `anew` names those that must be read each time: they gave a message, or created another
 * shape.
 */
export interface KnownShapes {
  readonly raw: RawShapes;
  readonly shapes: Record<ShapeId, Shape>;
  readonly anew: ReadonlySet<ShapeId>;
}

/** Created by a caller that reads the states of a service in order; it only makes reading faster. */
export class ModelMemory {
  /** The JSON of the model, part by part. */
  parted: PartedJson | undefined;
  /** Endpoint rules and examples: few releases change them. */
  rules: KnownText<EndpointRules> | undefined;
  examples: KnownText<Readonly<Record<string, unknown>>> | undefined;
  operations: { readonly uid: string | undefined; readonly read: KnownOperations } = {
    uid: undefined,
    read: new Map(),
  };
  printed: ReadonlyMap<string, PrintedOperation> = new Map();
  shapes: KnownShapes | undefined;
  #exact: { readonly text: string; readonly shapes: RawShapes } | undefined;

  /** The shape with all digits of its limits; the same shape if it is not of the text that was read last. */
  exactShape(name: string, raw: RawShape): RawShape {
    if (this.parted === undefined || !isRawModel(this.parted.value)) return raw;
    const { text, value: model } = this.parted;
    // A text in another layout is read without this memory, and may have a shape of that name, too.
    if (model.shapes?.[name] !== raw) return raw;
    if (this.#exact?.text !== text) {
      const value = parseExactly(text);
      this.#exact = { text, shapes: isRawModel(value) ? (value.shapes ?? {}) : {} };
    }
    return (Object.hasOwn(this.#exact.shapes, name) ? this.#exact.shapes[name] : undefined) ?? raw;
  }
}
