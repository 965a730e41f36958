/** The walk that visits every field of a shape, with its path. */
import { itemStep, keyStep, nameStep, stepInto, valueStep } from './path.ts';
import { hasMembers, type Member, type Shape, type ShapeId } from './shape.ts';

/** One way out of a shape. `step` is what it adds to a path. */
export interface Step {
  readonly step: string;
  readonly member: Member;
}

/** Every way out of a shape, in the source's order. */
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

/** What a shape is made of, without the steps there: in a history that is asked a million times. */
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
  /** How many steps from the root. */
  readonly depth: number;
  /** Whether the shape repeats on itself here, so that the walk does not enter it. */
  readonly repeats: boolean;
}

/** A shape that the walk is in, and how far it is. */
interface Visit {
  readonly id: ShapeId;
  readonly path: string;
  readonly steps: readonly Step[];
  next: number;
}

/** Every field below a shape, parents first, in the source's order. Ends where a shape repeats on itself. */
export function* fieldsOf(shapes: Readonly<Record<ShapeId, Shape>>, root: ShapeId): Generator<Field> {
  const visit = (id: ShapeId, path: string): Visit => {
    const shape = shapes[id];
    return { id, path, steps: shape === undefined ? [] : stepsOf(shape), next: 0 };
  };
  // A stack of its own: shapes of a hostile model lead to each other further than calls can.
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
