/** The walk that visits every field of a shape, with its path. */
import { itemStep, keyStep, nameStep, stepInto, valueStep } from './path.ts';
import { hasMembers, type Member, type Shape, type ShapeId } from './shape.ts';

/** One reference from a shape to another one. `step` is added to the path. */
export interface Step {
  readonly step: string;
  readonly member: Member;
}

/** Every reference of a shape, in the source's order. */
export function stepsOf(shape: Shape): readonly Step[] {
  if (hasMembers(shape)) return shape.members.map((member) => ({ step: nameStep(member.name), member }));
  if (shape.kind === 'list') return [{ step: itemStep, member: shape.member }];
  if (shape.kind === 'map') {
    return [
      { step: keyStep, member: shape.key },
      { step: valueStep, member: shape.value },
    ];
  }
  return [];
}

/** The shapes that a shape refers to, without the steps: a history needs this a million times. */
export function partsOf(shape: Shape): readonly Member[] {
  if (hasMembers(shape)) return shape.members;
  if (shape.kind === 'list') return [shape.member];
  return shape.kind === 'map' ? [shape.key, shape.value] : [];
}

/** A field on the walk. */
export interface Field {
  readonly path: string;
  readonly member: Member;
  readonly shape: Shape;
  /** The number of steps from the root. */
  readonly depth: number;
  /** Whether the shape contains itself here, so that the walk does not enter it. */
  readonly repeats: boolean;
}

/** A shape on the stack of the walk, and its next reference. */
interface Visit {
  readonly id: ShapeId;
  readonly path: string;
  readonly steps: readonly Step[];
  next: number;
}

/** Every field below a shape, parents first, in the source's order. Ends at a shape that contains itself. */
export function* fieldsOf(shapes: Readonly<Record<ShapeId, Shape>>, root: ShapeId): Generator<Field> {
  const visit = (id: ShapeId, path: string): Visit => {
    const shape = shapes[id];
    return { id, path, steps: shape === undefined ? [] : stepsOf(shape), next: 0 };
  };
  // An own stack replaces recursion: the references of a hostile model are longer than the call stack.
  const stack = [visit(root, '')];
  const above = new Set([root]);
  for (let here = stack.at(-1); here !== undefined; here = stack.at(-1)) {
    const way = here.steps[here.next++];
    if (way === undefined) {
      above.delete(here.id);
      stack.pop();
      continue;
    }
    const { step, member } = way;
    const shape = shapes[member.target];
    if (shape === undefined) continue;
    const path = stepInto(here.path, step);
    const repeats = shape.kind === 'recursive' || above.has(member.target);
    yield { path, member, shape, depth: stack.length, repeats };
    if (repeats) continue;
    above.add(member.target);
    stack.push(visit(member.target, path));
  }
}

/** True if there is no structure or union in a shape, nor in the entries of its lists and maps. A shape that is unknown has none. */
export function isFlat(shapes: Readonly<Record<ShapeId, Shape>>, id: ShapeId): boolean {
  const seen = new Set<ShapeId>();
  const todo = [id];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const shape = shapes[next];
    // A list may be the entry of itself.
    if (shape === undefined || seen.has(next)) continue;
    seen.add(next);
    if (hasMembers(shape)) return false;
    for (const { target } of partsOf(shape)) todo.push(target);
  }
  return true;
}
