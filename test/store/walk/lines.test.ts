/** Which releases stand beside the main line: told by time, by the history of commits, or by both. */
import { expect, test } from 'vitest';
import { findBackports, type PlacedRelease } from '../../../src/store/walk/plan/lines.ts';

/** Releases as `1.0.0@5` with their time; `after`: which release is in the history of which, by version. */
async function beside(
  releases: readonly string[],
  after: Readonly<Record<string, readonly string[]>>,
  ofNewest?: readonly string[],
): Promise<Readonly<Record<string, string | null>>> {
  const placed = releases.map((one): PlacedRelease => {
    const [version = '', time] = one.split('@');
    return { version, commit: `c${version}`, time: Number(time) };
  });
  const found = await findBackports(placed, {
    ofNewest: () => Promise.resolve(ofNewest && new Set(ofNewest.map((version) => `c${version}`))),
    isAncestor: (older, newer) => Promise.resolve(after[newer.version]?.includes(older.version) === true),
  });
  return Object.fromEntries(found);
}

test('releases in the order of their versions are one line, whatever the history says', async () => {
  expect(await beside(['1.0@1', '1.1@2', '1.2@3'], {})).toEqual({});
});

test('a release after a greater version, outside of its history, is a backport', async () => {
  const history = { '1.0.1': ['1.0'], '1.1': ['1.0'], '1.2': ['1.0', '1.1'] };
  expect(await beside(['1.0@1', '1.0.1@4', '1.1@2', '1.2@3'], history)).toEqual({ '1.0.1': '1.0' });
  // At the same time is not before.
  expect(await beside(['1.0@1', '1.0.1@2', '1.1@2'], history)).toEqual({ '1.0.1': '1.0' });
});

test('a release that is in the history of the greater version is on its line, whatever the clock says', async () => {
  expect(await beside(['1.0@9', '1.1@2'], { '1.1': ['1.0'] })).toEqual({});
});

test('a pre-release that the newest history does not have gives way to the lower version', async () => {
  const history = { '1.1': ['1.0'], '2.0rc1': ['1.0'], '2.0': ['1.1', '1.0'] };
  expect(await beside(['1.0@1', '1.1@3', '2.0rc1@2', '2.0@4'], history, ['1.0', '1.1', '2.0'])).toEqual({
    '2.0rc1': '1.0',
  });
  // The newest release itself never gives way.
  expect(await beside(['1.0@1', '1.1@3', '2.0rc1@2'], history, ['1.0', '1.1'])).toEqual({ '1.1': '1.0' });
});

test('where the history says nothing, a backport continues after the greatest version that was there', async () => {
  expect(await beside(['1.0@1', '1.0.1@5', '1.0.2@5', '1.1@3'], {})).toEqual({ '1.0.1': '1.0', '1.0.2': '1.0.1' });
  expect(await beside(['1.0@4', '1.0.1@3', '1.1@2'], {})).toEqual({ '1.0': null, '1.0.1': null });
});
