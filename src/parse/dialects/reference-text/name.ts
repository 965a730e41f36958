/** What a store keeps, and asks, of reference text. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from '../service-model/releases.ts';

export const referenceTextName: DialectName<'reference-text'> = {
  id: 'reference-text',
  label: 'documentation (text)',
  richness: 50,
  releases: botocoreReleases,
};
