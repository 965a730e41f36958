/** Shapes that two states of a service have in common, with all that they reach: there is nothing to compare in them. */
import { hasMembers, type Member, type Operation, type Shape, type ShapeId } from '../model/index.ts';
import { surelySame } from './prose-reader.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

/** What is different between two values: nothing, only descriptions, or more. */
type Difference = 'none' | 'words' | 'more';

let last: Unchanged | undefined;

/** What two tables of shapes have in common. The last two are remembered: the same pair is asked about more than once. */
export function unchangedBetween(before: Shapes, after: Shapes): Unchanged {
  if (last === undefined || !last.isBetween(before, after)) last = new Unchanged(before, after);
  return last;
}

/**
 * Most of a release is what was there before. Each shape is held against its namesake once; a shape counts as unchanged
 * where it and everything below it say the same on both sides. What is called changed here may still turn out equal:
 * this only saves work, and never hides a difference. `documentation`: whether descriptions count.
 */
export class Unchanged {
  readonly #before: Shapes;
  readonly #after: Shapes;
  /** The older side of an operation and what is different, by the newer side. */
  readonly #operations = new Map<Operation, { readonly before: Operation; readonly difference: Difference }>();
  #changed: { readonly inMore: ReadonlySet<ShapeId>; readonly inAnything: ReadonlySet<ShapeId> } | undefined;

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
    this.#changed ??= this.#findChanged();
    return !(documentation ? this.#changed.inAnything : this.#changed.inMore).has(newId);
  }

  /** Whether an operation, with everything that it sends, receives and fails with, is equal. */
  hasOperation(before: Operation, after: Operation, documentation: boolean): boolean {
    const hasRoot = (id: ShapeId | null | undefined) =>
      id === null || id === undefined || this.has(id, id, documentation);
    let known = this.#operations.get(after);
    if (known?.before !== before) {
      known = { before, difference: differenceOf(before, after) };
      this.#operations.set(after, known);
    }
    const { difference } = known;
    return (
      (difference === 'none' || (difference === 'words' && !documentation)) &&
      hasRoot(after.request) &&
      hasRoot(after.response) &&
      (after.errors ?? []).every(({ target }) => hasRoot(target))
    );
  }

  #findChanged() {
    const inMore = new Set<ShapeId>();
    const inAnything = new Set<ShapeId>();
    const users = new Map<ShapeId, ShapeId[]>();
    for (const id in this.#before) if (this.#after[id] === undefined) inMore.add(id);
    for (const id in this.#after) {
      const [before, after] = [this.#before[id], this.#after[id] as Shape];
      const difference = before === undefined ? 'more' : differenceOf(before, after);
      if (difference === 'more') inMore.add(id);
      else if (difference === 'words') inAnything.add(id);
      for (const { target } of waysOn(after)) {
        const all = users.get(target);
        if (all === undefined) users.set(target, [id]);
        else if (all.at(-1) !== id) all.push(id);
      }
    }
    for (const id of inMore) inAnything.add(id);
    // What leads to something changed is changed. A way that only the older side has belongs to a changed shape already.
    for (const changed of [inMore, inAnything])
      for (const id of changed) for (const user of users.get(id) ?? []) changed.add(user);
    return { inMore, inAnything };
  }
}

function waysOn(shape: Shape): readonly Member[] {
  if (hasMembers(shape)) return shape.members;
  if (shape.kind === 'list') return [shape.member];
  return shape.kind === 'map' ? [shape.key, shape.value] : [];
}

/** Holds plain data against each other. Descriptions are equal only where that is plain without reading them. */
function differenceOf(a: unknown, b: unknown): Difference {
  if (a === b) return 'none';
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return 'more';
  let found: Difference = 'none';
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return 'more';
    for (let at = 0; at < a.length; at++) {
      const difference = differenceOf(a[at], b[at]);
      if (difference === 'more') return 'more';
      if (difference === 'words') found = 'words';
    }
    return found;
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in one) {
    if (key === 'documentation') {
      if (!surelySame(one[key] as never, other[key] as never)) found = 'words';
      continue;
    }
    const difference = differenceOf(one[key], other[key]);
    if (difference === 'more') return 'more';
    if (difference === 'words') found = 'words';
  }
  for (const key in other) {
    if (key in one) continue;
    if (key !== 'documentation') return 'more';
    found = 'words';
  }
  return found;
}
