/** Reads single marks from a stored graph. A search asks for a few of its thousands, and unpacking all takes longer. */
import { splitPath } from '../../model/index.ts';
import { type Mark, unpackMark } from './mark.ts';
import type { PackedGraph } from './packed-graph.ts';
import type { MarkedPlace } from './since-marks.ts';

/** The mark of an operation; undefined if the graph does not know it. */
export function storedMarkOf({ operations }: PackedGraph, operation: string): Mark | undefined {
  const since = own(operations, operation)?.since;
  return since === undefined ? undefined : unpackMark(since);
}

/** The mark of a field, or of one of its values; undefined if the graph does not know it. */
export function storedMarkAt(
  { operations, nodes }: PackedGraph,
  { operation, direction, path, value }: MarkedPlace,
): Mark | undefined {
  let at = own(operations, operation)?.[direction];
  let mark: string | undefined;
  for (const step of splitPath(path)) [mark, at] = own(nodes[at ?? -1]?.ways, step) ?? [];
  if (value !== undefined) mark = own(nodes[at ?? -1]?.values, value);
  return mark === undefined ? undefined : unpackMark(mark);
}

/** Names come from sources: one of them may be `constructor`. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
