/** Which releases a release continues after: those before it on the main line, or on its own line beside it. */
import { compareVersions } from '../../model/versions.ts';
import type { ModelRelease } from '../walk/plan/repositories.ts';

/**
 * Gives a function that says whether another version is this version, or leads to it. `predecessors`: for every release
 * beside the main line, the version that it continues after; empty if there is none.
 */
export function lineOf(predecessors: ReadonlyMap<string, string>, version: string): (other: string) => boolean {
  const beside = new Set<string>();
  let end = version;
  for (let next = predecessors.get(end); next !== undefined && !beside.has(end); next = predecessors.get(end)) {
    beside.add(end);
    end = next;
  }
  if (end === '') return (other) => beside.has(other);
  return (other) => beside.has(other) || (!predecessors.has(other) && compareVersions(other, end) <= 0);
}

/**
 * By repository: for each release beside the main line, the version that it continues after; empty if there is none.
 */
export function releaseLinesOf(walked: readonly ModelRelease[]): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const lines = new Map<number, Map<string, string>>();
  for (const { repository, version, predecessor } of walked) {
    if (predecessor === null) continue;
    const own = lines.get(repository) ?? new Map<string, string>();
    lines.set(repository, own.set(version, predecessor));
  }
  return lines;
}
