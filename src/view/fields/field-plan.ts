/** Decides which fields of a shape one page shows, and which large parts get a page of their own. */
import { append, hasMembers, type Member, type Shape, type ShapeId, stepInto, stepsOf } from '../../model/index.ts';

/** How many fields one page shows before large parts move to pages of their own. */
export const fieldBudget = 300;

/** A handful of fields is not worth a page of its own, so such parts stay a little longer. */
const smallPart = 6;
const smallRoom = 100;

/** One field of a page. */
export interface PlannedField {
  readonly path: string;
  readonly step: string;
  readonly member: Member;
  readonly target: ShapeId;
  readonly shape: Shape;
  readonly parent: PlannedField | null;
  readonly depth: number;
  /** Empty for scalars, and wherever the fields below are not on this page. */
  readonly children: readonly PlannedField[];
  /** `repeats`: the shape is one of its own parents. `elsewhere`: its fields are on another page. */
  readonly state: 'here' | 'repeats' | 'elsewhere';
}

/** The fields of one page, by root (`request`, `response`). */
export interface FieldPlan {
  readonly roots: Readonly<Record<string, readonly PlannedField[]>>;
  /** By root and path, as `fieldAnchor` joins them. */
  readonly byPath: ReadonlyMap<string, PlannedField>;
  /** The large parts that moved, in order of the page. */
  readonly moved: readonly { readonly root: string; readonly field: PlannedField }[];
}

interface Draft extends PlannedField {
  readonly root: string;
  children: PlannedField[];
  state: PlannedField['state'];
}

/**
 * Plans a page: the shallow fields first, as deep as the budget reaches. A structure whose members would break the
 * budget moves to a page of its own, smaller ones after it may still fit.
 */
export function planFields(
  shapes: Readonly<Record<ShapeId, Shape>>,
  roots: Readonly<Record<string, ShapeId | null | undefined>>,
  mayMove: (target: ShapeId) => boolean = () => true,
  budget: number = fieldBudget,
): FieldPlan {
  const byRoot: Record<string, readonly PlannedField[]> = {};
  const byPath = new Map<string, PlannedField>();
  const queue: Draft[] = [];
  let count = 0;

  const enter = (root: string, rootTarget: ShapeId, parent: Draft | null, shape: Shape): Draft[] => {
    const fields: Draft[] = [];
    for (const { step, member } of stepsOf(shape)) {
      const target = shapes[member.target];
      if (target === undefined) continue;
      const path = stepInto(parent?.path ?? '', step);
      const repeats = target.kind === 'recursive' || member.target === rootTarget || isAbove(parent, member.target);
      const field: Draft = {
        ...{ root, path, step, member, target: member.target, shape: target, parent },
        ...{ depth: (parent?.depth ?? 0) + 1, children: [], state: repeats ? 'repeats' : 'here' },
      };
      byPath.set(pathKey(root, path), field);
      fields.push(field);
    }
    count += fields.length;
    append(queue, fields);
    return fields;
  };

  for (const [root, id] of Object.entries(roots)) {
    const shape = id === null || id === undefined ? undefined : shapes[id];
    if (shape !== undefined && typeof id === 'string') byRoot[root] = enter(root, id, null, shape);
  }
  const rootTargets = roots;
  // The queue grows while it is walked: breadth first.
  for (let next = 0; next < queue.length; next += 1) {
    const field = queue[next];
    if (field === undefined || field.state !== 'here') continue;
    const size = stepsOf(field.shape).length;
    if (size === 0) continue;
    const room = size <= smallPart ? budget + smallRoom : budget;
    if (hasMembers(field.shape) && count + size > room && mayMove(field.target)) field.state = 'elsewhere';
    else field.children = enter(field.root, rootTargets[field.root] ?? '', field, field.shape);
  }
  const moved = queue.filter((field) => field.state === 'elsewhere').map((field) => ({ root: field.root, field }));
  return { roots: byRoot, byPath, moved };
}

/** The key of a field in `FieldPlan.byPath`. */
export function pathKey(root: string, path: string): string {
  return `${root}.${path}`;
}

function isAbove(field: PlannedField | null, target: ShapeId): boolean {
  for (let above = field; above !== null; above = above.parent) if (above.target === target) return true;
  return false;
}
