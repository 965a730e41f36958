/**
 * A since graph while it grows: nodes are linked as objects and have no numbers, so that unchanged ones stay untouched.
 */
import type { ShapeId } from '../../model/index.ts';
import type { Mark } from './mark.ts';
import type { SinceGraph, SinceNode, SinceOperation, Span } from './since-graph.ts';

/** A node, as in `SinceNode`. */
export interface LiveNode {
  type: string;
  ways?: Readonly<Record<string, LiveWay>>;
  values?: Readonly<Record<string, Mark>>;
  removedWays?: Readonly<Record<string, Span>>;
  removedValues?: Readonly<Record<string, Span>>;
  /** The shape that it was last made or grown from. */
  readonly shape?: ShapeId;
}

/** A link, as in `Way`. */
export interface LiveWay {
  readonly since: Mark;
  readonly to: LiveNode;
}

export interface LiveOperation extends Omit<SinceOperation, 'request' | 'response'> {
  readonly request?: LiveNode;
  readonly response?: LiveNode;
}

/** By name. */
export type LiveOperations = ReadonlyMap<string, LiveOperation>;

/** The graph as plain data. Numbers follow the operations, sorted by name, and then the links from them. */
export function plainGraph(operations: LiveOperations): SinceGraph {
  const nodes: SinceNode[] = [];
  const numbers = new Map<LiveNode, number>();
  const numberOf = (node: LiveNode) => {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    numbers.set(node, numbers.size);
    return numbers.size - 1;
  };
  const sorted = [...operations].sort(([a], [b]) => (a < b ? -1 : 1));
  const plain = sorted.map(([name, { request, response, errors, removedErrors, since }]) => {
    const operation: SinceOperation = {
      since,
      ...(request === undefined ? {} : { request: numberOf(request) }),
      ...(response === undefined ? {} : { response: numberOf(response) }),
      ...(errors === undefined ? {} : { errors }),
      ...(removedErrors === undefined ? {} : { removedErrors }),
    };
    return [name, operation] as const;
  });
  // The map grows while this loop reads it.
  for (const { shape: _, ways, type, ...rest } of numbers.keys()) {
    const numbered = Object.entries(ways ?? {}).map(
      ([step, { since, to }]) => [step, { since, to: numberOf(to) }] as const,
    );
    nodes.push({ type, ...(ways === undefined ? {} : { ways: Object.fromEntries(numbered) }), ...rest });
  }
  return { operations: Object.fromEntries(plain), nodes };
}

/** The nodes of a graph that is plain data. */
export function liveOperations({ operations, nodes }: SinceGraph): LiveOperations {
  const live = nodes.map(({ type }): LiveNode => ({ type }));
  const at = (number: number) => live[number] ?? { type: '?' };
  for (const [index, { ways, values, removedWays, removedValues }] of nodes.entries()) {
    const node = at(index);
    if (ways !== undefined)
      node.ways = Object.fromEntries(
        Object.entries(ways).map(([step, { since, to }]) => [step, { since, to: at(to) }]),
      );
    if (values !== undefined) node.values = values;
    if (removedWays !== undefined) node.removedWays = removedWays;
    if (removedValues !== undefined) node.removedValues = removedValues;
  }
  return new Map(
    Object.entries(operations).map(([name, { request, response, ...rest }]): [string, LiveOperation] => [
      name,
      {
        ...rest,
        ...(request === undefined ? {} : { request: at(request) }),
        ...(response === undefined ? {} : { response: at(response) }),
      },
    ]),
  );
}
