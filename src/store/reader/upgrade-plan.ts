/** Which services an upgrade from one version to another changes, according to the store. */
import { compareVersions } from '../../model/versions.ts';
import type { Database } from '../database/database.ts';
import { StoreError } from '../database/store-error.ts';
import { unpackPresence } from '../ingest/presence.ts';
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
  const byService = Map.groupBy(states, ({ service }) => service);
  const missing = (services ?? []).filter((id) => !byService.has(id));
  if (missing.length > 0) throw new StoreError(`The store knows no service ${missing.join(', ')}.`);
  const isBefore = ({ version }: State) => compareVersions(version, from) <= 0;
  // A complete source that is old enough shows that a service of a later release did not exist yet.
  const isWhole = states.some((state) => state.complete === 1 && isBefore(state));
  const unknownBefore: string[] = [];
  const touched: string[] = [];
  for (const [id, own] of [...byService].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (services !== undefined && !services.includes(id)) continue;
    const until = services === undefined ? undefined : knownUntil(database, id);
    if (until !== undefined && compareVersions(until, to) < 0)
      throw new StoreError(`The store knows ${id} up to ${until}: how it is in ${to} is unknown. Ingest that release.`);
    if (!own.some((state) => !isBefore(state) && compareVersions(state.version, to) <= 0)) continue;
    // Every group has at least the state that began it.
    const [first] = own.toSorted((a, b) => compareVersions(a.version, b.version)) as [State];
    if (isWhole || (unpackPresence(first.presence)?.kind === 'added' && first.unsure === 0) || isBefore(first))
      touched.push(id);
    else unknownBefore.push(id);
  }
  return { to, touched, unknownBefore };
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
