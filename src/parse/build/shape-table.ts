/** The shapes of one service whose source does not name them: equal structures share one id. */
import { hash } from 'node:crypto';
import type { Shape, ShapeId } from '../../model/index.ts';

/** Collects shapes; an id is a hash of the content, so it is the same in every version and in every order of files. */
export class ShapeTable {
  readonly #ids = new Map<string, ShapeId>();
  readonly #ofKind = new Map<Shape['kind'], ShapeId>();
  readonly #shapes = new Map<ShapeId, Shape>();

  /** The id of a shape, which is added if it is new. Its targets must be ids of this table. */
  add(shape: Shape): ShapeId {
    // Most shapes are scalars with a kind and nothing else: each kind is serialized once.
    if (!hasOnlyKind(shape)) return this.#addContent(shape);
    const known = this.#ofKind.get(shape.kind);
    if (known !== undefined) return known;
    const added = this.#addContent(shape);
    this.#ofKind.set(shape.kind, added);
    return added;
  }

  #addContent(shape: Shape): ShapeId {
    const content = JSON.stringify(shape);
    const known = this.#ids.get(content);
    if (known !== undefined) return known;
    const id = `~${hash('sha1', content, 'base64url').slice(0, 14)}`;
    this.#ids.set(content, id);
    this.#shapes.set(id, shape);
    return id;
  }

  get(id: ShapeId): Shape | undefined {
    return this.#shapes.get(id);
  }

  /** Every shape, sorted by id. */
  shapes(): Readonly<Record<ShapeId, Shape>> {
    return Object.fromEntries([...this.#shapes].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function hasOnlyKind(shape: Shape): boolean {
  for (const property in shape) if (property !== 'kind') return false;
  return true;
}
