/** Paths: addresses of fields, `Listeners[].DefaultActions[].Type`, and the walk that visits every field of a shape. */
import { hasMembers, type Member, type Shape, type ShapeId } from './shape.ts';

/** The steps into the parts of a shape that have no name. */
export const itemStep = '[]';
export const valueStep = '{}';
export const keyStep = '{key}';

/** The path of a member below `path`. */
export function memberPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** One way out of a shape. `step` is what it adds to a path. */
export interface Step {
  readonly step: string;
  readonly member: Member;
}

/** Every way out of a shape, in the source's order. */
export function stepsOf(shape: Shape): readonly Step[] {
  if (hasMembers(shape)) return shape.members.map((member) => ({ step: member.name, member }));
  if (shape.kind === 'list') return [{ step: itemStep, member: shape.member }];
  if (shape.kind === 'map') {
    return [
      { step: keyStep, member: shape.key },
      { step: valueStep, member: shape.value },
    ];
  }
  return [];
}

/** The path after one step. */
export function stepInto(path: string, step: string): string {
  return step === itemStep || step === valueStep || step === keyStep ? path + step : memberPath(path, step);
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

/** Every field below a shape, parents first, in the source's order. Ends where a shape repeats on itself. */
export function* fieldsOf(shapes: Readonly<Record<ShapeId, Shape>>, root: ShapeId): Generator<Field> {
  yield* below(shapes, root, '', [root]);
}

function* below(
  shapes: Readonly<Record<ShapeId, Shape>>,
  id: ShapeId,
  path: string,
  stack: ShapeId[],
): Generator<Field> {
  const shape = shapes[id];
  if (shape === undefined) return;
  for (const { step, member } of stepsOf(shape)) {
    const target = shapes[member.target];
    if (target === undefined) continue;
    const here = stepInto(path, step);
    const repeats = target.kind === 'recursive' || stack.includes(member.target);
    yield { path: here, member, shape: target, depth: stack.length, repeats };
    if (repeats) continue;
    stack.push(member.target);
    yield* below(shapes, member.target, here, stack);
    stack.pop();
  }
}
