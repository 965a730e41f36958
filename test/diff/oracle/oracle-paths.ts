/** Spreads the fields of a service out by path, for the oracle: written from the definition of a path alone. */
import type { Member, Service, Shape } from '../../../src/model/index.ts';

/** A field, with the shape that it leads to and the shape that it is in. */
export interface Spot {
  readonly member: Member | null;
  readonly id: string;
  readonly shape: Shape;
  readonly owner: Shape | null;
  /** Its path up to the structure, list or map that it is in. */
  readonly above: string | null;
  /** The shape is on the way here already: the path ends. */
  readonly ends: boolean;
}

/** Every path below a root, the root's own (empty) path first. */
export function spread({ shapes }: Service, root: string): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const enter = (path: string, spot: Spot, way: ReadonlySet<string>): void => {
    spots.set(path, spot);
    if (spot.ends) return;
    const { shape } = spot;
    const on = new Set(way).add(spot.id);
    const go = (member: Member, next: string) => {
      const target = shapes[member.target];
      if (target === undefined) throw new Error(`Unexpected \`${member.target}\`, expected a shape`);
      const inside = ['structure', 'union', 'eventstream', 'list', 'map'].includes(target.kind);
      enter(
        next,
        {
          member,
          id: member.target,
          shape: target,
          owner: shape,
          above: path,
          ends: inside && on.has(member.target),
        },
        on,
      );
    };
    if ('members' in shape)
      for (const member of shape.members) go(member, path === '' ? member.name : `${path}.${member.name}`);
    if (shape.kind === 'list') go(shape.member, `${path}[]`);
    if (shape.kind === 'map') {
      go(shape.key, `${path}{key}`);
      go(shape.value, `${path}{}`);
    }
  };
  const shape = shapes[root];
  if (shape !== undefined)
    enter('', { member: null, id: root, shape, owner: null, above: null, ends: false }, new Set());
  return spots;
}

/** The shapes from which a shape that is not the same in both services can be reached. */
export function touched(before: Service, after: Service): ReadonlySet<string> {
  const reached = new Set<string>();
  const users = new Map<string, string[]>();
  const todo: string[] = [];
  for (const id of new Set([...Object.keys(before.shapes), ...Object.keys(after.shapes)])) {
    if (textOf(before.shapes[id]) !== textOf(after.shapes[id])) todo.push(id);
    for (const shape of [before.shapes[id], after.shapes[id]])
      for (const target of targetsOf(shape)) {
        const known = users.get(target);
        if (known === undefined) users.set(target, [id]);
        else known.push(id);
      }
  }
  while (todo.length > 0) {
    const id = todo.pop() as string;
    if (reached.has(id)) continue;
    reached.add(id);
    todo.push(...(users.get(id) ?? []));
  }
  return reached;
}

/** Every state is asked about several times. */
const texts = new WeakMap<Shape, string>();

function textOf(shape: Shape | undefined): string {
  if (shape === undefined) return '';
  const text = texts.get(shape) ?? JSON.stringify(shape);
  texts.set(shape, text);
  return text;
}

function targetsOf(shape: Shape | undefined): readonly string[] {
  if (shape === undefined) return [];
  if ('members' in shape) return shape.members.map(({ target }) => target);
  if (shape.kind === 'list') return [shape.member.target];
  return shape.kind === 'map' ? [shape.key.target, shape.value.target] : [];
}
