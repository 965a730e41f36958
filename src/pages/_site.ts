/** Opens the store once for all pages, and binds the addresses to the site's base path and host. */
import { openStore, recordReads, storeVariable } from '../store/read.ts';
import { Memory } from '../view/site/memory.ts';
import type { Site } from '../view/site/site.ts';
import { storeNames } from '../view/site/site-names.ts';
import { siteUrls } from '../view/site/urls.ts';

// The environment of the process, not Astro's own `import.meta.env`: that is written into the pages when they are compiled, and compiled pages are kept.
const {
  [storeVariable]: file,
  APIDELTA_READS,
  APIDELTA_TWINS,
  APIDELTA_REPORT,
  APIDELTA_BASE,
  APIDELTA_SITE,
  APIDELTA_WATCHED,
} = process.env;

const opened = openStore(file || undefined);
const store = APIDELTA_READS ? recordReads(opened, APIDELTA_READS) : opened;

// Who looks at what is read wants each page to ask by itself.
const memory = new Memory(!APIDELTA_READS);

/** Whether pages have twins in Markdown. */
export const hasTwins: boolean = APIDELTA_TWINS !== 'no';

/** What every page is made from. */
export const site: Site = {
  store,
  memory,
  hasTwins,
  isWatched: APIDELTA_WATCHED === 'yes',
  report: APIDELTA_REPORT || null,
  loadVersionPair: (service, { version }) =>
    version === null
      ? { old: null, new: null }
      : { old: store.stateBefore(service, version), new: store.stateAt(service, version) },
  urls: siteUrls({
    // Not Astro's own BASE_URL and SITE: where the environment has variables of these names, they would win.
    base: APIDELTA_BASE ?? '/',
    origin: APIDELTA_SITE || undefined,
    names: storeNames(store, memory),
  }),
};
