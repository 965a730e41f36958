/** Opens the store once for all pages, and binds the addresses to the site's base path and host. */
import { openStore } from '../store/read.ts';
import { Memory } from '../view/site/memory.ts';
import type { Site } from '../view/site/site.ts';
import { storeNames } from '../view/site/site-names.ts';
import { siteUrls } from '../view/site/urls.ts';
import { prepareSyntax } from '../view/syntax/release-syntax.ts';

/** Astro gives what the environment names `storeVariable`. */
const store = openStore(import.meta.env.APIDELTA_STORE || undefined);

const memory = new Memory();

/** Whether pages have twins in Markdown. */
export const hasTwins: boolean = import.meta.env.APIDELTA_TWINS !== 'no';

/** What every page is made from. */
export const site: Site = {
  store,
  memory,
  hasTwins,
  loadVersionPair: (service, { version }) =>
    version === null
      ? { old: null, new: null }
      : { old: store.stateBefore(service, version), new: store.stateAt(service, version) },
  urls: siteUrls({
    // Not Astro's own BASE_URL and SITE: where the environment has variables of these names, they would win.
    base: import.meta.env.APIDELTA_BASE ?? '/',
    origin: import.meta.env.APIDELTA_SITE || undefined,
    names: storeNames(store, memory),
  }),
};

prepareSyntax(site);
