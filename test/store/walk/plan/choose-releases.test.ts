/** Which releases of a repository a walk reads: from one version to another, both with it. */
import { expect, test } from 'vitest';
import { chooseReleases } from '../../../../src/store/walk/plan/choose-releases.ts';

const releases = ['1.0.0', '1.1.0', '1.2.0'].map((version) => ({ version, tag: version, commit: version, time: 0 }));
const list = { releases, lacking: [], remarks: [] } as unknown as Parameters<typeof chooseReleases>[1];
const repository = { name: 'clone', folder: '/nowhere' };

async function chosen(since?: string, until?: string): Promise<string> {
  return (await chooseReleases(repository, list, { since, until }, undefined)).map(({ version }) => version).join(' ');
}

test('both ends belong to the range, whether there is such a release or not', async () => {
  expect(await chosen()).toBe('1.0.0 1.1.0 1.2.0');
  expect(await chosen('1.1.0')).toBe('1.1.0 1.2.0');
  expect(await chosen(undefined, '1.1.0')).toBe('1.0.0 1.1.0');
  expect(await chosen('1.1.0', '1.1.0')).toBe('1.1.0');
  expect(await chosen('1.0.5', '1.1.5')).toBe('1.1.0');
});

test('where no release is in the range, the first and the last one are named', async () => {
  await expect(chosen('2.0.0')).rejects.toThrow(
    '`clone` has no release in that range: its releases go from 1.0.0 to 1.2.0',
  );
});
