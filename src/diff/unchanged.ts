/** Shapes that two states of a service have in common, with all that they reach: there is nothing to compare in them. */
import { hasMembers, type Member, type Operation, type Shape, type ShapeId } from '../model/index.ts';
import { surelySame } from './prose-reader.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

/**
 * Most of a release is what was there before. Each shape is held against its namesake once; a shape counts as unchanged
 * where it and everything below it say the same on both sides. What is called changed here may still turn out equal:
 * this only saves work, and never hides a difference.
 */
export class Unchanged {
  readonly #before: Shapes;
  readonly #after: Shapes;
  readonly #documentation: boolean;
  #changed: ReadonlySet<ShapeId> | undefined;

  /** `documentation`: whether descriptions count. */
  constructor(before: Shapes, after: Shapes, documentation: boolean) {
    this.#before = before;
    this.#after = after;
    this.#documentation = documentation;
  }

  /** Whether a pair of shapes, and every pair below it, is equal. */
  has(oldId: ShapeId, newId: ShapeId): boolean {
    if (oldId !== newId) return false;
    this.#changed ??= this.#findChanged();
    return !this.#changed.has(newId);
  }

  /** Whether an operation, with everything that it sends, receives and fails with, is equal. */
  hasOperation(before: Operation, after: Operation): boolean {
    return (
      sameValue(before, after, this.#documentation) &&
      this.#hasRoot(after.request) &&
      this.#hasRoot(after.response) &&
      (after.errors ?? []).every(({ target }) => this.#hasRoot(target))
    );
  }

  #hasRoot(id: ShapeId | null | undefined): boolean {
    return id === null || id === undefined || this.has(id, id);
  }

  #findChanged(): ReadonlySet<ShapeId> {
    const changed = new Set<ShapeId>();
    const users = new Map<ShapeId, ShapeId[]>();
    for (const id in this.#before) if (this.#after[id] === undefined) changed.add(id);
    for (const id in this.#after) {
      const [before, after] = [this.#before[id], this.#after[id] as Shape];
      if (before === undefined || !sameShape(before, after, this.#documentation)) changed.add(id);
      for (const { target } of waysOn(after)) {
        const known = users.get(target);
        if (known === undefined) users.set(target, [id]);
        else if (known.at(-1) !== id) known.push(id);
      }
    }
    // What leads to something changed is changed. A way that only the older side has belongs to a changed shape already.
    for (const id of changed) for (const user of users.get(id) ?? []) changed.add(user);
    return changed;
  }
}

function waysOn(shape: Shape): readonly Member[] {
  if (hasMembers(shape)) return shape.members;
  if (shape.kind === 'list') return [shape.member];
  return shape.kind === 'map' ? [shape.key, shape.value] : [];
}

function sameShape(a: Shape, b: Shape, documentation: boolean): boolean {
  return a === b || (a.kind === b.kind && sameValue(a, b, documentation));
}

/** Deep equality of plain data. Descriptions are equal only where that is plain without reading them. */
function sameValue(a: unknown, b: unknown, documentation: boolean): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let at = 0; at < a.length; at++) if (!sameValue(a[at], b[at], documentation)) return false;
    return true;
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in one) {
    if (key === 'documentation') {
      if (documentation && !surelySame(one[key] as never, other[key] as never)) return false;
    } else if (!sameValue(one[key], other[key], documentation)) return false;
  }
  for (const key in other) if (!(key in one) && (documentation || key !== 'documentation')) return false;
  return true;
}
