/** What a store keeps, and asks, of a changelog page. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from '../service-model/releases.ts';

export const changelogHtmlName: DialectName<'changelog-html'> = {
  id: 'changelog-html',
  label: 'changelog page',
  richness: 40,
  releases: botocoreReleases,
};
