/** What a store keeps, and asks, of a changelog page as structured text. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from '../service-model/releases.ts';

export const changelogTextName: DialectName<'changelog-text'> = {
  id: 'changelog-text',
  label: 'changelog page (text)',
  richness: 30,
  releases: botocoreReleases,
};
