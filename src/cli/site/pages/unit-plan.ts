/** The units of a site, each with its fingerprint and about how many pages it has. */
import type { StampedService, StoreReader } from '../../../store/read.ts';
import { Memory } from '../../../view/site/memory.ts';
import type { Site } from '../../../view/site/site.ts';
import { storeNames } from '../../../view/site/site-names.ts';
import { unitPrints } from '../../../view/site/unit-print.ts';
import { type Unit, unitName, unitsOf } from '../../../view/site/units.ts';
import { siteUrls } from '../../../view/site/urls.ts';

/** A unit that is to be there. */
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

/** Plans all units of a store; `stamp` says of all that is in it. */
export function planUnits(
  store: StoreReader,
  { base, origin, twins }: PlanOptions,
): { readonly units: readonly PlannedUnit[]; readonly stamp: string } {
  const memory = new Memory();
  const stamps = store.stamps();
  const urls = siteUrls({ base, origin, names: storeNames(store, memory) });
  const site: Site = { store, memory, urls, hasTwins: twins };
  const print = unitPrints(site, stamps);
  const all = unitsOf(
    [...stamps.services.keys()],
    store.releases().map(({ id }) => id),
  );
  const units = all.map((unit) => ({
    ...{ unit, name: unitName(unit), print: print(unit) },
    ...sizeOf(unit, stamps.services.get(unit.id)),
  }));
  return { units, stamp: stamps.all };
}

/** What stands for all services begins first: it takes long, and nobody can help. */
const longest = 1_000_000;

function sizeOf({ kind }: Unit, service: StampedService | undefined): Pick<PlannedUnit, 'weight' | 'canBeCut'> {
  if (kind === 'reference') return { weight: (service?.operations ?? 0) + 5, canBeCut: true };
  if (kind === 'changes') return { weight: (service?.releases.length ?? 0) + 5, canBeCut: true };
  return { weight: kind === 'release' ? 3 : longest, canBeCut: false };
}
