/** Which services an upgrade from one version to another changes, according to the store. */
import { compareVersions } from '../../model/versions.ts';
import type { Database } from '../database/database.ts';
import { StoreError } from '../database/store-error.ts';
import { formerName, unpackPresence } from '../ingest/presence.ts';
import type { PlannedUpgrade } from '../types.ts';
import { knownUntil, releaseVersions } from './history-questions.ts';

/** A state of a service, as the store lists it. */
interface State {
  readonly service: string;
  readonly version: string;
  readonly presence: string;
  readonly complete: number;
  readonly unsure: number;
}

/**
 * Plans an upgrade. Throws a `StoreError` if the store does not cover both versions, or lacks a service that is asked
 * for.
 */
export function planUpgrade(
  database: Database,
  from: string,
  wanted: string | undefined,
  services: readonly string[] | undefined,
): PlannedUpgrade {
  const states = database.rows<State>('input', 'WHERE version IS NOT NULL AND stated IS NULL');
  const to = destination(database.file, releaseVersions(database), from, wanted);
  const ordered = states.toSorted((a, b) => compareVersions(a.version, b.version));
  const byService = Map.groupBy(ordered, ({ service }) => service);
  const missing = (services ?? []).filter((id) => !byService.has(id));
  if (missing.length > 0) throw new StoreError(`The store knows no service ${missing.join(', ')}.`);
  const isBefore = ({ version }: State) => compareVersions(version, from) <= 0;
  // A complete source that is old enough shows that a service of a later release did not exist yet.
  const isWhole = states.some((state) => state.complete === 1 && isBefore(state));
  const unknownBefore: string[] = [];
  const touched: string[] = [];
  // A service that is asked for by a former name is told by the one that it has in the end.
  const asked = services && new Set(services.map((id) => nameAt(byService, id, to)));
  for (const [id, own] of [...byService].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (asked?.has(id) === false || nameAt(byService, id, to) !== id) continue;
    const until = services === undefined ? undefined : knownUntil(database, id);
    if (until !== undefined && compareVersions(until, to) < 0)
      throw new StoreError(`The store knows ${id} up to ${until}: how it is in ${to} is unknown. Ingest that release.`);
    if (!own.some((state) => !isBefore(state) && compareVersions(state.version, to) <= 0)) continue;
    if (isWhole || isKnownAt(byService, id, from)) touched.push(id);
    else unknownBefore.push(id);
  }
  return { to, touched, unknownBefore };
}

/** The states of each service, oldest first; at least one. */
type StatesByService = ReadonlyMap<string, readonly State[]>;

/** The name that a service has in a version. */
function nameAt(all: StatesByService, id: string, version: string, names: readonly string[] = [id]): string {
  const last = all.get(id)?.findLast((state) => compareVersions(state.version, version) <= 0);
  const presence = unpackPresence(last?.presence ?? '');
  if (presence?.kind !== 'renamed-to' || names.includes(presence.service) || !all.has(presence.service)) return id;
  return nameAt(all, presence.service, version, [...names, presence.service]);
}

/** Whether the store knows how a service was in a version, under whatever name: also that it was not there yet. */
function isKnownAt(all: StatesByService, id: string, version: string, names: readonly string[] = [id]): boolean {
  const first = all.get(id)?.[0];
  if (first === undefined) return false;
  const presence = unpackPresence(first.presence);
  const former = presence && formerName(presence);
  if (compareVersions(first.version, version) <= 0 || (presence?.kind === 'added' && first.unsure === 0)) return true;
  return former !== undefined && !names.includes(former) && isKnownAt(all, former, version, [...names, former]);
}

function destination(file: string, versions: readonly string[], from: string, to: string | undefined): string {
  const [oldest, newest] = [versions[0], versions.at(-1)];
  if (oldest === undefined || newest === undefined) throw new StoreError(`The store \`${file}\` knows no versions.`);
  const end = to ?? newest;
  if (compareVersions(from, end) > 0)
    throw new StoreError(`${from} is newer than ${end}: an upgrade goes from the older to the newer.`);
  if (compareVersions(from, oldest) < 0)
    throw new StoreError(`The store begins with ${oldest}: what was before cannot be compared. Ingest older releases.`);
  if (compareVersions(end, newest) > 0) throw new StoreError(`The store ends with ${newest}: ingest ${end} first.`);
  return end;
}
