/** The fixture store with addresses: what the functions of `view` and `feed` are given in tests. */
import { partPages } from '../src/view/reference-plan.ts';
import type { Site } from '../src/view/site.ts';
import { siteUrls } from '../src/view/urls.ts';
import { memoryStore } from './memory-store.ts';

/** A site over the fixtures, under any base path and host. */
export function fixtureSite(base = '/', origin: string | undefined = 'https://docs.example.org'): Site {
  const store = memoryStore();
  const urls = siteUrls({
    base,
    origin,
    operationsOf: (id) => store.service(id)?.operations.map(({ operation }) => operation.name) ?? [],
    shapesOf: (id) => {
      const service = store.service(id);
      return service === null ? [] : partPages(service).map(({ target }) => target);
    },
  });
  return { store, urls };
}
