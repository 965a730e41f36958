/** The names below a part that has a page of its own: the filter of the page that leads there finds them, too. */
import { hasMembers, type Shape, type ShapeId, stepsOf } from '../../model/index.ts';

/** What the names of all parts of one page may weigh. Where they would weigh more, the filter says which parts it does not search. */
const maxNames = 8 * 1024;

/** The names below a part, with spaces between them; empty where they stand on the page already, or would be too many. */
export type PartNames = (target: ShapeId) => string;

/** Makes the answer for one page, which names each part once. */
export function partNamesOf(shapes: Readonly<Record<ShapeId, Shape>>): PartNames {
  const said = new Set<ShapeId>();
  let left = maxNames;
  return (target) => {
    if (said.has(target)) return '';
    said.add(target);
    const names = namesBelow(shapes, target).join(' ');
    if (names.length > left) return '';
    left -= names.length;
    return names;
  };
}

/** Every name once, the nearest first. */
function namesBelow(shapes: Readonly<Record<ShapeId, Shape>>, target: ShapeId): readonly string[] {
  const names = new Set<string>();
  const queue = new Set([target]);
  // The queue grows while it is walked; a shape that contains itself is in it once.
  for (const id of queue) {
    const shape = shapes[id];
    if (shape === undefined) continue;
    for (const { member } of stepsOf(shape)) {
      // What has a space in its name could not be told from two names.
      if (hasMembers(shape) && !member.name.includes(' ')) names.add(member.name);
      queue.add(member.target);
    }
  }
  return [...names];
}
