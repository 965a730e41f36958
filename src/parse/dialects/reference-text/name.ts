/** The properties of reference text that a store needs. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from '../service-model/releases.ts';

export const referenceTextName: DialectName<'reference-text'> = {
  id: 'reference-text',
  label: 'documentation (text)',
  richness: 50,
  releases: botocoreReleases,
};
