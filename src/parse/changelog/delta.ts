/**
 * Reads the delta of a changelog page, `{'Listeners': {'Protocol': {'QUIC'}}}`, and compares it with the shapes of the
 * operation.
 */
import { hasMembers, itemStep, memberPath, type Shape, type ShapeId, stepInto, valueStep } from '../../model/index.ts';
import type { DictNode, EntryNode, SyntaxNode } from '../python/syntax-tree.ts';

/** One addition that a delta states. */
export interface Addition {
  readonly kind: 'field' | 'enum-value' | 'enum';
  readonly path: string;
  /** The value of an enum; empty for a field. */
  readonly value: string;
  readonly required: boolean;
  readonly offset: number;
}

/** The additions of a delta, and its parts that do not fit the shapes. */
export interface PlacedDelta {
  readonly additions: readonly Addition[];
  readonly unplaced: readonly { readonly path: string; readonly offset: number }[];
}

/**
 * Finds the places of a delta in a request or response. Follows the program that prints these pages: a delta has no
 * step for existing lists and maps, a new member is printed with its whole content, and new enum values are printed as
 * a set.
 */
export function placeDelta(
  shapes: (id: ShapeId) => Shape | undefined,
  root: ShapeId | null | undefined,
  delta: SyntaxNode,
): PlacedDelta {
  const finder = new AdditionFinder(shapes);
  const shape = root === null || root === undefined ? undefined : shapes(root);
  if (delta.type === 'dict') finder.structure(shape, delta, '');
  return { additions: finder.additions, unplaced: finder.unplaced };
}

class AdditionFinder {
  readonly additions: Addition[] = [];
  readonly unplaced: { path: string; offset: number }[] = [];
  readonly #shapes: (id: ShapeId) => Shape | undefined;

  constructor(shapes: (id: ShapeId) => Shape | undefined) {
    this.#shapes = shapes;
  }

  structure(shape: Shape | undefined, delta: DictNode, path: string): void {
    const inside = this.#throughContainers(shape, path);
    for (const entry of delta.entries) {
      const member = hasMembers(inside.shape) ? inside.shape.members.find(({ name }) => name === entry.key) : undefined;
      const here = memberPath(inside.path, entry.key);
      if (member === undefined) {
        this.unplaced.push({ path: here, offset: entry.start });
        continue;
      }
      this.#entry(entry, this.#shapes(member.target), here, member.required === true);
    }
  }

  #entry(entry: EntryNode, shape: Shape | undefined, path: string, required: boolean): void {
    const { value } = entry;
    if (value === null || this.#isNew(value, shape)) {
      this.additions.push({ kind: 'field', path, value: '', required, offset: entry.start });
      return;
    }
    if (value.type !== 'dict') return;
    if (value.values.length > 0) this.#values(value, shape, path);
    if (value.entries.length > 0) this.structure(shape, value, path);
  }

  /** New values of an enum. If all of its values are new, the enum itself is new. */
  #values(delta: DictNode, shape: Shape | undefined, path: string): void {
    const inside = this.#throughContainers(shape, path);
    const values = delta.values.flatMap((node) => (node.type === 'string' ? [node.value] : []));
    const all = inside.shape !== undefined && 'enum' in inside.shape ? (inside.shape.enum ?? []) : [];
    if (all.length > 0 && all.every((value) => values.includes(value))) {
      this.additions.push({ kind: 'enum', path: inside.path, value: '', required: false, offset: delta.start });
      return;
    }
    for (const value of [...values].sort())
      this.additions.push({ kind: 'enum-value', path: inside.path, value, required: false, offset: delta.start });
  }

  /** Whether a part of a delta is the print of a whole new shape, and not of the additions to an old one. */
  #isNew(delta: SyntaxNode, shape: Shape | undefined): boolean {
    if (delta.type !== 'dict') return true;
    if (delta.values.length > 0) return false;
    if (shape === undefined) return true;
    if (shape.kind === 'list') return false;
    if (shape.kind === 'map')
      return delta.entries.length === 1 && isKeyPrint(delta.entries[0] as EntryNode, this.#shapes(shape.key.target));
    if (!hasMembers(shape)) return true;
    if (delta.entries.length < shape.members.length) return false;
    return shape.members.every(({ name, target }) => {
      const entry = delta.entries.find(({ key }) => key === name);
      return entry !== undefined && (entry.value === null || this.#isNew(entry.value, this.#shapes(target)));
    });
  }

  #throughContainers(
    shape: Shape | undefined,
    path: string,
  ): { readonly shape: Shape | undefined; readonly path: string } {
    let at = shape;
    let here = path;
    while (at !== undefined && (at.kind === 'list' || at.kind === 'map')) {
      const member = at.kind === 'list' ? at.member : at.value;
      here = stepInto(here, at.kind === 'list' ? itemStep : valueStep);
      at = this.#shapes(member.target);
    }
    return { shape: at, path: here };
  }
}

/** Whether an entry is the print of a map's key: the word `string`, or its values joined by ` | `. */
function isKeyPrint(entry: EntryNode, key: Shape | undefined): boolean {
  return entry.key === 'string' || entry.key.includes(' | ') || key === undefined || key.kind !== 'string';
}
