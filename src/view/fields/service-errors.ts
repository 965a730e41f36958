/** The errors of a service: what each says, and the operations that raise it. */
import { hasMembers } from '../../model/index.ts';
import type { OperationState, ServiceState } from '../../store/types.ts';
import { proseSummary } from '../prose/prose-text.ts';
import type { Site } from '../site/site.ts';
import { nameAnchor } from '../site/urls.ts';

export interface ErrorLine {
  readonly name: string;
  readonly anchor: string;
  /** The first sentence of its description; empty where it has none. */
  readonly summary: string;
  /** The operations that raise it; empty where they are too many, and `raised` counts them. */
  readonly operations: readonly { readonly name: string; readonly url: string }[];
  /** `by 53 operations`; null where the operations are named, or none is known. */
  readonly raised: string | null;
}

/** All errors of a service, in its order. */
export function serviceErrors(site: Site, service: ServiceState): readonly ErrorLine[] {
  const living = service.operations.filter(({ removedIn }) => removedIn === null);
  // Of a service that is gone, all operations are.
  const states = living.length > 0 ? living : service.operations;
  const raising = raisingStates(states);
  return service.errors.map(({ name }) => {
    const by = raising.get(name) ?? [];
    const isLong = by.length > most;
    return {
      name,
      anchor: nameAnchor('error', name),
      summary: summaryOf(site, name, by),
      operations: isLong
        ? []
        : by.map(({ operation }) => ({ name: operation.name, url: site.urls.operation(service.id, operation.name) })),
      raised: isLong ? `by ${by.length === states.length ? 'all ' : ''}${by.length} operations` : null,
    };
  });
}

function raisingStates(states: readonly OperationState[]): ReadonlyMap<string, readonly OperationState[]> {
  const found = new Map<string, OperationState[]>();
  for (const state of states) {
    for (const name of new Set(state.operation.errors?.map((error) => error.name))) {
      const known = found.get(name) ?? [];
      found.set(name, known);
      known.push(state);
    }
  }
  return found;
}

/** An operation whose source has no description of the error is passed over. */
function summaryOf(site: Site, name: string, states: readonly OperationState[]): string {
  for (const { operation, shapes } of states) {
    const target = operation.errors?.find((error) => error.name === name)?.target;
    const shape = target === undefined ? undefined : shapes[target];
    if (!hasMembers(shape)) continue;
    const summary = proseSummary(site.store.read(shape.documentation));
    if (summary !== '') return summary;
  }
  return '';
}

/** With more operations than this, the names are a wall: of AWS, they would be a hundredth of all pages. */
const most = 10;
