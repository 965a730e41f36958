/** The units of a site, each with its fingerprint and its approximate number of pages. */
import type { StampedService, StoreReader } from '../../../store/read.ts';
import { releaseMonths } from '../../../view/changes/release-lines.ts';
import { Memory } from '../../../view/site/memory.ts';
import type { Site } from '../../../view/site/site.ts';
import { storeNames } from '../../../view/site/site-names.ts';
import { unitPrints } from '../../../view/site/unit-print.ts';
import { type Unit, unitName, unitsOf } from '../../../view/site/units.ts';
import { siteUrls } from '../../../view/site/urls.ts';

/** A unit of the planned site. */
export interface PlannedUnit {
  readonly unit: Unit;
  readonly name: string;
  readonly print: string;
  readonly weight: number;
  /** Whether several threads may share it. */
  readonly canBeCut: boolean;
}

/** What addresses and pages depend on. */
export interface PlanOptions {
  readonly base: string;
  readonly origin: string | undefined;
  readonly twins: boolean;
}

/** Plans all units of a store; `stamp` covers all of its content. */
export function planUnits(
  store: StoreReader,
  { base, origin, twins }: PlanOptions,
): { readonly units: readonly PlannedUnit[]; readonly stamp: string } {
  const memory = new Memory();
  const stamps = store.stamps();
  const urls = siteUrls({ base, origin, names: storeNames(store, memory) });
  const site: Site = { store, memory, urls, hasTwins: twins };
  const print = unitPrints(site, stamps);
  const all = unitsOf({
    services: [...stamps.services.keys()],
    releases: store.releases().map(({ id }) => id),
    months: releaseMonths(site),
  });
  const size = { services: stamps.services, releases: store.releases().length };
  const units = all.map((unit) => ({
    ...{ unit, name: unitName(unit), print: print(unit) },
    ...{ weight: weightOf(unit, size), canBeCut: unit.kind === 'reference' || unit.kind === 'changes' },
  }));
  return { units, stamp: stamps.all };
}

interface Size {
  readonly services: ReadonlyMap<string, StampedService>;
  readonly releases: number;
}

/**
 * The approximate cost of a unit, in pages of a service. A unit about all services costs as much as the amount that it
 * reads.
 */
function weightOf({ kind, id }: Unit, { services, releases }: Size): number {
  const service = services.get(id);
  if (kind === 'reference') return (service?.operations ?? 0) + 5;
  if (kind === 'changes') return (service?.releases.length ?? 0) + 5;
  if (kind === 'release') return 1;
  if (kind === 'month') return 5;
  const all = [...services.values()];
  if (kind === 'search') return 10 + all.reduce((sum, { operations }) => sum + operations, 0) / 8;
  if (kind === 'feeds') return 10 + all.reduce((sum, one) => sum + one.releases.length, 0) / 4;
  return 100 + releases / 8;
}
