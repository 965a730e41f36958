/** The facts of a service over time, and the releases that changed it, for readers of the store. */
import type { PastFacts, PastState, Shelf, StoreReader } from '../types.ts';
import { GrowingFacts, type GrowingFactsData } from './fact-history.ts';

/** The facts of the first states of a service, and which states these are. */
export interface KeptFacts {
  /** The version and the hash of each. */
  readonly states: readonly StateName[];
  readonly facts: GrowingFactsData;
}

type StateName = readonly [version: string, hash: string | null];

/** Includes only states whose release page has something to show: every other state is equal to the one before. */
export function pastFactsOf(
  store: Pick<StoreReader, 'states' | 'serviceReleases' | 'releases'>,
  service: string,
  shelf?: Shelf<KeptFacts>,
): PastFacts {
  const all = new Map(store.releases().map((release) => [release.id, release]));
  const changed = new Map<string, ReadonlySet<string>>();
  const changedIn = (name: string): ReadonlySet<string> => {
    const known = changed.get(name) ?? new Set(store.serviceReleases({ service: name }).map((one) => one.release.id));
    changed.set(name, known);
    return known;
  };
  const told = [...store.states(service)].filter(
    ({ version, service: name }) => all.has(version) && changedIn(name).has(version),
  );
  const names = told.map(({ version, hash }): StateName => [version, hash]);
  const kept = shelf?.last();
  const known = kept !== undefined && isBeginning(kept.states, names) ? kept : undefined;
  const growing = new GrowingFacts(known?.facts);
  for (const { read } of told.slice(known?.states.length ?? 0)) {
    const state = read();
    growing.add(state?.service ?? null, state?.shapes);
  }
  if (known === undefined || known.states.length < told.length) shelf?.keep({ states: names, facts: growing.data });
  return {
    releases: told.flatMap((past) => releaseOf(past, all)),
    facts: growing.make(),
  };
}

function releaseOf(
  { version, service, beside }: PastState,
  all: ReadonlyMap<string, PastFacts['releases'][number]['release']>,
): PastFacts['releases'] {
  const release = all.get(version);
  return release === undefined ? [] : [{ service, beside, release }];
}

/** Whether these are the first states of all. Equal hashes mean equal states. */
function isBeginning(some: readonly StateName[], all: readonly StateName[]): boolean {
  return some.every(([version, hash], at) => all[at]?.[0] === version && all[at]?.[1] === hash);
}
