/**
 * The history for readers of the store: states, net changes between releases, search by name, and plans of upgrades.
 */
import { LRUCache } from 'lru-cache';
import { compareServices } from '../../diff/compare/compare-services.ts';
import type { CompareOptions } from '../../diff/index.ts';
import type { Service, ServiceChanges } from '../../model/index.ts';
import { compareVersions, isSameVersion, plainVersion } from '../../model/versions.ts';
import type { Database } from '../database/database.ts';
import { type Examination, examine } from '../database/examine.ts';
import { StoreError } from '../database/store-error.ts';
import { pastFactsOf } from '../facts/past-facts.ts';
import { readHistory } from '../history/read-history.ts';
import { packedBytes } from '../packing/blobs.ts';
import { unpackMark } from '../since/mark.ts';
import type {
  KeptFacts,
  PastFacts,
  PastState,
  PlannedUpgrade,
  ReadState,
  Renamed,
  Shelf,
  StoreReader,
} from '../types.ts';
import { findName, type Occurrence } from './find-name.ts';
import {
  knownUntil,
  loadState,
  releaseVersions,
  renamedTo,
  stateNameAt,
  stateNameBefore,
  stateNames,
} from './history-questions.ts';
import { PartedStates } from './parted-states.ts';
import { ReleaseTable } from './release-table.ts';
import { readReleaseStamps, readStamps, type Stamps } from './stamps.ts';
import { planUpgrade } from './upgrade-plan.ts';

/**
 * The number of states in memory: the releases of a service are asked for in order, and each needs the state of the one
 * before.
 */
const maxStates = 3;

/** The base of the store's reader: its answers about the history. */
export class StoreHistory {
  protected readonly database: Database;
  readonly #states = new LRUCache<string, Service>({ max: maxStates });
  #versions: readonly string[] | undefined;

  constructor(database: Database) {
    this.database = database;
  }

  versions(): readonly string[] {
    this.#versions ??= releaseVersions(this.database);
    return this.#versions;
  }

  stamps(): Stamps {
    return readStamps(this.database, new ReleaseTable(this.database).all());
  }

  releaseStamps(service: string): ReadonlyMap<string, string> {
    return readReleaseStamps(this.database, service);
  }

  version(name: string): string {
    const version = plainVersion(name);
    const known = this.versions();
    const found = known.includes(version) ? version : known.find((one) => isSameVersion(one, version));
    if (found !== undefined) return found;
    if (known.length === 0) throw new StoreError(`The store has no release ${name}: it has none.`);
    const after = known.findIndex((one) => compareVersions(one, version) > 0);
    const near = after > 0 ? `; next to it: ${known[after - 1]}, ${known[after]}` : '';
    throw new StoreError(`The store has no release ${name}: it has ${known[0]} to ${known.at(-1)}${near}.`);
  }

  stateAt(service: string, version: string): Service | null {
    return this.#load(stateNameAt(this.database, service, version));
  }

  stateBefore(service: string, version: string): Service | null {
    return this.#load(stateNameBefore(this.database, service, version));
  }

  *states(service: string): Generator<PastState> {
    const states = new PartedStates();
    let known: { readonly name: string; readonly state: ReadState } | undefined;
    const read = (name: string): ReadState => {
      if (name !== known?.name) known = { name, state: states.read(packedBytes(this.database, name)) };
      return known.state;
    };
    for (const { name, ...past } of stateNames(this.database, service))
      yield { ...past, hash: name ?? null, read: () => (name === undefined ? null : read(name)) };
  }

  factHistory(this: StoreReader, service: string, shelf?: Shelf<KeptFacts>): PastFacts {
    return pastFactsOf(this, service, shelf);
  }

  renamedTo(service: string): Renamed | null {
    return renamedTo(this.database, service);
  }

  between(service: string, from: string, to: string, options: CompareOptions = {}): ServiceChanges | null {
    const [old, now] = [this.stateAt(service, this.version(from)), this.stateAt(service, this.version(to))];
    if (old === null && now === null) {
      const renamed = this.renamedTo(service);
      const why = renamed === null ? 'there is nothing to compare' : laterName(renamed);
      throw new StoreError(`${service} is in neither ${from} nor ${to}: ${why}.`);
    }
    const until = knownUntil(this.database, service);
    for (const version of [from, to])
      if (until !== undefined && compareVersions(version, until) > 0)
        throw new StoreError(
          `The store knows ${service} up to ${until}: how it was in ${version} is unknown. Ingest that release.`,
        );
    const packed = readHistory(this.database, service)?.state.since ?? null;
    const since = packed === null ? undefined : unpackMark(packed);
    for (const [version, state] of [[from, old] as const, [to, now] as const])
      if (state === null && since?.orEarlier === true && compareVersions(version, since.release) < 0)
        throw new StoreError(
          `The store does not know ${service} before ${since.release}: whether it was there in ${version} is unknown.`,
        );
    return compareServices(old ?? undefined, now ?? undefined, { version: to, ...options }) ?? null;
  }

  netChanges(service: string, from: string, to: string, options: CompareOptions = {}): ServiceChanges | null {
    return (
      compareServices(this.stateAt(service, from) ?? undefined, this.stateAt(service, to) ?? undefined, {
        version: to,
        ...options,
      }) ?? null
    );
  }

  find(name: string): Iterable<Occurrence> {
    return findName(this.database, name);
  }

  upgrade(from: string, to: string | undefined, services: readonly string[] | undefined): PlannedUpgrade {
    return planUpgrade(this.database, from, to, services);
  }

  examine(): Examination {
    return examine(this.database);
  }

  close(): void {
    this.database.close();
  }

  #load(name: string | undefined): Service | null {
    if (name === undefined) return null;
    const known = this.#states.get(name);
    if (known !== undefined) return known;
    const state = loadState(this.database, name);
    this.#states.set(name, state);
    return state;
  }
}

function laterName({ service, version }: Renamed): string {
  return `it was renamed in ${version}, and is ${service} now`;
}
