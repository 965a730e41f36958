/** Which shapes refer to a shape: updated from state to state, so that only changed shapes are read again. */
import { partsOf, type Shape, type ShapeId } from '../../model/index.ts';

/** The users of every shape of one table. */
export class ShapeUsers {
  readonly #users = new Map<ShapeId, Set<ShapeId>>();

  constructor(shapes: Readonly<Record<ShapeId, Shape>>) {
    for (const id in shapes) this.replace(id, undefined, shapes[id]);
  }

  /** The shapes that have a part of this one. */
  of(id: ShapeId): Iterable<ShapeId> {
    return this.#users.get(id) ?? [];
  }

  /** Replaces a shape; undefined means that it does not exist on that side. */
  replace(id: ShapeId, before: Shape | undefined, after: Shape | undefined): void {
    if (before !== undefined) for (const { target } of partsOf(before)) this.#users.get(target)?.delete(id);
    if (after === undefined) return;
    for (const { target } of partsOf(after)) {
      const all = this.#users.get(target);
      if (all === undefined) this.#users.set(target, new Set([id]));
      else all.add(id);
    }
  }
}
