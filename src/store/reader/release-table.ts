/** The releases of a store, with their day, and with the time of their commit if a walk saw it. */
import type { Database } from '../database/database.ts';
import type { Release } from '../types.ts';
import { modelReleases } from '../walk/plan/repositories.ts';
import type { ReleaseRow } from './reader-rows.ts';

/** Reads only the release that is asked for: a command about one operation needs few of thousands. */
export class ReleaseTable {
  readonly #database: Database;
  readonly #known = new Map<string, Release | null>();
  #all: readonly Release[] | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The release of an id; null if there is none. */
  one(id: string): Release | null {
    let release = this.#known.get(id);
    if (release === undefined) {
      const row =
        this.#all === undefined ? this.#database.rows<ReleaseRow>('release', 'WHERE id = ?', id)[0] : undefined;
      release = row === undefined ? null : releaseOf(row, this.#secondsOf(row.version));
      this.#known.set(id, release);
    }
    return release;
  }

  /** Every release, newest first. */
  all(): readonly Release[] {
    this.#all ??= this.#readAll();
    return this.#all;
  }

  #readAll(): readonly Release[] {
    const seconds = new Map<string, number>();
    // The repository that was walked first decides the time of a version, as it decides the day.
    for (const { version, time } of modelReleases(this.#database))
      if (!seconds.has(version)) seconds.set(version, time);
    return this.#database.rows<ReleaseRow>('release', 'ORDER BY position DESC').map((row) => {
      const release = this.#known.get(row.id) ?? releaseOf(row, seconds.get(row.version ?? ''));
      this.#known.set(row.id, release);
      return release;
    });
  }

  #secondsOf(version: string | null): number | undefined {
    return version === null ? undefined : modelReleases(this.#database, version)[0]?.time;
  }
}

function releaseOf({ id, version, date }: ReleaseRow, seconds: number | undefined): Release {
  const time = version === null ? undefined : timeOf(seconds, date);
  return { id, version, date, ...(time === undefined ? {} : { time }) };
}

/** A time of day. Undefined for midnight, which a store of an older format has until its next walk. */
function timeOf(seconds: number | undefined, date: string | null): string | undefined {
  const midnight = date === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`) / 1000;
  const isOfDay = seconds !== undefined && seconds > midnight && seconds < midnight + secondsOfDay;
  return isOfDay ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : undefined;
}

const secondsOfDay = 86_400;
