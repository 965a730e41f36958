/** The days of minor releases: each is a day, and a later release has a later one. */
import { expect, test } from 'vitest';
import { compareVersions } from '../../../src/model/versions.ts';
import { botocoreReleases } from '../../../src/parse/dialects/service-model/releases.ts';

const { minorReleases } = botocoreReleases;

test('each is the first release of its number, with a day of the calendar', () => {
  expect(minorReleases.length).toBeGreaterThan(40);
  for (const [version, day] of minorReleases) {
    expect(version).toMatch(/^\d+\.\d+\.0$/);
    expect(new Date(day).toISOString().slice(0, 10), version).toBe(day);
  }
});

test('versions and days grow together', () => {
  expect(minorReleases.toSorted(([a], [b]) => compareVersions(a, b))).toEqual(minorReleases);
  expect(minorReleases.toSorted(([, a], [, b]) => (a < b ? -1 : 1))).toEqual(minorReleases);
});
