/** The releases of a store, to the second where a walk saw the commit: it writes down its time beside the day. */
import type { Database } from '../database/database.ts';
import type { Release } from '../types.ts';
import { modelReleases } from '../walk/plan/repositories.ts';
import type { ReleaseRow } from './reader-rows.ts';

/** Reads them, newest first. */
export function readReleases(database: Database): readonly Release[] {
  const seconds = new Map<string, number>();
  // The repository that was walked first says when a version came out, as it says on which day.
  for (const { version, time } of modelReleases(database)) if (!seconds.has(version)) seconds.set(version, time);
  return database.rows<ReleaseRow>('release', 'ORDER BY position DESC').map(({ id, version, date }) => {
    const time = version === null ? undefined : timeOf(seconds.get(version), date);
    return { id, version, date, ...(time === undefined ? {} : { time }) };
  });
}

/** A time of the day; undefined for the midnight that a store of an older format has until its next walk. */
function timeOf(seconds: number | undefined, date: string | null): string | undefined {
  const midnight = date === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`) / 1000;
  const isOfDay = seconds !== undefined && seconds > midnight && seconds < midnight + secondsOfDay;
  return isOfDay ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : undefined;
}

const secondsOfDay = 86_400;
