/** Tests since when something exists, as a page says it. */
import { expect, test } from 'vitest';
import type { Release, Since, SinceIndex } from '../../../src/store/types.ts';
import { errorSince, operationSince, serviceSince } from '../../../src/view/fields/since-view.ts';
import { operationPage } from '../../../src/view/pages/operation-page.ts';
import type { Site } from '../../../src/view/site/site.ts';
import { fixtureSite } from '../../fixture-site.ts';
import { releases } from '../../memory-store.ts';

const [newest, oldest, undated] = releases as [Release, Release, Release];
const exact = (release: Release): Since => ({ release, orEarlier: false });
const early = (release: Release): Since => ({ release, orEarlier: true });

function siteWith(index: Partial<SinceIndex>): Site {
  const site = fixtureSite();
  const known = site.store.since('elbv2');
  return { ...site, store: { ...site.store, since: () => ({ ...known, ...index }) } };
}

test('a release that is known to have brought it is told without more, the beginning of the records is not', () => {
  const site = siteWith({ service: exact(newest), operation: () => early(oldest) });
  expect(serviceSince(site, 'elbv2')).toEqual({ label: '1.40.73', url: '/releases/1.40.73/elbv2/', exact: true });
  expect(operationSince(site, 'elbv2', 'X')).toEqual({
    ...{ label: '1.40.72 or earlier', url: '/releases/1.40.72/elbv2/', exact: false },
  });
  expect(serviceSince(siteWith({ service: null }), 'elbv2')).toBeNull();
});

test('it leads to the page of the release where the service has none in it', () => {
  expect(serviceSince(siteWith({ service: exact(undated) }), 'elbv2')?.url).toBe('/releases/2020-09-08/');
});

test('an error says since when only where it is not as old as its operation', () => {
  const ages = (error: Since | null, operation: Since | null) =>
    errorSince(siteWith({ error: () => error, operation: () => operation }), 'elbv2', 'X', 'E')?.label ?? null;
  expect(ages(exact(newest), exact(newest))).toBeNull();
  expect(ages(exact(newest), early(newest))).toBe('1.40.73');
  expect(ages(exact(newest), null)).toBe('1.40.73');
  expect(ages(null, exact(newest))).toBeNull();
});

test('a page asks for the ages of a service once, and for the list of releases no more than once a list', () => {
  const site = fixtureSite();
  let [ages, lists] = [0, 0];
  const store: Site['store'] = {
    ...site.store,
    since(service) {
      ages++;
      return site.store.since(service);
    },
    releases() {
      lists++;
      return site.store.releases();
    },
  };
  operationPage({ ...site, store }, 'elbv2', 'CreateListener');
  const once = lists;
  operationPage({ ...site, store }, 'elbv2', 'ModifyListener');
  expect([ages, lists]).toEqual([1, once]);
});
