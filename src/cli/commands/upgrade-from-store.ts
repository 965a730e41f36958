/** What an upgrade changes, from the store: the net changes of every service between two versions. */
import { existsSync } from 'node:fs';
import { proseReader } from '../../diff/index.ts';
import type { ServiceChanges } from '../../model/index.ts';
import { readProse, wordsOfHtml } from '../../parse/index.ts';
import { compareVersions } from '../../sources/index.ts';
import { between, Database, defaultStore, stateAt } from '../../store/index.ts';
import type { StatesOf } from '../formats/syntax.ts';
import { UsageError } from '../io.ts';
import type { Progress } from '../progress.ts';
import { type Compared, operationNames } from './diff.ts';

export interface Upgrade {
  readonly from: string;
  /** Undefined: to the newest version that the store knows. */
  readonly to: string | undefined;
  readonly store: string | undefined;
  readonly services: readonly string[] | undefined;
  /** Whether descriptions are compared too. */
  readonly docs: boolean;
}

export interface Upgraded {
  readonly to: string;
  readonly services: readonly ServiceChanges[];
  readonly statesOf: StatesOf;
  readonly operations: Compared['operations'];
  /** Services that the store knows, and not as they were before. */
  readonly unknownBefore: readonly string[];
}

/** A state of a service, as the store lists it. */
interface State {
  readonly service: string;
  readonly version: string;
  readonly presence: string;
  readonly complete: number;
  readonly unsure: number;
}

/** Compares. Throws a `UsageError` where the store does not reach from one version to the other. */
export function upgradeFromStore(upgrade: Upgrade, progress: Progress): Upgraded {
  const file = upgrade.store ?? defaultStore;
  if (!existsSync(file))
    throw new UsageError(
      `There is no store at ${file}: ingest something first, name another with --store, a clone of botocore with --git, or wheels with --wheels.`,
    );
  const database = Database.read(file);
  try {
    const states = database.all<State>(
      'SELECT service, version, presence, complete, unsure FROM input WHERE version IS NOT NULL AND stated IS NULL',
    );
    const { from } = upgrade;
    const to = destination(states, upgrade, file);
    const byService = Map.groupBy(states, ({ service }) => service);
    const missing = (upgrade.services ?? []).filter((id) => !byService.has(id));
    if (missing.length > 0) throw new UsageError(`The store knows no service ${missing.join(', ')}.`);
    const isBefore = ({ version }: State) => compareVersions(version, from) <= 0;
    // Something whole that is old enough shows that a service which comes later was not there yet.
    const isWhole = states.some((state) => state.complete === 1 && isBefore(state));
    const unknownBefore: string[] = [];
    const touched: string[] = [];
    for (const [id, own] of [...byService].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (upgrade.services !== undefined && !upgrade.services.includes(id)) continue;
      if (!own.some((state) => !isBefore(state) && compareVersions(state.version, to) <= 0)) continue;
      const [first] = own.toSorted((a, b) => compareVersions(a.version, b.version)) as [State];
      if (isWhole || (first.presence === 'added' && first.unsure === 0) || isBefore(first)) touched.push(id);
      else unknownBefore.push(id);
    }
    progress.start(`Comparing ${from} with ${to}`, touched.length);
    const options = upgrade.docs ? { documentation: true, prose: proseReader(readProse, wordsOfHtml) } : {};
    const services = touched.flatMap((id) => {
      progress.step(id);
      return between(database, id, from, to, options) ?? [];
    });
    const statesOf = (id: string) => statesIn(file, id, from, to);
    const operations = () =>
      operationNames(touched.map(statesOf).flatMap(({ old, new: now }) => [old ?? none, now ?? none]));
    return { to, services, statesOf, operations, unknownBefore };
  } finally {
    progress.stop();
    database.close();
  }
}

const none = { operations: [] };

/** Reads both states again: keeping those of all services would take more memory than printing takes time. */
function statesIn(file: string, service: string, from: string, to: string): ReturnType<StatesOf> {
  const database = Database.read(file);
  try {
    return { old: stateAt(database, service, from) ?? null, new: stateAt(database, service, to) ?? null };
  } finally {
    database.close();
  }
}

function destination(states: readonly State[], { from, to }: Upgrade, file: string): string {
  const versions = [...new Set(states.map(({ version }) => version))].sort(compareVersions);
  const [oldest, newest] = [versions[0], versions.at(-1)];
  if (oldest === undefined || newest === undefined) throw new UsageError(`The store ${file} knows no versions.`);
  const end = to ?? newest;
  if (compareVersions(from, end) > 0)
    throw new UsageError(`${from} is newer than ${end}: an upgrade goes from the older to the newer.`);
  if (compareVersions(from, oldest) < 0)
    throw new UsageError(`The store begins with ${oldest}: what was before cannot be compared. Ingest older releases.`);
  if (compareVersions(end, newest) > 0) throw new UsageError(`The store ends with ${newest}: ingest ${end} first.`);
  return end;
}
