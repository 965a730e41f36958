/** The properties of changelog pages as flattened text that a store needs. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from '../service-model/releases.ts';

export const changelogFlatName: DialectName<'changelog-flat'> = {
  id: 'changelog-flat',
  label: 'changelog page (flattened text)',
  richness: 20,
  releases: botocoreReleases,
};
