/** The facts of a service over time, and the releases that changed it, for readers of the store. */
import type { Service } from '../../model/index.ts';
import type { PastFacts, StoreReader } from '../types.ts';
import { factHistoryOf } from './fact-history.ts';

/** Includes only states whose release page has something to show: every other state is equal to the one before. */
export function pastFactsOf(
  store: Pick<StoreReader, 'states' | 'serviceReleases' | 'releases'>,
  service: string,
): PastFacts {
  const all = new Map(store.releases().map((release) => [release.id, release]));
  const releases: PastFacts['releases'][number][] = [];
  const changed = new Map<string, ReadonlySet<string>>();
  const changedIn = (name: string): ReadonlySet<string> => {
    const known = changed.get(name) ?? new Set(store.serviceReleases({ service: name }).map((one) => one.release.id));
    changed.set(name, known);
    return known;
  };
  function* told(): Generator<Service | null> {
    for (const { version, state, ...past } of store.states(service)) {
      const release = all.get(version);
      if (release === undefined || !changedIn(past.service).has(version)) continue;
      releases.push({ ...past, release });
      yield state;
    }
  }
  const facts = factHistoryOf(told());
  return { releases, facts };
}
