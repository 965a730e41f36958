/** A site over models alone, without a store: the newest state of every service, and no history. */
import type { Service } from '../../src/model/index.ts';
import { aliasesOf } from '../../src/parse/index.ts';
import type { Release, ServiceState } from '../../src/store/types.ts';
import { Memory } from '../../src/view/site/memory.ts';
import type { Site } from '../../src/view/site/site.ts';
import { storeNames } from '../../src/view/site/site-names.ts';
import { siteUrls } from '../../src/view/site/urls.ts';
import { memoryStore } from '../memory-store.ts';

const release: Release = { id: '1.43.67', version: '1.43.67', date: null };

/** Makes the site. */
export function modelsSite(services: readonly Service[], base = '/'): Site {
  const states = new Map(services.map((service) => [service.id, stateOf(service)]));
  const store = {
    ...memoryStore(),
    services: () =>
      [...states.values()].map(({ id, title, operations }) => ({
        ...{ id, title, aliases: aliasesOf(id), operations: operations.length },
        ...{ since: null, removedIn: null, changedIn: null },
      })),
    service: (id: string) => states.get(id) ?? null,
    releases: () => [release],
  };
  const memory = new Memory();
  return { store, memory, urls: siteUrls({ base, names: storeNames(store, memory) }) };
}

function stateOf(service: Service): ServiceState {
  const { id, title, facts, operations, shapes } = service;
  const errors = new Map(operations.flatMap((one) => (one.errors ?? []).map((error) => [error.name, error] as const)));
  return {
    ...{ id, title, facts, uid: service.uid ?? null, apiVersion: service.apiVersion ?? null, documentation: null },
    ...{ asOf: release, complete: true, removedIn: null, waiters: [], paginators: [], clientContextParams: [] },
    errors: [...errors.values()],
    operations: operations.map((operation) => ({
      ...{ operation, shapes, asOf: release, facts, source: 'service model', removedIn: null },
    })),
  };
}
