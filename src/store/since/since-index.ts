/** Answers "since when" and "from when to when" for readers: turns marks of the graph into releases. */

import type { Lifespan, Release, RemovedPart, Since, SinceIndex } from '../types.ts';
import type { Mark } from './mark.ts';
import type { SinceGraph, Span } from './since-graph.ts';
import { markAt, type RemovedSpan, removedBelow, removedErrors, removedSpanAt } from './since-marks.ts';

type ReleaseOf = (id: string) => Release | null;

/** The answers for one service. `mark` is the mark of the service itself. */
export function sinceIndexOf(graph: SinceGraph, mark: Mark | null, releaseOf: ReleaseOf): SinceIndex {
  const since = (at: Mark | undefined) => sinceOf(at, releaseOf);
  const lifespan = (span: Span | undefined): Lifespan | null => {
    const removedIn = since(span?.removedIn);
    return removedIn === null ? null : { since: since(span?.since), removedIn };
  };
  const withReleases = (parts: readonly RemovedSpan[]): readonly RemovedPart[] =>
    parts.flatMap(({ span, ...part }) => {
      const life = lifespan(span);
      return life === null ? [] : [{ ...part, ...life }];
    });
  return {
    service: since(mark ?? undefined),
    operation: (name) => since(graph.operations[name]?.since),
    field: (operation, direction, path) => since(markAt(graph, { operation, direction, path })),
    enumValue: (operation, direction, path, value) => since(markAt(graph, { operation, direction, path, value })),
    error: (operation, name) => since(graph.operations[operation]?.errors?.[name]),
    removedField: (operation, direction, path) => lifespan(removedSpanAt(graph, operation, direction, path)),
    removedParts: (operation) => [
      ...withReleases(removedErrors(graph, operation)),
      ...withReleases(removedBelow(graph, operation, 'request', '')),
      ...withReleases(removedBelow(graph, operation, 'response', '')),
    ],
    removedBelow: (operation, direction, path) => withReleases(removedBelow(graph, operation, direction, path)),
    start: (operation, direction) => graph.operations[operation]?.[direction] ?? null,
    next: (from, step) => {
      const way = graph.nodes[from]?.ways?.[step];
      return way === undefined ? null : { since: since(way.since), to: way.to };
    },
  };
}

/** The meaning of a mark: a release, or that release or an earlier one. */
export function sinceOf(mark: Mark | undefined, releaseOf: ReleaseOf): Since | null {
  if (mark === undefined) return null;
  const release = releaseOf(mark.release);
  return release === null ? null : { release, orEarlier: mark.orEarlier };
}
