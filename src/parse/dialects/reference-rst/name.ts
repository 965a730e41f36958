/** The properties of reference RST that a store needs. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from '../service-model/releases.ts';

export const referenceRstName: DialectName<'reference-rst'> = {
  id: 'reference-rst',
  label: 'documentation',
  richness: 60,
  releases: botocoreReleases,
};
