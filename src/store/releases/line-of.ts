/** Which releases a release goes on from: those before it on the main line, or on its own way beside it. */
import { compareVersions } from '../../model/versions.ts';
import type { ModelRelease } from '../walk/plan/repositories.ts';

/**
 * Says of a version whether it leads to another one, or is that one. `predecessors`: of every release beside the main line the version
 * that it goes on from, empty for none.
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

/** By repository: of its releases beside the main line the version that each goes on from, empty for none. */
export function releaseLinesOf(walked: readonly ModelRelease[]): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const lines = new Map<number, Map<string, string>>();
  for (const { repository, version, predecessor } of walked) {
    if (predecessor === null) continue;
    const own = lines.get(repository) ?? new Map<string, string>();
    lines.set(repository, own.set(version, predecessor));
  }
  return lines;
}
