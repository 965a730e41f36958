/** Shapes that two states of a service have in common, with all that they reach: there is nothing to compare in them. */
import { type Operation, partsOf, type Shape, type ShapeId } from '../../model/index.ts';
import { surelySame } from './prose-reader.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

/**
 * Most of a release is what was there before. Each shape is held against its namesake once; a shape counts as unchanged
 * where it and everything below it say the same on both sides. What is called changed here may still turn out equal:
 * this only saves work, and never hides a difference. `documentation`: whether descriptions count.
 */
export class Unchanged {
  readonly #before: Shapes;
  readonly #after: Shapes;
  /** With and without descriptions: looked for when somebody asks. */
  readonly #changed: { words?: ReadonlySet<ShapeId>; facts?: ReadonlySet<ShapeId> } = {};
  readonly #sameFacts = new WeakMap<Operation, { readonly before: Operation; readonly same: boolean }>();

  constructor(before: Shapes, after: Shapes) {
    this.#before = before;
    this.#after = after;
  }

  isBetween(before: Shapes, after: Shapes): boolean {
    return this.#before === before && this.#after === after;
  }

  /** Whether a pair of shapes, and every pair below it, is equal. */
  has(oldId: ShapeId, newId: ShapeId, documentation: boolean): boolean {
    if (oldId !== newId) return false;
    const which = documentation ? 'words' : 'facts';
    this.#changed[which] ??= this.#findChanged(documentation);
    return !this.#changed[which].has(newId);
  }

  /** Whether an operation, with everything that it sends, receives and fails with, is equal. */
  hasOperation(before: Operation, after: Operation, documentation: boolean): boolean {
    const hasRoot = (id: ShapeId | null | undefined) =>
      id === null || id === undefined || this.has(id, id, documentation);
    return (
      this.#hasSameFacts(before, after) &&
      (!documentation || isSame(before, after, true)) &&
      hasRoot(after.request) &&
      hasRoot(after.response) &&
      (after.errors ?? []).every(({ target }) => hasRoot(target))
    );
  }

  #hasSameFacts(before: Operation, after: Operation): boolean {
    let known = this.#sameFacts.get(after);
    if (known?.before !== before) {
      known = { before, same: isSame(before, after, false) };
      this.#sameFacts.set(after, known);
    }
    return known.same;
  }

  #findChanged(documentation: boolean): ReadonlySet<ShapeId> {
    const changed = new Set<ShapeId>(documentation ? this.#changed.facts : []);
    const users = new Map<ShapeId, ShapeId[]>();
    for (const id in this.#before) if (this.#after[id] === undefined) changed.add(id);
    for (const id in this.#after) {
      const [before, after] = [this.#before[id], this.#after[id] as Shape];
      if (before === undefined || (!changed.has(id) && !isSame(before, after, documentation))) changed.add(id);
      for (const { target } of partsOf(after)) {
        const all = users.get(target);
        if (all === undefined) users.set(target, [id]);
        else if (all.at(-1) !== id) all.push(id);
      }
    }
    // What leads to something changed is changed. A way that only the older side has belongs to a changed shape already.
    for (const id of changed) for (const user of users.get(id) ?? []) changed.add(user);
    return changed;
  }
}

/** Deep equality of plain data. Descriptions are equal only where that is plain without reading them. */
function isSame(a: unknown, b: unknown, documentation: boolean): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let at = 0; at < a.length; at++) if (!isSame(a[at], b[at], documentation)) return false;
    return true;
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in one) {
    if (key === 'documentation') {
      if (documentation && !surelySame(one[key] as never, other[key] as never)) return false;
    } else if (!isSame(one[key], other[key], documentation)) return false;
  }
  for (const key in other) if (!(key in one) && (documentation || key !== 'documentation')) return false;
  return true;
}
