/** What a store keeps, and asks, of service models. */
import type { DialectName } from '../dialect-name.ts';
import { botocoreReleases } from './releases.ts';

export const serviceModelName: DialectName<'service-model'> = {
  id: 'service-model',
  label: 'service model',
  richness: 70,
  releases: botocoreReleases,
};
