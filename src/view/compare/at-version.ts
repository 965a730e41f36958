/**
 * Finds the state of a history at a version. A version that did not change the service has the state of an earlier
 * release.
 */
import { compareVersions } from '../../model/versions.ts';
import type { HistoryJson } from '../api/history-json.ts';

/** The number of a state, or the reason why there is none. */
export type StateAt = { readonly state: number } | { readonly state: null; readonly why: 'before' | 'unknown' };

/**
 * The state at a version. A release beside the main line has its own state; otherwise it is the state of the newest
 * release on the main line up to this version.
 */
export function stateAtVersion({ releases, since }: Pick<HistoryJson, 'releases' | 'since'>, version: string): StateAt {
  const own = releases.findIndex(({ id, beside }) => beside !== undefined && id === version);
  if (own !== -1) return { state: own };
  const state = releases.findLastIndex(({ id, beside }) => beside === undefined && compareVersions(id, version) <= 0);
  if (state !== -1) return { state };
  return { state: null, why: since?.orEarlier === false ? 'before' : 'unknown' };
}

/** The releases after one version and up to another, oldest first. */
export function releasesBetween(
  { releases }: Pick<HistoryJson, 'releases'>,
  from: string,
  to: string,
): readonly HistoryJson['releases'][number][] {
  return releases.filter(
    ({ id, beside }) => beside === undefined && compareVersions(id, from) > 0 && compareVersions(id, to) <= 0,
  );
}

/** The number of releases between two versions that changed one of several services; each counts once. */
export function countBetween(histories: readonly Pick<HistoryJson, 'releases'>[], from: string, to: string): number {
  return new Set(histories.flatMap((one) => releasesBetween(one, from, to)).map(({ id }) => id)).size;
}

/** Whether the newer version is given first. */
export function isWayBack(from: string, to: string): boolean {
  return compareVersions(from, to) > 0;
}

/** The releases of several histories, newest first, each once. */
export function allReleases(
  histories: readonly Pick<HistoryJson, 'releases'>[],
): readonly { readonly id: string; readonly date: string | null }[] {
  const all = new Map(histories.flatMap(({ releases }) => releases.map((one) => [one.id, one] as const)));
  return [...all.values()].sort((a, b) => compareVersions(b.id, a.id));
}
