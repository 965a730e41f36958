/** Tests since when a field exists, as a page says it: only where it is news, and with the card that brought it. */
import { expect, test } from 'vitest';
import type { Since, SinceIndex } from '../../../src/store/types.ts';
import { agesOf, ageView, type RootPlace } from '../../../src/view/fields/field-age.ts';
import type { Site } from '../../../src/view/site/site.ts';
import { fixtureSite } from '../../fixture-site.ts';
import { releases } from '../../memory-store.ts';

const [newest, oldest, undated] = releases as [
  (typeof releases)[0] & object,
  (typeof releases)[0] & object,
  (typeof releases)[0] & object,
];
const exact = (release: typeof newest): Since => ({ release, orEarlier: false });
const early = (release: typeof newest): Since => ({ release, orEarlier: true });

function siteWith(index: Partial<SinceIndex>): Site {
  const site = fixtureSite();
  const known = site.store.since('elbv2');
  return { ...site, store: { ...site.store, since: () => ({ ...known, ...index }) } };
}

const placeOf = (operation: string, above = ''): RootPlace => ({
  ...{ operation, direction: 'request', join: (path) => above + path },
});
const noHistory = () => [];

test('a shared part exists since its oldest place does', () => {
  const oldestOf = (...all: readonly (Since | null)[]) => {
    const site = siteWith({ field: (operation) => all[Number(operation)] ?? null });
    const ages = agesOf(site, 'elbv2', () => all.map((_, index) => placeOf(String(index))), noHistory);
    return ages.field('request', 'A')?.since ?? null;
  };
  expect(oldestOf(exact(newest), exact(oldest), exact(newest))).toEqual(exact(oldest));
  expect(oldestOf(exact(oldest), early(oldest))).toEqual(early(oldest));
  expect(oldestOf(early(oldest), exact(oldest))).toEqual(early(oldest));
  expect(oldestOf(null, exact(newest))).toEqual(exact(newest));
  expect(oldestOf(exact(newest), null)).toEqual(exact(newest));
  expect(oldestOf(null)).toBeNull();
  expect(oldestOf()).toBeNull();
});

test('fields and values are asked for where they stand in the operation, at the first places only', () => {
  const asked: string[] = [];
  const site = siteWith({
    field(operation, direction, path) {
      asked.push(`${operation} ${direction} ${path}`);
      return exact(newest);
    },
    enumValue: (operation, direction, path, value) =>
      `${operation} ${direction} ${path} ${value}` === 'Op request List[].A V' ? exact(newest) : null,
  });
  const ages = agesOf(site, 'elbv2', (root) => (root === 'request' ? [placeOf('Op', 'List[].')] : []), noHistory);
  expect(ages.field('request', 'A')?.path).toBe('List[].A');
  expect(asked).toEqual(['Op request List[].A']);
  expect(ages.value('request', 'A', 'V')?.since).toEqual(exact(newest));
  expect(ages.value('request', 'A', 'W')).toBeNull();
  expect(ages.field('response', 'A')).toBeNull();

  asked.length = 0;
  agesOf(site, 'elbv2', () => Array.from({ length: 100 }, () => placeOf('Op')), noHistory).field('request', 'A');
  expect(asked).toHaveLength(24);
});

test('it is told where it is newer than what it stands in, and never where the records begin', () => {
  const told = (own: Since, than: Since | null) => {
    const site = siteWith({ field: () => own });
    const ages = agesOf(site, 'elbv2', () => [placeOf('Op')], noHistory);
    return ages.newer(ages.field('request', 'A'), than)?.label ?? null;
  };
  expect(told(exact(newest), exact(oldest))).toBe('1.40.73');
  expect(told(exact(newest), exact(newest))).toBeNull();
  expect(told(exact(oldest), exact(newest))).toBeNull();
  expect(told(exact(oldest), early(oldest))).toBe('1.40.72');
  expect(told(exact(newest), null)).toBe('1.40.73');
  expect(told(early(newest), exact(oldest))).toBeNull();
});

test('it leads to the card of the change, and to the page of the release where that has none', () => {
  const site = siteWith({ field: () => exact(newest), enumValue: () => exact(newest) });
  const history = (operation: string) => site.store.operationHistory('elbv2', operation);
  const ages = agesOf(site, 'elbv2', () => [placeOf('RegisterTargets')], history);
  const url = (path: string) => ages.newer(ages.field('request', path), null)?.url;
  expect(url('Targets[].QuicServerId')).toBe('/releases/1.40.73/elbv2/#0000000000c1');
  expect(url('Targets[].Id')).toBe('/releases/1.40.73/elbv2/');
  const listener = agesOf(site, 'elbv2', () => [placeOf('CreateListener')], history);
  const value = (name: string) => listener.newer(listener.value('request', 'Protocol', name), null)?.url;
  expect(value('TCP_QUIC')).toBe('/releases/1.40.73/elbv2/#0000000000b2');
  expect(value('HTTP')).toBe('/releases/1.40.73/elbv2/');
});

test('a release is told with its day and all its numbers', () => {
  const site = fixtureSite();
  expect(ageView(site, 'elbv2', newest, 'abc')).toEqual({
    label: '1.40.73',
    when: 'Nov 2025',
    title: expect.stringMatching(/^botocore 1\.40\.73, boto3 1\.40\.73, 13 Nov/),
    url: '/releases/1.40.73/elbv2/#abc',
  });
  expect(ageView(site, 'elbv2', oldest, undefined)).toMatchObject({
    when: null,
    title: 'botocore 1.40.72, boto3 1.40.72',
  });
  // No version, no numbers; and the service has no page in it that could have an anchor.
  expect(ageView(site, 'elbv2', undated, 'abc')).toMatchObject({
    title: expect.stringMatching(/^2020-09-08, 8 Sep/),
    url: '/releases/2020-09-08/',
  });
});
