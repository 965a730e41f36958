/** Cuts shapes off that no real model has: those many steps away from every operation. Paths would be as long. */
import type { Operation, Service, Shape, ShapeId } from '../../model/index.ts';
import { stepsOf } from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { nowhere } from './botocore.ts';

/** As deep as documentation is read; real models nest some twenty steps. */
const deepest = 400;

/** The shapes, those at the last step that is read without an inside, with a message. */
export function cutDeep(
  operations: readonly Operation[],
  shapes: Service['shapes'],
  messages: Messages,
): Service['shapes'] {
  let layer: ShapeId[] = operations.flatMap(({ request, response, errors }) => [
    ...(typeof request === 'string' ? [request] : []),
    ...(typeof response === 'string' ? [response] : []),
    ...(errors ?? []).flatMap(({ target }) => target ?? []),
  ]);
  const seen = new Set(layer);
  for (let depth = 0; depth < deepest && layer.length > 0; depth++) {
    const next: ShapeId[] = [];
    for (const id of layer) {
      const shape = shapes[id];
      if (shape === undefined) continue;
      for (const target of targetsOf(shape)) {
        if (seen.has(target)) continue;
        seen.add(target);
        next.push(target);
      }
    }
    layer = next;
  }
  const cut = layer.filter((id) => shapes[id] !== undefined && stepsOf(shapes[id]).length > 0);
  const [first] = cut;
  if (first === undefined) return shapes;
  messages.add(
    'nesting-too-deep',
    `\`${first}\` and what is below it`,
    nowhere,
    `at most ${deepest} steps from an operation`,
  );
  return { ...shapes, ...Object.fromEntries(cut.map((id) => [id, { kind: 'structure', members: [] } as const])) };
}

function targetsOf(shape: Shape): readonly ShapeId[] {
  if ('members' in shape) return shape.members.map(({ target }) => target);
  if (shape.kind === 'list') return [shape.member.target];
  return shape.kind === 'map' ? [shape.key.target, shape.value.target] : [];
}
