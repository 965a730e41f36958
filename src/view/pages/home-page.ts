/** The first page: what the site is, how much is in it, and what changed last. */

import { isNews } from '../changes/feed-entry.ts';
import { type ReleaseGroup, releaseGroups } from '../changes/release-entry.ts';
import { addCounts, type CountView, countViews } from '../changes/severity-view.ts';
import { allServiceReleases, type PageHead, pageHead, type Site } from '../site/site.ts';
import { counted } from '../site/words.ts';

export interface HomePage {
  readonly head: PageHead;
  readonly figures: readonly { readonly label: string; readonly url: string }[];
  readonly latest: readonly ReleaseGroup[];
  readonly latestCounts: readonly CountView[];
  /** Whether there is more on the page of all releases. */
  readonly more: boolean;
}

/** Makes the first page. */
export function homePage(site: Site): HomePage {
  const { store, urls } = site;
  const all = allServiceReleases(site);
  const changed = all.filter(isNews);
  const latest = (changed.length > 0 ? changed : all).slice(0, shownEntries);
  const services = store.services();
  const operations = services.reduce((sum, service) => sum + service.operations, 0);
  return {
    head: pageHead(site, {
      title: 'apidelta',
      description: 'What changed in the API, field by field, and what does it look like now?',
      url: urls.home(),
      section: 'home',
    }),
    figures: [
      { label: counted(services.length, 'service'), url: urls.services() },
      { label: counted(operations, 'operation'), url: urls.services() },
      { label: counted(store.releases().length, 'release'), url: urls.releases() },
    ],
    latest: releaseGroups(site, latest, shownLines),
    latestCounts: countViews(addCounts(latest.map(({ counts }) => counts))),
    more: all.length > latest.length,
  };
}

const shownEntries = 30;
const shownLines = 3;
