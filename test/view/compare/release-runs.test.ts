/** Whether a version was ever released, told from runs of numbers as from the list of all. */
import { expect, test } from 'vitest';
import { compareVersions } from '../../../src/model/versions.ts';
import { releaseRuns, versionAtOrBefore } from '../../../src/view/compare/release-runs.ts';

test('numbers that follow each other are one run', () => {
  expect(releaseRuns(['1.34.1', '1.34.0', '1.34.2', '1.35.0', '1.35.2', '1.0.0rc1'])).toBe(
    '1.0.0rc1 1.34.0~2 1.35.0 1.35.2',
  );
  expect(releaseRuns(['2015-12-01', 'today'])).toBe('');
});

test('a version that never was is told as the one before it', () => {
  const runs = releaseRuns(['1.34.161', '1.34.162', '1.35.0']);
  expect(versionAtOrBefore(runs, '1.34.200')).toBe('1.34.162');
  expect(versionAtOrBefore(runs, '1.34.161')).toBe('1.34.161');
  expect(versionAtOrBefore(runs, '1.33.0')).toBeNull();
  const long = releaseRuns(['1.0.0', '1.0.1', '1.0.2']);
  expect(['1.0.0.1', '1.0.1rc1', '1.0.2.dev1', '1.0.2'].map((version) => versionAtOrBefore(long, version))).toEqual([
    ...['1.0.0', '1.0.0', '1.0.1', '1.0.2'],
  ]);
});

test('is what the list of all versions says, for 2,000 versions', () => {
  let seed = 20_261_126;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const made = (): string => `1.${random(4)}.${random(9)}${['', '', '', 'rc1', '.dev2', '-rc2'][random(6)]}`;
  for (let round = 0; round < 100; round++) {
    const ids = [...new Set(Array.from({ length: 1 + random(25) }, made))];
    const runs = releaseRuns(ids);
    for (let at = 0; at < 20; at++) {
      const version = made();
      const before = ids.filter((id) => compareVersions(id, version) <= 0).sort(compareVersions);
      expect(versionAtOrBefore(runs, version), `${version} of ${runs}`).toBe(before.at(-1) ?? null);
    }
  }
});
