/** The fixture store with addresses: what the functions of `view` and `feed` are given in tests. */

import { Memory } from '../src/view/site/memory.ts';
import type { Site } from '../src/view/site/site.ts';
import { storeNames } from '../src/view/site/site-names.ts';
import { siteUrls } from '../src/view/site/urls.ts';
import { memoryStore } from './memory-store.ts';

/** A site over the fixtures, under any base path and host. */
export function fixtureSite(base = '/', origin: string | undefined = 'https://docs.example.org'): Site {
  const store = memoryStore();
  const memory = new Memory();
  const urls = siteUrls({ base, origin, names: storeNames(store, memory) });
  return { store, urls, memory };
}
