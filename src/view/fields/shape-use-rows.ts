/** "Used by": the operations that use a shape, each with its shortest path in the request and in the response. */
import type { OperationState, ServiceState } from '../../store/types.ts';
import type { Site } from '../site/site.ts';
import { fieldUrl } from './reference-plan.ts';
import { listedShapes, type ShapeUse } from './shape-uses.ts';

/** The place of a shape in an operation. The path is empty if the shape is the whole request, response or error. */
export interface UsePlace {
  readonly path: string;
  readonly url: string;
}

export interface UseRow {
  readonly operation: string;
  /** The page of the operation: a place in it may lead to the page of another shape. */
  readonly url: string;
  readonly request: UsePlace | null;
  readonly response: UsePlace | null;
  readonly error: UsePlace | null;
}

/** All operations that use a shape, by name. */
export function useRows(site: Site, service: ServiceState, shape: string): readonly UseRow[] {
  const uses = listedShapes(site.memory, service).get(shape)?.uses ?? [];
  const byOperation = Map.groupBy(uses, ({ state }) => state);
  return [...byOperation]
    .map(([state, own]) => rowOf(site, service, state, own))
    .sort((a, b) => (a.operation < b.operation ? -1 : 1));
}

function rowOf(site: Site, service: ServiceState, { operation }: OperationState, uses: readonly ShapeUse[]): UseRow {
  const place = (wanted: ShapeUse['side']): UsePlace | null => {
    const use = uses.find(({ side }) => side === wanted);
    return use === undefined ? null : { path: use.path, url: usePlaceUrl(site, service, use) };
  };
  const { name } = operation;
  return {
    operation: name,
    url: site.urls.operation(service.id, name),
    request: place('request'),
    response: place('response'),
    error: place('error'),
  };
}

/** The address of a use, or of its nearest existing parent. */
export function usePlaceUrl(site: Site, service: ServiceState, { state, side, path }: ShapeUse): string {
  const { name } = state.operation;
  const whole = (anchor?: string) => site.urls.operation(service.id, name, anchor);
  if (side === 'error') return whole('errors');
  if (path === '') return whole(side);
  return fieldUrl(site, service.id, { operation: name, direction: side, path }) ?? whole();
}
