/**
 * The field names below a part that has its own page. With them, the filter of a page also finds fields on the pages it
 * links to.
 */
import { hasMembers, type Shape, type ShapeId, stepsOf } from '../../model/index.ts';

/**
 * The most bytes for the names of all parts on one page. Above this the filter lists the parts that it does not search.
 */
const maxNames = 8 * 1024;

/** The names below a part, separated by spaces; empty if the page has them already, or if they are too many. */
export type PartNames = (target: ShapeId) => string;

/** Gives the names for one page. Each part is named only once. */
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

/** Every name once, nearest first. */
function namesBelow(shapes: Readonly<Record<ShapeId, Shape>>, target: ShapeId): readonly string[] {
  const names = new Set<string>();
  const queue = new Set([target]);
  // The loop adds to the queue. A set has each shape only once, even one that contains itself.
  for (const id of queue) {
    const shape = shapes[id];
    if (shape === undefined) continue;
    for (const { member } of stepsOf(shape)) {
      // Spaces separate the names, so a name with a space is left out.
      if (hasMembers(shape) && !member.name.includes(' ')) names.add(member.name);
      queue.add(member.target);
    }
  }
  return [...names];
}
