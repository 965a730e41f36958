/** A since graph in its stored form: marks are short texts, and values that belong together are pairs. */
import { type Mark, type PackedMark, packMark, unpackMark } from './mark.ts';
import type { SinceGraph, SinceNode, SinceOperation, Span, Way } from './since-graph.ts';

type PackedRecord<T> = Readonly<Record<string, T>>;
type PackedWay = readonly [since: PackedMark, to: number];
type PackedSpan = readonly [since: PackedMark, removedIn: PackedMark];

interface PackedNode {
  readonly type: string;
  readonly ways?: PackedRecord<PackedWay>;
  readonly values?: PackedRecord<PackedMark>;
  readonly removedWays?: PackedRecord<PackedSpan>;
  readonly removedValues?: PackedRecord<PackedSpan>;
}

interface PackedOperation {
  readonly since: PackedMark;
  readonly request?: number;
  readonly response?: number;
  readonly errors?: PackedRecord<PackedMark>;
  readonly removedErrors?: PackedRecord<PackedSpan>;
}

/** The stored form. The order of its keys matters: a graph is found by the hash of its text. */
export interface PackedGraph {
  readonly operations: PackedRecord<PackedOperation>;
  readonly nodes: readonly PackedNode[];
}

/** Turns a graph into its stored form. */
export function packGraph({ operations, nodes }: SinceGraph): PackedGraph {
  return {
    operations: mapped(operations, ({ since, request, response, errors, removedErrors }) => ({
      since: packMark(since),
      ...(request === undefined ? {} : { request }),
      ...(response === undefined ? {} : { response }),
      ...(errors === undefined ? {} : { errors: mapped(errors, packMark) }),
      ...(removedErrors === undefined ? {} : { removedErrors: mapped(removedErrors, packSpan) }),
    })),
    nodes: nodes.map(({ type, ways, values, removedWays, removedValues }) => ({
      type,
      ...(ways === undefined ? {} : { ways: mapped(ways, packWay) }),
      ...(values === undefined ? {} : { values: mapped(values, packMark) }),
      ...(removedWays === undefined ? {} : { removedWays: mapped(removedWays, packSpan) }),
      ...(removedValues === undefined ? {} : { removedValues: mapped(removedValues, packSpan) }),
    })),
  };
}

/** Reads a graph from its stored form. */
export function unpackGraph({ operations, nodes }: PackedGraph): SinceGraph {
  // Thousands of places have the mark of the same release: they share one object.
  const known = new Map<PackedMark, Mark>();
  const unpack = (text: PackedMark): Mark => {
    const mark = known.get(text) ?? unpackMark(text);
    known.set(text, mark);
    return mark;
  };
  const unpackWay = ([since, to]: PackedWay): Way => ({ since: unpack(since), to });
  const unpackSpan = ([since, removedIn]: PackedSpan): Span => ({ since: unpack(since), removedIn: unpack(removedIn) });
  return {
    operations: mapped(
      operations,
      ({ since, request, response, errors, removedErrors }): SinceOperation => ({
        since: unpack(since),
        ...(request === undefined ? {} : { request }),
        ...(response === undefined ? {} : { response }),
        ...(errors === undefined ? {} : { errors: mapped(errors, unpack) }),
        ...(removedErrors === undefined ? {} : { removedErrors: mapped(removedErrors, unpackSpan) }),
      }),
    ),
    nodes: nodes.map(
      ({ type, ways, values, removedWays, removedValues }): SinceNode => ({
        type,
        ...(ways === undefined ? {} : { ways: mapped(ways, unpackWay) }),
        ...(values === undefined ? {} : { values: mapped(values, unpack) }),
        ...(removedWays === undefined ? {} : { removedWays: mapped(removedWays, unpackSpan) }),
        ...(removedValues === undefined ? {} : { removedValues: mapped(removedValues, unpackSpan) }),
      }),
    ),
  };
}

function packWay({ since, to }: Way): PackedWay {
  return [packMark(since), to];
}

function packSpan({ since, removedIn }: Span): PackedSpan {
  return [packMark(since), packMark(removedIn)];
}

/** A record with other values. Names come from sources: one of them may be `__proto__`. */
function mapped<T, R>(record: Readonly<Record<string, T>>, of: (value: T) => R): Readonly<Record<string, R>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, of(value)]));
}
