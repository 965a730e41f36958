/** The since graph of a service, release by release. */
import { growNodes, type Unmoved } from './grow-nodes.ts';
import { type LiveOperations, liveOperations, plainGraph } from './live-nodes.ts';
import type { Mark } from './mark.ts';
import type { Shown, SinceGraph } from './since-graph.ts';
import { type MarkedPlace, markOperation, remark } from './since-marks.ts';

/** Grows by what a release shows, and can be marked in single places. */
export class GrowingGraph {
  #operations: LiveOperations;
  /** Whether all of it is what the last release showed. */
  #isShown = false;
  #plain: SinceGraph | undefined;

  constructor(graph: SinceGraph) {
    this.#operations = liveOperations(graph);
  }

  /** Grows by one more release. `unmoved` is asked where the graph is what the release before showed, and nothing else. */
  grow(shown: Shown, unmoved?: Unmoved): void {
    const { operations, isShown } = growNodes(this.#operations, shown, this.#isShown ? unmoved : undefined);
    this.#operations = operations;
    this.#isShown = isShown;
    this.#plain = undefined;
  }

  has(operation: string): boolean {
    return this.#operations.has(operation);
  }

  /** Marks a field, and all in it, or one value of it, again. */
  remark(place: MarkedPlace, mark: Mark): void {
    this.#take(remark(this.graph(), place, mark));
  }

  /** Marks an operation, and all in its request and response, again. */
  markOperation(operation: string, mark: Mark): void {
    this.#take(markOperation(this.graph(), operation, mark));
  }

  /** The graph as plain data. */
  graph(): SinceGraph {
    this.#plain ??= plainGraph(this.#operations);
    return this.#plain;
  }

  #take(graph: SinceGraph): void {
    this.#operations = liveOperations(graph);
    this.#isShown = false;
    this.#plain = undefined;
  }
}
