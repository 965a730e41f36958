/** Opens the store once for all pages, and binds the addresses to the site's base path and host. */
import { openStore, recordReads, storeVariable } from '../store/read.ts';
import { Memory } from '../view/site/memory.ts';
import type { Site } from '../view/site/site.ts';
import { storeNames } from '../view/site/site-names.ts';
import { siteUrls } from '../view/site/urls.ts';

// Reads the environment of the process. Astro's own `import.meta.env` is written into the compiled pages, and those are
// kept between builds.
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

// APIDELTA_READS records what each page reads. Then nothing is kept, so that each page reads all of it itself.
const memory = new Memory(!APIDELTA_READS);

/** Whether pages have Markdown twins. */
export const hasTwins: boolean = APIDELTA_TWINS !== 'no';

/** The data that every page is made from. */
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
    // Not Astro's own BASE_URL and SITE: environment variables with these names would replace them.
    base: APIDELTA_BASE ?? '/',
    origin: APIDELTA_SITE || undefined,
    names: storeNames(store, memory),
  }),
};
