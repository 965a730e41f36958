/** Makes the next version of a service: only additions, as changelog pages know no other changes. */
import type { Member, Operation, Service, Shape, ShapeId } from '../../src/model/index.ts';
import type { Random } from './random.ts';
import { ServiceMaker } from './service.ts';

const newNames = ['Fresh', 'Recent', 'Latest', 'AddedOn', 'x-new'];
const newValues = ['NEWER', 'brand-new', 'v2.0', 'x y'];
const newOperations = ['ResetWidgetCache', 'ImportGadget'];

/** A service with something added: fields, values, an enum, an operation. */
export function withAdditions(random: Random, before: Service): Service {
  const maker = new ServiceMaker(random, { markup: false }, before.shapes);
  const used = [...reachable(before)];
  for (let count = random.whole(1, 4); count > 0; count--) {
    const id = random.pick(used);
    const shape = maker.shapes.get(id);
    // What an empty structure gains looks like the structure itself.
    if (shape?.kind === 'structure' && shape.members.length > 0) {
      const free = newNames.filter((name) => !shape.members.some((member) => member.name === name));
      if (free.length === 0) continue;
      const member: Member = {
        ...maker.member(random.pick(free), random.whole(1, 3), []),
        required: random.chance(0.2),
      };
      const at = random.whole(0, shape.members.length);
      maker.shapes.set(id, { ...shape, members: shape.members.toSpliced(at, 0, member) });
    } else if (shape?.kind === 'string') {
      const now = shape.enum ?? [];
      const more = random.some(
        newValues.filter((value) => !now.includes(value)),
        random.whole(1, 2),
      );
      if (more.length > 0) maker.shapes.set(id, { ...shape, enum: [...now, ...more] });
    }
  }
  const operations: Operation[] = [...before.operations];
  if (random.chance(0.4)) operations.push(maker.operation(random.pick(newOperations)));
  return {
    ...before,
    operations: operations.sort((a, b) => (a.name < b.name ? -1 : 1)),
    shapes: Object.fromEntries([...maker.shapes].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The shapes that an operation leads to; keys of maps are left out, as no page shows their values. */
function reachable(service: Service): ReadonlySet<ShapeId> {
  const found = new Set<ShapeId>();
  const todo = service.operations.flatMap(({ request, response }) =>
    [request, response].filter((id) => typeof id === 'string'),
  );
  while (todo.length > 0) {
    const id = todo.pop() as ShapeId;
    if (found.has(id)) continue;
    found.add(id);
    const shape = service.shapes[id] as Shape;
    if ('members' in shape) todo.push(...shape.members.map(({ target }) => target));
    else if (shape.kind === 'list') todo.push(shape.member.target);
    else if (shape.kind === 'map') todo.push(shape.value.target);
  }
  return found;
}
