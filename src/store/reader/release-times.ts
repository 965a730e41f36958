/** When releases were made, to the second: a walk writes down the time of each commit beside its day. */
import type { Database } from '../database/database.ts';
import { modelReleases } from '../walk/plan/repositories.ts';

/** Answers with the time of a version that came out on a day; undefined where no walk saw its commit. */
export function releaseTimes(database: Database): (version: string | null, date: string | null) => string | undefined {
  const times = new Map<string, number>();
  // The repository that was walked first says when a version came out, as it says on which day.
  for (const { version, time } of modelReleases(database)) if (!times.has(version)) times.set(version, time);
  return (version, date) => {
    const seconds = version === null ? undefined : times.get(version);
    const midnight = date === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`) / 1000;
    // A store of an older format has the midnight of the day until its next walk: that is no time.
    const isOfDay = seconds !== undefined && seconds > midnight && seconds < midnight + secondsOfDay;
    return isOfDay ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : undefined;
  };
}

const secondsOfDay = 86_400;
