/** Opens the store once for all pages, and binds the addresses to the site's base path and host. */
import { openReader } from '../store/index.ts';
import { partPages } from '../view/reference-plan.ts';
import type { Site } from '../view/site.ts';
import { siteUrls } from '../view/urls.ts';

const store = openReader();

/** What every page is made from. */
export const site: Site = {
  store,
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
