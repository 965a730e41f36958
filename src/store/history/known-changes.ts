/** Changes that two sources of one release may both bring. */
import type { Change, Fact, Service } from '../../model/index.ts';

/** Whether every place of a change is among those of others of its kind and value. */
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

/** Facts without those that speak of the service as a whole. */
export function partialFacts(service: Service): Service['facts'] {
  return service.facts.filter((fact) => !ofTheWhole.has(fact));
}
