/** The times of releases, for sorting and for dates in feeds: to the second if the source has it, else by day. */
import type { StoreReader } from '../../store/types.ts';
import { topic } from '../site/memory.ts';
import type { Site } from '../site/site.ts';

/** When a release came out, as ISO instants in UTC. */
export interface ReleaseTime {
  /** Midnight where only the day is known; null where the source has no day. */
  readonly time: string | null;
  /**
   * The best known time, for formats that need one: without its own time, that of the nearest older release that has
   * one, else that of the nearest newer one. Where only the month is known, it is not before its first day.
   */
  readonly sortTime: string;
}

/** The times of a release. */
export function timeOf(site: Site, release: string): ReleaseTime {
  return site.memory.remember(times, site.store, () => allTimes(site.store)).get(release) ?? unknown;
}

/** Sorts by day, newest first. Releases of one day keep their order. */
export function newestFirst<T extends ReleaseTime>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => {
    const [one, other] = [dayOf(a), dayOf(b)];
    return one === other ? 0 : one > other ? -1 : 1;
  });
}

function dayOf({ sortTime }: ReleaseTime): string {
  return sortTime.slice(0, '2026-08-07'.length);
}

function allTimes(store: StoreReader): ReadonlyMap<string, ReleaseTime> {
  const releases = store.releases().map(({ id, date, time }) => ({
    id,
    time: time ?? (date === null || isMonth(date) ? null : `${date}T00:00:00Z`),
    earliest: date !== null && isMonth(date) ? `${date}-01T00:00:00Z` : '',
  }));
  const found = new Map<string, ReleaseTime>();
  let known = releases.findLast(({ time }) => time !== null)?.time ?? unknown.sortTime;
  for (const { id, time, earliest } of releases.reverse()) {
    known = time ?? [known, earliest].sort()[1] ?? known;
    found.set(id, { time, sortTime: known });
  }
  return found;
}

function isMonth(date: string): boolean {
  return date.length === '2026-08'.length;
}

const unknown: ReleaseTime = { time: null, sortTime: '1970-01-01T00:00:00Z' };
const times = topic<StoreReader, ReadonlyMap<string, ReleaseTime>>();
