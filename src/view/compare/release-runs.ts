/**
 * All known versions in a short form, as runs of numbers. With it the compare page can tell whether a version was
 * released.
 */
import { compareVersions, isVersion } from '../../model/versions.ts';

/**
 * Versions as runs: `1.34.0~162 1.35.0~99` means all versions from `1.34.0` to `1.34.162`, and so on. A version that
 * does not end with a number is on its own. Ids that are not versions are left out.
 */
export function releaseRuns(ids: readonly string[]): string {
  const runs: { first: string; series: string | null; last: number; isLong: boolean }[] = [];
  for (const id of ids.filter(isVersion).sort(compareVersions)) {
    const { series, last } = numbered.exec(id)?.groups ?? {};
    const run = runs.at(-1);
    if (run !== undefined && series !== undefined && run.series === series && Number(last) === run.last + 1)
      Object.assign(run, { last: run.last + 1, isLong: true });
    else runs.push({ first: id, series: series ?? null, last: Number(last), isLong: false });
  }
  return runs.map(({ first, last, isLong }) => (isLong ? `${first}~${last}` : first)).join(' ');
}

/** The newest version in the runs up to this version, which is itself if it was released. Null if all are newer. */
export function versionAtOrBefore(runs: string, version: string): string | null {
  const all = runs.split(' ').filter(Boolean).flatMap(versionsOf);
  return all.findLast((id) => compareVersions(id, version) <= 0) ?? null;
}

function versionsOf(run: string): readonly string[] {
  const [first = '', last] = run.split('~');
  if (last === undefined) return [first];
  const series = first.slice(0, first.lastIndexOf('.') + 1);
  const from = Number(first.slice(series.length));
  return Array.from({ length: Number(last) - from + 1 }, (_, at) => `${series}${from + at}`);
}

/**
 * Numbers without other characters around them. A number with a leading zero is not written back the same, so it is
 * excluded.
 */
const numbered = /^(?<series>(?:\d+\.)+)(?<last>0|[1-9]\d{0,8})$/;
