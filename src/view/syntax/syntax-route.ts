/** The route from a request or response to a field: its structures, lists and maps. */
import {
  hasMembers,
  type Member,
  type Shape,
  type ShapeId,
  type StructureShape,
  splitPath,
  stepsOf,
} from '../../model/index.ts';
import { unwrapped } from './syntax-forms.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

/** One step of a route, and the shape it starts from. */
interface RouteStep {
  readonly step: string;
  readonly from: Shape;
  readonly member: Member;
}

/** A field and the structures around it. */
export interface Route {
  /** The steps to the structure around the field. */
  readonly around: readonly string[];
  /** For each structure around it, outermost first: its name, and the text that opens and closes it. */
  readonly crumbs: readonly { readonly name: string; readonly open: string; readonly close: string }[];
  /** The last member on the path. */
  readonly name: string;
  /** The steps after the member: into a list or a map. */
  readonly rest: readonly string[];
}

/** Follows a path; null where this state does not have it. */
export function routeOf(shapes: Shapes, root: ShapeId, path: string): Route | null {
  const steps = follow(shapes, root, path);
  if (steps === null) return null;
  const last = steps.findLastIndex(({ from }) => hasMembers(from));
  const focus = steps[last];
  if (focus === undefined) return null;
  const around = steps.slice(0, last);
  return {
    around: around.map(({ step }) => step),
    crumbs: around
      .filter(({ from }) => hasMembers(from))
      .map(({ member }) => {
        const { prefix, suffix } = unwrapped(shapes, member.target, 1);
        return { name: member.name, open: `${prefix}{`, close: `}${suffix}` };
      }),
    name: focus.member.name,
    rest: steps.slice(last + 1).map(({ step }) => step),
  };
}

/** The structure at the end of some steps; undefined where the steps do not lead to one. */
export function structureAt(shapes: Shapes, root: ShapeId, steps: readonly string[]): StructureShape | undefined {
  const shape = shapeAt(shapes, root, steps);
  return hasMembers(shape) ? shape : undefined;
}

/** The shape at the end of some steps. */
export function shapeAt(shapes: Shapes, root: ShapeId, steps: readonly string[]): Shape | undefined {
  let shape = shapes[root];
  for (const wanted of steps) {
    if (shape === undefined) return undefined;
    const found: ShapeId | undefined = stepsOf(shape).find(({ step }) => step === wanted)?.member.target;
    if (found === undefined) return undefined;
    shape = shapes[found];
  }
  return shape;
}

function follow(shapes: Shapes, root: ShapeId, path: string): readonly RouteStep[] | null {
  const steps: RouteStep[] = [];
  let shape = shapes[root];
  for (const step of splitPath(path)) {
    if (shape === undefined) return null;
    const from: Shape = shape;
    const member = stepsOf(from).find((way) => way.step === step)?.member;
    if (member === undefined) return null;
    steps.push({ step, from, member });
    shape = shapes[member.target];
  }
  return steps;
}
