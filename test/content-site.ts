/** The site over `content/`, taken in as `build` does: what tests of whole pages and feeds read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../src/store/read.ts';
import { Database, ingest } from '../src/store/write.ts';
import { Memory } from '../src/view/site/memory.ts';
import type { Site } from '../src/view/site/site.ts';
import { storeNames } from '../src/view/site/site-names.ts';
import { siteUrls } from '../src/view/site/urls.ts';

export interface ContentSite {
  readonly site: Site;
  readonly close: () => void;
}

/** Takes the content in, in a store that goes with `close`. */
export async function contentSite(): Promise<ContentSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-test-'));
  const file = path.join(folder, 'store.db');
  const database = Database.open(file);
  await ingest(database, [path.resolve(import.meta.dirname, '..', 'content')]);
  database.close();
  const store = openStore(file);
  const memory = new Memory();
  const urls = siteUrls({ base: '/', origin: 'https://docs.example.org', names: storeNames(store, memory) });
  return {
    site: {
      ...{ store, urls, memory },
      loadVersionPair: (service, { version }) =>
        version === null
          ? { old: null, new: null }
          : { old: store.stateBefore(service, version), new: store.stateAt(service, version) },
    },
    close() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
