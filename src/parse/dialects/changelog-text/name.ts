/** The properties of changelog pages as structured text that a store needs. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from '../service-model/releases.ts';

export const changelogTextName: DialectName<'changelog-text'> = {
  id: 'changelog-text',
  label: 'changelog page (text)',
  richness: 30,
  releases: botocoreReleases,
};
