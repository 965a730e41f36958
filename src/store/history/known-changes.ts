/** Changes that two sources of one release may both have. */
import type { Change, Fact, Service } from '../../model/index.ts';

/** Whether other changes of its kind and value already have every place of a change. */
export function isKnown(change: Change, known: readonly Change[]): boolean {
  return change.places.every((place) =>
    known.some(
      (other) =>
        other.kind === change.kind &&
        other.value === change.value &&
        other.places.some(
          (one) => one.operation === place.operation && one.path === place.path && one.direction === place.direction,
        ),
    ),
  );
}

/** By kind, then by key. */
export function sortedChanges(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) =>
    a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0,
  );
}

const ofTheWhole: ReadonlySet<Fact> = new Set([
  'all-operations',
  'waiters',
  'paginators',
  'client-context',
  'client-context-all',
  'endpoint-rules',
]);

/** Facts except those about the service as a whole. */
export function partialFacts(service: Service): Service['facts'] {
  return service.facts.filter((fact) => !ofTheWhole.has(fact));
}
