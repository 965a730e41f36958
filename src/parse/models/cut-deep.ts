/**
 * Removes shapes that are too many steps away from every operation: no real model has them, and paths would be as long.
 */
import {
  type Operation,
  partsOf,
  type RecursiveShape,
  type Service,
  type Shape,
  type ShapeId,
} from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { nowhere } from './botocore.ts';

/** The depth to which documentation is read too; real models nest about twenty steps. */
const deepest = 400;

/** The shapes; a shape at the last allowed step gets an unknown inside, with a message. */
export function cutDeep(
  operations: readonly Operation[],
  shapes: Service['shapes'],
  messages: Messages,
): Service['shapes'] {
  if (!hasRoomFor(deepest, shapes)) return shapes;
  const seen = new Set<ShapeId>();
  for (const { request, response, errors } of operations) {
    if (typeof request === 'string') seen.add(request);
    if (typeof response === 'string') seen.add(response);
    if (errors !== undefined) for (const { target } of errors) if (target !== undefined) seen.add(target);
  }
  let layer = [...seen];
  for (let depth = 0; depth < deepest && layer.length > 0; depth++) {
    const next: ShapeId[] = [];
    for (const id of layer) {
      const shape = shapes[id];
      if (shape === undefined) continue;
      for (const { target } of partsOf(shape)) {
        if (seen.has(target)) continue;
        seen.add(target);
        next.push(target);
      }
    }
    layer = next;
  }
  const cut = layer.filter((id) => shapes[id] !== undefined && partsOf(shapes[id]).length > 0);
  const [first] = cut;
  if (first === undefined) return shapes;
  const below = `\`${first}\` and what is below it`;
  messages.add('structure-too-deep', below, nowhere, `at most ${deepest} steps from an operation`);
  return { ...shapes, ...Object.fromEntries(cut.map((id) => [id, closed(shapes[id])])) };
}

/** The form that documentation has for a shape that contains itself: it has an inside, which is unknown. */
function closed(shape: Shape | undefined): RecursiveShape {
  return { kind: 'recursive', of: shape?.kind === 'list' || shape?.kind === 'map' ? shape.kind : 'structure' };
}

/** Whether there are enough shapes with an inside for so many steps: counting is quicker than following references. */
function hasRoomFor(steps: number, shapes: Service['shapes']): boolean {
  let count = 0;
  for (const id in shapes) {
    const kind = shapes[id]?.kind;
    if (kind !== 'string' && kind !== 'integer' && kind !== 'boolean' && ++count > steps) return true;
  }
  return false;
}
