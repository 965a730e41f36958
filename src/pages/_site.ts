/** Opens the store once for all pages, and binds the addresses to the site's base path and host. */
import { defaultStore, openReader } from '../store/index.ts';
import { partPages } from '../view/reference-plan.ts';
import { prepareSyntax } from '../view/release-syntax.ts';
import type { Site } from '../view/site.ts';
import { siteUrls } from '../view/urls.ts';
import { openStates } from './_states.ts';

/** Astro gives what the environment names `storeVariable`. */
const file: string = import.meta.env.APIDELTA_STORE ?? defaultStore;
const store = openReader(file);

/** What every page is made from. */
export const site: Site = {
  store,
  statesOf: openStates(file),
  urls: siteUrls({
    base: import.meta.env.BASE_URL,
    origin: import.meta.env.SITE,
    operationsOf: (service) => store.service(service)?.operations.map(({ operation }) => operation.name) ?? [],
    shapesOf: (service) => {
      const state = store.service(service);
      return state === null ? [] : partPages(state).map(({ target }) => target);
    },
  }),
};

prepareSyntax(site);
