/** What stands between two releases, held against asking every tag. */
import { expect, test } from 'vitest';
import { compareVersions } from '../../../src/model/versions.ts';
import { Gaps } from '../../../src/store/walk/plan/gaps.ts';
import { forSeeds } from '../../generate/random.ts';

test('generated repositories: as who asks every tag', () => {
  let found = 0;
  forSeeds(60, (random) => {
    const versions = Array.from({ length: 12 }, () => `1.${random.whole(0, 3)}.${random.whole(0, 12)}`);
    const tags = new Map(
      [...new Set(versions)].map((version) => [version, { version, time: random.whole(0, 5) }] as const),
    );
    const some = [...tags.values()].filter(() => random.chance(0.8));
    const walked = new Map(
      some.map(({ version, time }) => [version, { time, predecessor: random.chance(0.3) ? '1.0.0' : null }] as const),
    );
    const gaps = new Gaps({ tags, walked });
    const slow = (before: string, version: string) => {
      const time = tags.get(version)?.time ?? walked.get(version)?.time ?? 0;
      return [...tags.values()].some(
        (tag) =>
          tag.time <= time &&
          compareVersions(tag.version, before) > 0 &&
          compareVersions(tag.version, version) < 0 &&
          walked.get(tag.version)?.predecessor == null,
      );
    };
    for (const before of [...tags.keys(), '1.1.99', '0.1'])
      for (const version of [...tags.keys(), '1.2.99']) {
        const expected = slow(before, version);
        expect(gaps.isBetween(before, version), `${before} to ${version}`).toBe(expected);
        if (expected) found++;
      }
    expect(gaps.isBetween(undefined, '1.1.1')).toBe(false);
  });
  expect(found).toBeGreaterThan(500);
});
