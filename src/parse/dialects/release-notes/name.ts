/** The properties of release notes that a store needs. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from '../service-model/releases.ts';

export const releaseNotesName: DialectName<'release-notes'> = {
  id: 'release-notes',
  label: 'release notes',
  richness: 10,
  releases: botocoreReleases,
};
