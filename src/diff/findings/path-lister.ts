/** Turns findings at pairs of shapes into places: one for every path from a request or response that leads there. */
import { type Direction, pathOf, stepInto } from '../../model/index.ts';
import type { PairNode } from '../compare/shape-walk.ts';
import type { Finding, Reference } from './finding.ts';

/** A finding seen at one path. */
export interface SeenFinding {
  readonly finding: Finding;
  readonly node: PairNode;
  readonly operation: string;
  readonly direction: Direction;
  readonly path: string;
  /** The members just before the shape on the path; undefined at the top. */
  readonly reference: Reference | undefined;
}

/** How much of the paths is followed. */
export interface PathLimits {
  /** The greatest number of paths that are followed: beyond it the count itself says enough. */
  readonly followed: number;
  /** The greatest number of unfinished paths: shapes that all refer to each other would otherwise fill the memory. */
  readonly underWay: number;
}

const usualLimits: PathLimits = { followed: 400_000, underWay: 1_000_000 };

/** One step of a path that is being followed; the chain to the root is its stack. */
interface Trail {
  readonly node: PairNode;
  readonly step: string;
  readonly reference: Reference | undefined;
  readonly parent: Trail | null;
}

/**
 * Follows the paths of a root breadth-first, shortest first. `listed` limits the number of places of one finding.
 * `once`: only the first place of each finding is needed, and the others are not counted.
 */
export class PathLister {
  readonly #listed: number;
  readonly #once: Set<PairNode> | undefined;
  readonly #limits: PathLimits;
  readonly #counts = new Map<Finding, number>();
  readonly #places: SeenFinding[] = [];

  constructor(listed: number, once = false, limits = usualLimits) {
    this.#listed = listed;
    this.#limits = limits;
    this.#once = once ? new Set() : undefined;
  }

  /** Every place of every finding, in no order. */
  get places(): readonly SeenFinding[] {
    return this.#places;
  }

  /** The number of places of a finding that are not listed. */
  unlisted(finding: Finding): number {
    return Math.max(0, (this.#counts.get(finding) ?? 0) - this.#listed);
  }

  /** Follows every path from a root that leads to a finding. A path ends at a shape that contains itself. */
  add(root: PairNode, operation: string, direction: Direction): void {
    if (!root.dirty) return;
    let layer: Trail[] = [{ node: root, step: '', reference: undefined, parent: null }];
    let followed = 0;
    let isCut = false;
    while (layer.length > 0 && followed < this.#limits.followed) {
      const next: Trail[] = [];
      for (const trail of layer) {
        if (this.#once?.has(trail.node) === true) continue;
        this.#once?.add(trail.node);
        followed++;
        for (const finding of trail.node.findings) this.#place(trail, finding, operation, direction);
        for (const { step, node, reference } of trail.node.edges) {
          if (!node.dirty || repeats(trail, node)) continue;
          if (next.length >= this.#limits.underWay) {
            isCut = true;
            continue;
          }
          next.push({ node, step, reference, parent: trail });
        }
      }
      layer = next;
    }
    if (isCut || layer.length > 0) this.#placeTheRest(root, operation, direction);
  }

  /**
   * If there are too many paths to follow, each finding that no path has reached gets a place on the shortest path to
   * it.
   */
  #placeTheRest(root: PairNode, operation: string, direction: Direction): void {
    const seen = new Set([root]);
    let layer: Trail[] = [{ node: root, step: '', reference: undefined, parent: null }];
    while (layer.length > 0) {
      const next: Trail[] = [];
      for (const trail of layer) {
        for (const finding of trail.node.findings)
          if (!this.#counts.has(finding)) this.#place(trail, finding, operation, direction);
        for (const { step, node, reference } of trail.node.edges) {
          if (!node.dirty || seen.has(node)) continue;
          seen.add(node);
          next.push({ node, step, reference, parent: trail });
        }
      }
      layer = next;
    }
  }

  #place(trail: Trail, finding: Finding, operation: string, direction: Direction): void {
    const depth = trail.parent === null || (trail.parent.parent === null && finding.step === null) ? 'top' : 'below';
    if (finding.rule.depth !== undefined && finding.rule.depth !== depth) return;
    const count = (this.#counts.get(finding) ?? 0) + 1;
    this.#counts.set(finding, count);
    if (count > this.#listed) return;
    const path = pathOfTrail(trail);
    this.#places.push({
      finding,
      node: trail.node,
      operation,
      direction,
      path: finding.step === null ? path : stepInto(path, finding.step),
      reference: finding.step === null ? trail.reference : undefined,
    });
  }
}

/**
 * Whether a shape is already on the path. Findings at the repeated shape itself, an enum or a type, are still seen
 * there; only its content is not. A shape without content never repeats.
 */
function repeats(trail: Trail, node: PairNode): boolean {
  if (!node.inside) return false;
  for (let at: Trail | null = trail; at !== null; at = at.parent) {
    if (at.node.oldId === node.oldId || at.node.newId === node.newId) return true;
  }
  return false;
}

function pathOfTrail(trail: Trail): string {
  const steps: string[] = [];
  for (let at: Trail | null = trail; at !== null && at.parent !== null; at = at.parent) steps.push(at.step);
  return pathOf(steps.reverse());
}
