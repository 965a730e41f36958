/** The structure of shapes without descriptions: shapes without names are equal if their structures are. */
import { hasMembers, type Shape, type ShapeId } from '../../model/index.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

/** Gives each shape a number that is equal for equal structures: members, types and values, no descriptions. */
export class Structures {
  readonly #numbers = new Map<string, number>();
  readonly #known = new Map<Shapes, Map<ShapeId, number>>();

  /** The number of a shape. Recursion counts as its own kind. */
  of(shapes: Shapes, id: ShapeId): number {
    let known = this.#known.get(shapes);
    if (known === undefined) {
      known = new Map();
      this.#known.set(shapes, known);
    }
    return this.#number(shapes, id, known);
  }

  #number(shapes: Shapes, id: ShapeId, known: Map<ShapeId, number>): number {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, -1);
    const number = this.#intern(this.#text(shapes, shapes[id], known));
    known.set(id, number);
    return number;
  }

  #text(shapes: Shapes, shape: Shape | undefined, known: Map<ShapeId, number>): string {
    if (shape === undefined) return '?';
    if (hasMembers(shape))
      return `${shape.kind}{${shape.members.map(({ name, target }) => `${name}:${this.#number(shapes, target, known)}`).join(',')}}`;
    if (shape.kind === 'list') return `[${this.#number(shapes, shape.member.target, known)}]`;
    if (shape.kind === 'map')
      return `<${this.#number(shapes, shape.key.target, known)},${this.#number(shapes, shape.value.target, known)}>`;
    return 'enum' in shape && shape.enum !== undefined
      ? `${shape.kind}|${[...shape.enum].sort().join('|')}`
      : shape.kind;
  }

  #intern(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}
