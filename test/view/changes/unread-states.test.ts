/** What could not be read stands on the pages that it touches. */
import { expect, test } from 'vitest';
import { releasePage } from '../../../src/view/pages/release-page.ts';
import { servicePage } from '../../../src/view/pages/service-page.ts';
import { fixtureSite } from '../../fixture-site.ts';

test('on the page of its release, and of its service', () => {
  const plain = fixtureSite();
  const release = plain.store.releases()[0]?.id ?? '';
  const service = plain.store.services()[0]?.id ?? '';
  const unread = [
    { service, version: release, why: 'its object is missing' },
    { service: 'nowhere', version: release, why: 'no JSON' },
    { service, version: '0.0.1', why: 'no JSON' },
  ];
  const site = { ...plain, store: { ...plain.store, unread: () => unread } };
  expect(releasePage(site, release).unread).toEqual([
    { label: service, url: site.urls.service(service), why: 'its object is missing' },
    { label: 'nowhere', url: null, why: 'no JSON' },
  ]);
  expect(servicePage(site, service).unread).toEqual([
    { label: release, url: site.urls.release(release), why: 'its object is missing' },
    { label: '0.0.1', url: null, why: 'no JSON' },
  ]);
  expect(releasePage(plain, release).unread).toEqual([]);
});
