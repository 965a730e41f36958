/** The properties of service models that a store needs. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from './releases.ts';

export const serviceModelName: DialectName<'service-model'> = {
  id: 'service-model',
  label: 'service model',
  richness: 70,
  releases: botocoreReleases,
};
