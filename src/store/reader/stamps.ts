/** One short text for all that is known of a service or a release: an equal stamp means that every answer is equal. */
import { createHash, type Hash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Release } from '../types.ts';

/** The stamps of a store. */
export interface Stamps {
  /** Of everything. */
  readonly all: string;
  /** Of the store as a whole: whose APIs it has, and which releases are beside the main line. */
  readonly store: string;
  /** The services, by id. */
  readonly services: ReadonlyMap<string, StampedService>;
  /**
   * Of a service: its states, its changes, and the releases that changed it. Empty if the store does not have the
   * service.
   */
  service(id: string): string;
  /** Of a release: what it did to which services, and its notes. Empty if the store does not have the release. */
  release(id: string): string;
}

/** How large a service is. */
export interface StampedService {
  /** Removed ones included. */
  readonly operations: number;
  /** The releases that changed it, sorted by id. */
  readonly releases: readonly string[];
}

interface ServiceStampRow {
  readonly id: string;
  readonly title: string;
  readonly operations: number;
  readonly text: string;
}

interface PlaceRow {
  readonly service: string;
  readonly release: string;
  readonly text: string;
}

/** Makes the stamps from the checksums of the rows, so that no row is read whole. */
export function readStamps(database: Database, releases: readonly Release[]): Stamps {
  const services = new Groups();
  const places = new Groups();
  const store = createHash('sha256');
  const titles = new Map<string, string>();
  const touched = new Map<string, StampedService & { readonly releases: string[] }>();
  for (const { id, title, operations, text } of database.all<ServiceStampRow>(
    "SELECT id, title, json_array_length(state, '$.operations') AS operations, sum || ' ' || made_from || ' ' || since AS text FROM service ORDER BY id",
  )) {
    titles.set(id, title);
    touched.set(id, { operations, releases: [] });
    services.add(id, text);
  }
  const known = new Map(releases.map(({ id, date, time }) => [id, `${id} ${date} ${time}`]));
  for (const [id, text] of known) places.add(id, text);
  for (const sql of placed)
    for (const { service, release, text } of database.all<PlaceRow>(sql)) {
      services.add(service, `${known.get(release)} ${text}`);
      places.add(release, `${service} ${titles.get(service)} ${text}`);
      if (text.startsWith('r')) touched.get(service)?.releases.push(release);
    }
  for (const sql of whole) for (const { text } of database.all<{ text: string }>(sql)) store.update(`${text}\n`);
  const ofStore = store.digest('base64url');
  const all = createHash('sha256').update(ofStore);
  for (const [id, stamp] of [...services.stamps, ...places.stamps]) all.update(`\n${id} ${stamp}`);
  return {
    ...{ all: all.digest('base64url'), store: ofStore, services: touched },
    service: (id) => services.stamps.get(id) ?? '',
    release: (id) => places.stamps.get(id) ?? '',
  };
}

/** A stamp for each release that says anything of a service: of what it says of this service. */
export function readReleaseStamps(database: Database, service: string): ReadonlyMap<string, string> {
  const stamps = new Groups();
  for (const sql of placed)
    for (const { release, text } of database.all<PlaceRow>(sql.replace(' ORDER', ' WHERE service = ? ORDER'), service))
      stamps.add(release, text);
  return stamps.stamps;
}

/** The queries for a release of a service. Each gives an order that does not depend on the order of ingestion. */
const placed = [
  "SELECT service, release, 'r' || sum AS text FROM service_release ORDER BY service, release",
  "SELECT service, release, 'n' || sum AS text FROM release_note ORDER BY service, release, text",
  "SELECT service, release, 'c' || count || ' ' || length(data) || ' ' || sum AS text FROM changes ORDER BY service, release",
  "SELECT service, release, 'd' || count || ' ' || length(data) || ' ' || sum AS text FROM documentation_change ORDER BY service, release",
  "SELECT service, version AS release, 'u' || sum AS text FROM unread ORDER BY service, version, repository",
];

const whole = [
  "SELECT key || sum AS text FROM meta WHERE key GLOB 'about:*' ORDER BY key",
  'SELECT name || models AS text FROM repository ORDER BY id',
  "SELECT version || ' ' || predecessor AS text FROM walked WHERE predecessor IS NOT NULL ORDER BY repository, version",
];

/** Hashes that are computed side by side. */
class Groups {
  readonly #hashes = new Map<string, Hash>();
  #stamps: ReadonlyMap<string, string> | undefined;

  add(id: string, text: string): void {
    const hash = this.#hashes.get(id) ?? createHash('sha256');
    this.#hashes.set(id, hash);
    hash.update(`${text}\n`);
  }

  /** The stamps by id; add nothing afterwards. */
  get stamps(): ReadonlyMap<string, string> {
    this.#stamps ??= new Map([...this.#hashes].map(([id, hash]) => [id, hash.digest('base64url').slice(0, 22)]));
    return this.#stamps;
  }
}
