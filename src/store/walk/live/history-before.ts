/** The known history of a service, which a walk continues. */
import { compareVersions } from '../../../model/versions.ts';
import type { Database } from '../../database/database.ts';
import { readHistory } from '../../history/read-history.ts';
import { type Input, inputsOf } from '../../ingest/inputs.ts';
import { packedWithBases } from '../../packing/blobs.ts';
import { originsIn } from '../../releases/plan.ts';
import type { HistoryBefore } from './live-chain.ts';

/** The inputs of a service from walks of one repository, oldest first. */
export function walkedInputs(database: Database, repository: number | undefined, service: string): readonly Input[] {
  if (repository === undefined) return [];
  return inputsOf(database, service)
    .filter((input) => input.repository === repository)
    .sort(byVersion);
}

/**
 * The history of a service, and what it was made from; undefined if it has none, or if other sources are part of it.
 */
export function historyBefore(
  database: Database,
  service: string,
): { readonly madeFrom: string; readonly history: HistoryBefore } | undefined {
  const stored = readHistory(database, service);
  if (stored === undefined) return undefined;
  const inputs = inputsOf(database, service);
  if (inputs.some(({ repository }) => repository === null)) return undefined;
  const hashes = new Set([
    ...(stored.state.head === null ? [] : [stored.state.head]),
    ...stored.state.operations.filter(({ removedIn }) => removedIn === null).map(({ snapshot }) => snapshot),
  ]);
  const snapshots = [...hashes].flatMap((hash) => packedWithBases(database, hash));
  const steps = [...inputs].sort(byVersion).map((input) => ({
    release: { id: input.version ?? '', version: input.version, date: input.date },
    complete: false,
    presence: input.presence,
    hashes: [input.hash],
  }));
  const { madeFrom, state, graph } = stored;
  return { madeFrom, history: { state, graph, snapshots, steps, origins: originsIn(madeFrom) } };
}

function byVersion(a: Input, b: Input): number {
  return compareVersions(a.version ?? '', b.version ?? '');
}
