/** The properties of changelog pages as HTML that a store needs. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from '../service-model/releases.ts';

export const changelogHtmlName: DialectName<'changelog-html'> = {
  id: 'changelog-html',
  label: 'changelog page',
  richness: 40,
  releases: botocoreReleases,
};
