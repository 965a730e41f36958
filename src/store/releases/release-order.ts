/** Orders releases: versions by version, and days between them by the days when those versions came out. */

import { compareVersions } from '../../model/versions.ts';
import { type ReleaseLine, releaseLines } from '../../parse/dialects/index.ts';
import type { Release } from '../types.ts';

const dayMs = 86_400_000;

/**
 * Releases, oldest first. Versions keep their own order, whatever their days are. A release that is only a day comes
 * before the first version that came out later.
 */
export function orderReleases(releases: readonly Release[]): readonly Release[] {
  const versions = releases.filter(hasVersion).sort((a, b) => compareVersions(a.version, b.version));
  const days = releases.filter(hasOnlyDay).sort((a, b) => compareText(a.id, b.id));
  const undated = releases
    .filter(({ version, date }) => version === null && date === null)
    .sort((a, b) => compareText(a.id, b.id));
  const ordered: Release[] = [...undated];
  let next = 0;
  for (const version of versions) {
    const day = version.date ?? estimatedDay(version.version);
    for (let other = days[next]; other !== undefined && day !== undefined && other.date < day; other = days[++next])
      ordered.push(other);
    ordered.push(version);
  }
  return [...ordered, ...days.slice(next)];
}

function hasVersion(release: Release): release is Release & { readonly version: string } {
  return release.version !== null;
}

function hasOnlyDay(release: Release): release is Release & { readonly version: null; readonly date: string } {
  return release.version === null && release.date !== null;
}

/** The approximate day when a version came out; undefined if no line of releases knows its minor version. */
export function estimatedDay(version: string): string | undefined {
  for (const { minorReleases } of releaseLines) {
    const day = estimatedDayIn(minorReleases, version);
    if (day !== undefined) return day;
  }
  return undefined;
}

function estimatedDayIn(minorReleases: ReleaseLine['minorReleases'], version: string): string | undefined {
  const patch = Number(/^\d+\.\d+\.(\d+)/.exec(version)?.[1] ?? 0);
  let found = -1;
  for (const [index, [minor]] of minorReleases.entries()) if (compareVersions(minor, version) <= 0) found = index;
  const at = minorReleases[found];
  if (at === undefined) return undefined;
  // A patch came out about every day and a half, but never after the next minor version.
  const next = minorReleases[found + 1]?.[1];
  const latest = next === undefined ? Number.POSITIVE_INFINITY : Date.parse(next);
  const time = Math.min(Date.parse(at[1]) + Math.round(patch * 1.45) * dayMs, latest);
  return new Date(time).toISOString().slice(0, 10);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
