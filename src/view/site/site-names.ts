/** The names in a store that have pages. Addresses are made from them. */
import type { StoreReader } from '../../store/types.ts';
import { partPages } from '../fields/reference-plan.ts';
import { shapeLists } from '../fields/shape-lists.ts';
import type { Memory } from './memory.ts';
import type { SiteNames } from './urls.ts';

/** The names of a store. Each list is read only when an address of its kind is needed. */
export function storeNames(store: StoreReader, memory: Memory): SiteNames {
  const namedPartsOf = (service: string) => {
    const state = store.service(service);
    return state === null ? [] : partPages(memory, state);
  };
  return {
    services: () => store.serviceIds(),
    releases: () => store.releases().map(({ id }) => id),
    months: () => [...new Set(store.releases().flatMap(({ date }) => (date === null ? [] : [date.slice(0, 7)])))],
    operations: (service) => store.service(service)?.operations.map(({ operation }) => operation.name) ?? [],
    shapes: (service) => namedPartsOf(service).flatMap(({ named, target }) => (named ? [target] : [])),
    shapeLists(service) {
      const state = store.service(service);
      return state === null ? [] : [...shapeLists(memory, state).values()].map(({ beginning }) => beginning);
    },
    subtrees: (service, operation, direction) =>
      namedPartsOf(service).flatMap(({ named, places: [place] }) =>
        !named && place.operation === operation && place.direction === direction ? [place.path] : [],
      ),
  };
}
