/** The pages of one service's reference: which fields are on which page, and the address of any field. */
import {
  type Direction,
  joinPaths,
  type Prose,
  pathBelow,
  type ShapeId,
  splitPath,
  stepInto,
} from '../../model/index.ts';
import type { OperationState, ServiceState } from '../../store/types.ts';
import { type Memory, topic } from '../site/memory.ts';
import type { Site } from '../site/site.ts';
import { type FieldPlace, fieldAnchor } from '../site/urls.ts';
import { type FieldPlan, type PlannedField, pathKey, planFields } from './field-plan.ts';
import { fieldRoom, usesWeight } from './field-weight.ts';

/** A page for a part that is too large for the pages of operations. */
export interface PartPage {
  readonly target: ShapeId;
  /** The state whose shapes the page shows: the newest one. */
  readonly state: OperationState;
  /** The places that use the part, in the order of operations. A part without a name has one place. */
  readonly places: readonly [FieldPlace, ...FieldPlace[]];
  /** Whether the shape has a name. A named shape has one page for all its places. */
  readonly named: boolean;
}

/** The root of the fields of a part's page, as in `fieldAnchor`. */
export const partRoot = 'fields';

/** The fields of an operation's page. */
export function operationPlan(memory: Memory, state: OperationState): FieldPlan {
  return memory.remember(operationPlans, state, () =>
    planFields(state.shapes, rootsOf(state), { by: 'bytes', room: fieldRoom(othersOn(state)) }),
  );
}

/**
 * The fields of a part's page. The page of a named shape moves only named parts away, because other parts would have no
 * address.
 */
export function partPlan(memory: Memory, state: OperationState, target: ShapeId): FieldPlan {
  return memory.rememberAt(partPlans, state, target, () =>
    planFields(
      state.shapes,
      { [partRoot]: target },
      {
        ...{
          by: 'bytes',
          room: fieldRoom([state.shapes[target]?.documentation], usesWeight),
          mayMove: mayMoveFrom(target),
        },
      },
    ),
  );
}

/** The pages of all parts of a service, named or not. */
export function partPages(memory: Memory, service: ServiceState): readonly PartPage[] {
  return memory.remember(servicePartPages, service, () => findPartPages(memory, service));
}

/** The address of a part: by its name if it has one, else by the place that uses it. */
export function partUrl(
  { urls }: Site,
  service: string,
  { target, place }: { readonly target: ShapeId; readonly place: FieldPlace },
  anchor?: string,
): string {
  return isNamed(target) ? urls.shape(service, target, anchor) : urls.subtree(service, place, anchor);
}

/**
 * The address of a field; of its nearest existing parent where the field is gone; null where the operation is unknown.
 */
export function fieldUrl(site: Site, service: string, place: FieldPlace): string | null {
  const state = operationState(site.memory, site.store.service(service), place.operation);
  if (state === null) return null;
  let plan = operationPlan(site.memory, state);
  let root: string = place.direction;
  let rest = place.path;
  let before = '';
  let page = (anchor?: string): string => site.urls.operation(service, place.operation, anchor);
  // Each turn goes one page deeper. The limit stops a recursive part from looping.
  for (let hops = 0; hops < 20; hops += 1) {
    const found = deepest(plan, root, rest);
    if (found === null) return page(root === partRoot || plan.roots[root] === undefined ? undefined : root);
    if (found.path === rest || found.state !== 'elsewhere') return page(fieldAnchor(root, found.path));
    const target = found.target;
    const here = { ...place, path: joinPaths(before, found.path) };
    const inner = pathBelow(rest, found.path);
    if (deepest(partPlan(site.memory, state, target), partRoot, inner) === null)
      return page(fieldAnchor(root, found.path));
    before = here.path;
    page = (anchor) => partUrl(site, service, { target, place: here }, anchor);
    plan = partPlan(site.memory, state, target);
    root = partRoot;
    rest = inner;
  }
  return page();
}

/** The page of an operation; null where no source has the operation. */
export function operationUrl(site: Site, service: string, operation: string): string | null {
  const state = operationState(site.memory, site.store.service(service), operation);
  return state === null ? null : site.urls.operation(service, operation);
}

/** One operation of a service. */
export function operationState(memory: Memory, service: ServiceState | null, operation: string): OperationState | null {
  if (service === null) return null;
  const byName = memory.remember(
    operationsByName,
    service,
    () => new Map(service.operations.map((state) => [state.operation.name, state])),
  );
  return byName.get(operation) ?? null;
}

/** Whether the source gave the shape a name. The id of a nameless shape is `~` and a hash. */
export function isNamed(shape: ShapeId): boolean {
  return !shape.startsWith('~');
}

function deepest(plan: FieldPlan, root: string, path: string): PlannedField | null {
  let found: PlannedField | null = null;
  let here = '';
  for (const step of splitPath(path)) {
    here = stepInto(here, step);
    const field = plan.byPath.get(pathKey(root, here));
    if (field === undefined) break;
    found = field;
  }
  return found;
}

function findPartPages(memory: Memory, service: ServiceState): readonly PartPage[] {
  const pages = new Map<
    string,
    { target: ShapeId; state: OperationState; places: [FieldPlace, ...FieldPlace[]]; named: boolean }
  >();
  const visit = (plans: Plans, state: OperationState, plan: FieldPlan, at: PlaceOf): void => {
    for (const { root, field } of plan.moved) {
      const place = at(root, field.path);
      const named = isNamed(field.target);
      const key = named ? field.target : `${place.operation} ${place.direction} ${place.path}`;
      const known = pages.get(key);
      if (known !== undefined) {
        if (plans === byBytes) known.places.push(place);
        if (plans === byBytes || seen.has(key)) continue;
      } else pages.set(key, { target: field.target, state, places: [place], named });
      seen.add(key);
      visit(plans, state, plans.part(memory, state, field.target), (_root, path) => ({
        ...place,
        path: joinPaths(place.path, path),
      }));
    }
  };
  const seen = new Set<string>();
  for (const plans of [byBytes, byFields]) {
    seen.clear();
    for (const state of service.operations) {
      const { name } = state.operation;
      visit(plans, state, plans.operation(memory, state), (root, path) => ({
        operation: name,
        // The roots of an operation are its directions.
        direction: root as Direction,
        path,
      }));
    }
  }
  return [...pages.values()];
}

type PlaceOf = (root: string, path: string) => FieldPlace;

interface Plans {
  operation(memory: Memory, state: OperationState): FieldPlan;
  part(memory: Memory, state: OperationState, target: ShapeId): FieldPlan;
}

const byBytes: Plans = { operation: operationPlan, part: partPlan };

/** The old plan, by the number of fields. Parts that it moved have pages that people link to, so they keep them. */
const byFields: Plans = {
  operation: (_, state) => planFields(state.shapes, rootsOf(state)),
  part: (_, state, target) => planFields(state.shapes, { [partRoot]: target }, { mayMove: mayMoveFrom(target) }),
};

function mayMoveFrom(target: ShapeId): (id: ShapeId) => boolean {
  return (id) => !isNamed(target) || isNamed(id);
}

function rootsOf({ operation }: OperationState): Readonly<Record<Direction, ShapeId | null | undefined>> {
  return { request: operation.request, response: operation.response };
}

/** The texts on an operation's page besides its fields. */
function othersOn({ operation, shapes }: OperationState): readonly (Prose | string | undefined)[] {
  return [
    operation.documentation,
    ...(operation.errors ?? []).map(({ target }) => (target === undefined ? undefined : shapes[target]?.documentation)),
    ...(operation.examples ?? []).flatMap(({ request, response, description }) => [request, response, description]),
  ];
}

const operationPlans = topic<OperationState, FieldPlan>();
const partPlans = topic<OperationState, FieldPlan>();
const servicePartPages = topic<ServiceState, readonly PartPage[]>();
const operationsByName = topic<ServiceState, ReadonlyMap<string, OperationState>>();
