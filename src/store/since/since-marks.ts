/** Reads and sets single marks of a since graph, by path. */
import { type Direction, splitPath, stepInto } from '../../model/index.ts';
import type { Mark } from './mark.ts';
import type { SinceGraph, SinceNode, Span } from './since-graph.ts';

/** A field of an operation, or one of its values. */
export interface MarkedPlace {
  readonly operation: string;
  readonly direction: Direction;
  readonly path: string;
  readonly value?: string | undefined;
}

/** The mark of a field, or of one of its values; undefined if the graph does not know it. */
export function markAt(graph: SinceGraph, { operation, direction, path, value }: MarkedPlace): Mark | undefined {
  const root = graph.operations[operation]?.[direction];
  let node = root === undefined ? undefined : graph.nodes[root];
  let mark: Mark | undefined;
  for (const step of splitPath(path)) {
    const next = node?.ways?.[step];
    if (next === undefined) return undefined;
    mark = next.since;
    node = graph.nodes[next.to];
  }
  return value === undefined ? mark : node?.values?.[value];
}

/** A removed part of an operation. `value`: of the enum at the path, or an error, which has no direction. */
export interface RemovedSpan {
  readonly direction: Direction | null;
  readonly path: string;
  readonly value: string | null;
  readonly span: Span;
}

/** When a field existed that was removed, alone or with its parent; undefined if it exists now, or never existed. */
export function removedSpanAt(
  graph: SinceGraph,
  operation: string,
  direction: Direction,
  path: string,
): Span | undefined {
  let node = graph.nodes[graph.operations[operation]?.[direction] ?? -1];
  for (const step of splitPath(path)) {
    const next = node?.ways?.[step];
    if (next === undefined) return node?.removedWays?.[step];
    node = graph.nodes[next.to];
  }
  return undefined;
}

/** The greatest number of removed parts that are listed for one operation. */
const maxRemoved = 500;

/** The errors that an operation lost. */
export function removedErrors(graph: SinceGraph, operation: string): readonly RemovedSpan[] {
  return Object.entries(graph.operations[operation]?.removedErrors ?? {}).map(([value, span]) => ({
    ...{ direction: null, path: '', value, span },
  }));
}

/** All removed parts of a request or response, or below one of its fields, each at its shortest path, up to a limit. */
export function removedBelow(
  graph: SinceGraph,
  operation: string,
  direction: Direction,
  from: string,
): readonly RemovedSpan[] {
  let root = graph.operations[operation]?.[direction];
  for (const step of splitPath(from)) root = root === undefined ? undefined : graph.nodes[root]?.ways?.[step]?.to;
  if (root === undefined) return [];
  const found: RemovedSpan[] = [];
  const seen = new Set([root]);
  let layer = [{ at: root, path: from }];
  while (layer.length > 0 && found.length < maxRemoved) {
    const next: typeof layer = [];
    for (const { at, path } of layer) {
      const node = graph.nodes[at];
      for (const [step, span] of Object.entries(node?.removedWays ?? {}))
        found.push({ direction, path: stepInto(path, step), value: null, span });
      for (const [value, span] of Object.entries(node?.removedValues ?? {}))
        found.push({ direction, path, value, span });
      for (const [step, { to }] of Object.entries(node?.ways ?? {})) {
        if (seen.has(to)) continue;
        seen.add(to);
        next.push({ at: to, path: stepInto(path, step) });
      }
    }
    layer = next;
  }
  return found;
}

/**
 * The graph with another mark for one field and all its content, or for one of its values. Only the nodes on the way
 * are copied.
 */
export function remark(graph: SinceGraph, { operation, direction, path, value }: MarkedPlace, mark: Mark): SinceGraph {
  const entry = graph.operations[operation];
  const root = entry?.[direction];
  if (entry === undefined || root === undefined) return graph;
  const nodes = [...graph.nodes];
  const copyAll = (root: number): number => {
    const copied = new Map<number, number>();
    const copy = (at: number): number => {
      const known = copied.get(at);
      if (known !== undefined) return known;
      const to = nodes.push(nodes[at] as SinceNode) - 1;
      copied.set(at, to);
      return to;
    };
    const first = copy(root);
    // The map grows while this loop reads it.
    for (const to of copied.values()) {
      const node = nodes[to] as SinceNode;
      const values =
        node.values === undefined
          ? {}
          : { values: Object.fromEntries(Object.keys(node.values).map((one) => [one, mark])) };
      const ways = Object.entries(node.ways ?? {}).map(
        ([step, way]) => [step, { since: mark, to: copy(way.to) }] as const,
      );
      nodes[to] = { ...node, ...values, ...(node.ways === undefined ? {} : { ways: Object.fromEntries(ways) }) };
    }
    return first;
  };
  const along = (at: number, steps: readonly string[]): number => {
    const node = nodes[at] as SinceNode;
    const [step, ...rest] = steps;
    if (step === undefined)
      return value === undefined ? at : nodes.push({ ...node, values: { ...node.values, [value]: mark } }) - 1;
    const next = node.ways?.[step];
    if (next === undefined) return at;
    const isField = rest.length === 0 && value === undefined;
    const child = isField ? copyAll(next.to) : along(next.to, rest);
    return (
      nodes.push({ ...node, ways: { ...node.ways, [step]: { since: isField ? mark : next.since, to: child } } }) - 1
    );
  };
  const at = along(root, splitPath(path));
  return { operations: { ...graph.operations, [operation]: { ...entry, [direction]: at } }, nodes };
}

/** The graph with another mark for an operation and all content of its request and response. */
export function markOperation(graph: SinceGraph, operation: string, mark: Mark): SinceGraph {
  const entry = graph.operations[operation];
  if (entry === undefined) return graph;
  let grown: SinceGraph = { ...graph, operations: { ...graph.operations, [operation]: { ...entry, since: mark } } };
  for (const direction of ['request', 'response'] as const) {
    const root = entry[direction];
    const node = root === undefined ? undefined : graph.nodes[root];
    for (const step of Object.keys(node?.ways ?? {})) grown = remark(grown, { operation, direction, path: step }, mark);
  }
  return grown;
}
