/** The since graph of a service, release by release. */
import { growNodes, type Unmoved } from './grow-nodes.ts';
import { type LiveOperations, liveOperations, plainGraph } from './live-nodes.ts';
import type { Mark } from './mark.ts';
import type { Shown, SinceGraph } from './since-graph.ts';
import { type MarkedPlace, markOperation, remark } from './since-marks.ts';

/** Grows by each release, and can be marked at single places. */
export class GrowingGraph {
  #operations: LiveOperations;
  /** Whether the graph is exactly what the last release showed. */
  #isShown = false;
  #plain: SinceGraph | undefined;

  constructor(graph: SinceGraph) {
    this.#operations = liveOperations(graph);
  }

  /** Grows by one more release. `unmoved` is called only if the graph is exactly what the release before showed. */
  grow(shown: Shown, unmoved?: Unmoved): void {
    const { operations, isShown } = growNodes(this.#operations, shown, this.#isShown ? unmoved : undefined);
    this.#operations = operations;
    this.#isShown = isShown;
    this.#plain = undefined;
  }

  has(operation: string): boolean {
    return this.#operations.has(operation);
  }

  /** Gives a field with all its content, or one of its values, another mark. */
  remark(place: MarkedPlace, mark: Mark): void {
    this.#take(remark(this.graph(), place, mark));
  }

  /** Gives an operation, with its whole request and response, another mark. */
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
