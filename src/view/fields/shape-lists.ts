/** The pages that list the shapes of a service: one for each first letter, and a long one is split by more letters. */
import { hasMembers, type ShapeId } from '../../model/index.ts';
import type { ServiceState } from '../../store/types.ts';
import { type Memory, topic } from '../site/memory.ts';
import type { Site } from '../site/site.ts';
import { beginningOf } from '../site/slug.ts';
import { isNamed, partPages } from './reference-plan.ts';
import { type ListedShape, listedShapes } from './shape-uses.ts';

/** A page of the shapes whose names begin with the same letters. */
export interface ShapeList {
  /** `A`, `De`, `Describei`: used in the address, which ignores letter case. */
  readonly beginning: string;
  /** `DescribeI`: written as in the first name. */
  readonly label: string;
  /** The page that was split into this one and others; null for a single letter. */
  readonly above: string | null;
  readonly shapes: readonly ListedShape[];
  /** The pages that this one was split into; then this page lists only names. */
  readonly parts: readonly string[];
}

/** All pages by their beginnings, in order. */
export function shapeLists(memory: Memory, service: ServiceState): ReadonlyMap<string, ShapeList> {
  return memory.remember(serviceLists, service, () => {
    const lists = new Map<string, ShapeList>();
    for (const [letter, shapes] of groupsAt([...listedShapes(memory, service).values()], 1))
      addList(lists, letter, null, shapes);
    return lists;
  });
}

/** The address of a shape in the lists; null where no list has it. */
export function shapeListUrl(site: Site, service: ServiceState, name: ShapeId): string | null {
  const beginning = site.memory.remember(listOfShape, service, () => listsByShape(site.memory, service)).get(name);
  return beginning === undefined ? null : site.urls.shapeList(service.id, beginning, name);
}

/** The own page of a shape that is too large for other pages; null where it has none. */
export function ownShapeUrl(site: Site, service: ServiceState, name: ShapeId): string | null {
  const owned = site.memory.remember(
    shapesWithPage,
    service,
    () => new Set(partPages(site.memory, service).flatMap(({ named, target }) => (named ? [target] : []))),
  );
  return isNamed(name) && owned.has(name) ? site.urls.shape(service.id, name) : null;
}

/** The address to read about a shape: its own page, or its place in the lists. */
export function shapeUrl(site: Site, service: ServiceState, name: ShapeId): string | null {
  return ownShapeUrl(site, service, name) ?? shapeListUrl(site, service, name);
}

/** Estimates the bytes of a shape in a list. */
export function weightOf({ name, shape, uses }: ListedShape): number {
  const shown = uses.slice(0, 2 * maxUses);
  const used = shown.reduce((sum, { path: way, state }) => sum + way.length + 2 * state.operation.name.length + 40, 0);
  if (!hasMembers(shape)) return 300 + used + ('enum' in shape ? enumWeight(shape.enum ?? []) : 0);
  return shape.members.reduce((sum, { name: member }) => sum + 190 + member.length, 300 + name.length + used);
}

/**
 * A shape lists at most this many uses. Some shapes are used by every operation of a service, and a full list would not
 * help.
 */
export const maxUses = 8;

function enumWeight(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + value.length + 5, 0);
}

function addList(
  lists: Map<string, ShapeList>,
  beginning: string,
  above: string | null,
  shapes: readonly ListedShape[],
): void {
  const weight = shapes.reduce((sum, shape) => sum + weightOf(shape), 0);
  const groups = weight > maxWeight ? splitAfter(shapes, beginning) : [];
  lists.set(beginning, {
    beginning,
    label: labelOf(beginning, shapes),
    above,
    shapes,
    parts: groups.map(([part]) => part),
  });
  for (const [part, members] of groups) addList(lists, part, beginning, members);
}

/** The next letters to split by. Letters that all names share are skipped, because they split nothing. */
function splitAfter(shapes: readonly ListedShape[], beginning: string) {
  for (let length = [...beginning].length + 1; length <= longest; length += 1) {
    const groups = groupsAt(shapes, length);
    if (groups.length > 1) return groups;
  }
  return [];
}

function groupsAt(shapes: readonly ListedShape[], length: number) {
  const groups = Map.groupBy(shapes, ({ name }) => beginningOf(name, length));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function labelOf(beginning: string, [first]: readonly ListedShape[]): string {
  const letters = [...(first?.name ?? '')].slice(0, beginning.length).join('');
  return letters.toLowerCase() === beginning.toLowerCase() && letters.length > 1 ? letters : beginning;
}

function listsByShape(memory: Memory, service: ServiceState): ReadonlyMap<ShapeId, string> {
  const leaves = [...shapeLists(memory, service).values()].filter(({ parts }) => parts.length === 0);
  return new Map(leaves.flatMap(({ beginning, shapes }) => shapes.map(({ name }) => [name, beginning])));
}

const serviceLists = topic<ServiceState, ReadonlyMap<string, ShapeList>>();
const listOfShape = topic<ServiceState, ReadonlyMap<ShapeId, string>>();
const shapesWithPage = topic<ServiceState, ReadonlySet<ShapeId>>();

/** A list with more bytes is split. */
const maxWeight = 150_000;
/** A list is not split by a beginning of more letters than this. */
const longest = 60;
