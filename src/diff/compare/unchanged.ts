/** Shapes that are equal in two states of a service, with everything that they reach: they need no comparison. */
import type { Operation, Shape, ShapeId } from '../../model/index.ts';
import { surelySame } from './prose-reader.ts';
import { ShapeUsers } from './shape-users.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

/**
 * Most of a release is unchanged. Each shape is compared once with the shape of the same name; it is unchanged if it
 * and everything below it are equal on both sides. A shape that counts as changed here may still be equal: this only
 * saves work, and never hides a difference. `documentation`: whether descriptions count.
 */
export class Unchanged {
  readonly #before: Shapes;
  readonly #after: Shapes;
  /** With and without descriptions: computed on demand. */
  readonly #changed: { words?: ReadonlySet<ShapeId>; facts?: ReadonlySet<ShapeId> } = {};
  readonly #sameFacts = new WeakMap<Operation, { readonly before: Operation; readonly same: boolean }>();
  /** Shapes that are not the same object on both sides. */
  #others: readonly ShapeId[] | undefined;
  #users: ShapeUsers | undefined;
  /** Whether the users are already those of the newer side. */
  #hasNewUsers = false;

  /** `previous`: a pair whose newer side is the older side here. Its results for that side are reused. */
  constructor(before: Shapes, after: Shapes, previous?: Unchanged) {
    this.#before = before;
    this.#after = after;
    if (previous !== undefined && previous.#after === before) this.#users = previous.#giveUsers();
  }

  isBetween(before: Shapes, after: Shapes): boolean {
    return this.#before === before && this.#after === after;
  }

  /** Whether a pair of shapes, and every pair below it, is equal. */
  has(oldId: ShapeId, newId: ShapeId, documentation: boolean): boolean {
    return oldId === newId && !this.#changedIn(documentation).has(newId);
  }

  /** Whether an operation is equal, with everything that it sends, receives and fails with. */
  hasOperation(before: Operation, after: Operation, documentation: boolean): boolean {
    const isEqual =
      before === after || (this.#hasSameFacts(before, after) && (!documentation || isSame(before, after, true)));
    if (!isEqual) return false;
    const changed = this.#changedIn(documentation);
    const hasRoot = (id: ShapeId | null | undefined) => id === null || id === undefined || !changed.has(id);
    return (
      changed.size === 0 ||
      (hasRoot(after.request) && hasRoot(after.response) && (after.errors ?? []).every(({ target }) => hasRoot(target)))
    );
  }

  #changedIn(documentation: boolean): ReadonlySet<ShapeId> {
    const which = documentation ? 'words' : 'facts';
    this.#changed[which] ??= this.#findChanged(documentation);
    return this.#changed[which];
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
    const changed = new Set<ShapeId>();
    const others = this.#otherIds();
    for (const id of others) {
      const [before, after] = [this.#before[id], this.#after[id]];
      if (before === undefined || after === undefined || !isSame(before, after, documentation)) changed.add(id);
    }
    if (changed.size === 0) return changed;
    const users = this.#usersAfter(others);
    // A shape that leads to a changed one is changed. If only the older side has the link, its shape is already marked
    // as changed.
    for (const id of changed) for (const user of users.of(id)) changed.add(user);
    return changed;
  }

  #otherIds(): readonly ShapeId[] {
    if (this.#others !== undefined) return this.#others;
    const others: ShapeId[] = [];
    for (const id in this.#before) if (this.#after[id] === undefined) others.push(id);
    for (const id in this.#after) if (this.#before[id] !== this.#after[id]) others.push(id);
    this.#others = others;
    return others;
  }

  #usersAfter(others: readonly ShapeId[]): ShapeUsers {
    if (this.#users === undefined) this.#users = new ShapeUsers(this.#after);
    else if (!this.#hasNewUsers) for (const id of others) this.#users.replace(id, this.#before[id], this.#after[id]);
    this.#hasNewUsers = true;
    return this.#users;
  }

  /** Hands over the users of the newer side: the receiver may change them. */
  #giveUsers(): ShapeUsers | undefined {
    if (this.#users !== undefined) this.#usersAfter(this.#otherIds());
    const users = this.#users;
    this.#users = undefined;
    this.#hasNewUsers = false;
    return users;
  }
}

/** Deep equality of plain data. Descriptions count as equal only if this is clear without parsing. */
function isSame(a: unknown, b: unknown, documentation: boolean): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((one, at) => isSame(one, b[at], documentation));
  }
  // Both are objects, as checked above.
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in one) {
    if (key === 'documentation') {
      if (documentation && !surelySame(one[key] as never, other[key] as never)) return false;
    } else if (!isSame(one[key], other[key], documentation)) return false;
  }
  for (const key in other) if (!(key in one) && (documentation || key !== 'documentation')) return false;
  return true;
}
