/**
 * Types that only have another name: callers through an SDK, and requests on the wire, never contain the names of
 * types.
 */
import { stepInto } from '../../model/index.ts';
import type { PairNode } from './shape-walk.ts';

/** Why it is not a change. */
export const renamedType = 'the type has another name and is the same';

/** A type that was renamed, and the shortest path that leads to it. */
export interface RenamedType {
  readonly before: string;
  readonly after: string;
  readonly operation: string;
  readonly path: string;
}

/** A request or response on both sides. */
export interface Root {
  readonly node: PairNode;
  readonly operation: string;
}

/** Whether two ids have different names; the part after `~` only separates shapes of one name. */
export function areOtherNames(oldId: string, newId: string): boolean {
  return oldId !== newId && !oldId.startsWith('~') && !newId.startsWith('~') && nameOf(oldId) !== nameOf(newId);
}

/** The renamed types, each once, breadth-first from the first root that leads to it. */
export function renamedTypes(roots: readonly Root[]): readonly RenamedType[] {
  const found = new Map<string, RenamedType>();
  const seen = new Set<PairNode>();
  for (const { node: root, operation } of roots) {
    let layer = [{ node: root, path: '' }];
    while (layer.length > 0) {
      const next: typeof layer = [];
      for (const { node, path } of layer) {
        if (seen.has(node)) continue;
        seen.add(node);
        const [before, after] = [nameOf(node.oldId), nameOf(node.newId)];
        const key = `${before}\n${after}`;
        if (node.isRenamed && !node.dirty && !found.has(key)) found.set(key, { before, after, operation, path });
        // The order does not depend on which side is the old one.
        const edges = node.edges.toSorted((a, b) => (a.step < b.step ? -1 : 1));
        for (const { step, node: child } of edges) next.push({ node: child, path: stepInto(path, step) });
      }
      layer = next;
    }
  }
  return [...found.values()];
}

const nameOf = (id: string) => id.replace(/~.*$/, '');
