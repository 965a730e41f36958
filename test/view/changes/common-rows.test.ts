/** A sentence that many services share is told once: who has no more to tell has no row, but its anchor still leads somewhere. */
import { expect, test } from 'vitest';
import type { Change } from '../../../src/model/index.ts';
import type { Release, ServiceRelease } from '../../../src/store/types.ts';
import { homePage } from '../../../src/view/pages/home-page.ts';
import { releasePage } from '../../../src/view/pages/release-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import type { Site } from '../../../src/view/site/site.ts';
import { releaseTwin } from '../../../src/view/twins/release-twin.ts';
import { changeOf } from '../../changes-by-hand.ts';
import { fixtureSite } from '../../fixture-site.ts';

const release: Release = { id: '1.0.0', version: '1.0.0', date: '2026-01-02' };
const shared = changeOf('endpoint-rules-changed', 'Endpoints', { severity: 'dangerous', places: [] });
const own = changeOf('field-removed', 'Gone', { key: 'own', severity: 'breaking' });

/** A release of so many services. All share a change; the first has another one, and the second a note. */
function siteOf(count: number): Site {
  const base = fixtureSite();
  const changes = (at: number): readonly Change[] => [
    { ...shared, service: `s${at}`, key: `shared-${at}` },
    ...(at === 0 ? [{ ...own, service: 's0' }] : []),
  ];
  const entries = Array.from({ length: count }, (_, at): ServiceRelease => {
    const counts = { breaking: at === 0 ? 1 : 0, dangerous: 1, safe: 0, docs: 0, wire: 0 };
    const text = [{ type: 'paragraph', children: [{ type: 'text', value: 'A note.' }] }] as const;
    return {
      ...{ release, service: `s${at}`, title: `S${at}`, status: 'changed', counts, sources: ['x'] },
      notes: at === 1 ? [{ kind: 'api-change', text } as never] : [],
    };
  });
  const store: Site['store'] = {
    ...base.store,
    releases: () => [release],
    serviceReleases: () => entries,
    generalNotes: () => [],
    changes: (service) => changes(Number(service.slice(1))),
    described: () => [],
  };
  return { ...base, store };
}

test('a service has a row if it has more to tell than what twenty others share', () => {
  const site = siteOf(22);
  const page = releasePage(site, '1.0.0');
  expect(page.common.map(({ services }) => services.length)).toEqual([22]);
  expect(page.rows.map(({ service }) => service)).toEqual(['s0', 's1']);
  expect(page.entries).toHaveLength(22);
  expect([...page.saidAnchors].slice(0, 2)).toEqual([
    ['s2', 's.s2'],
    ['s3', 's.s3'],
  ]);
  expect(page.jump).toEqual([]);
  expect(homePage(site).days.map(({ entries }) => entries.map(({ service }) => service))).toEqual([['s0', 's1']]);
  // Programs read each service by itself.
  expect(releaseTwin(site, '1.0.0').match(/^## /gm)).toHaveLength(22);
});

test('a filter has the marks of its release, where there are rows to choose from', () => {
  expect(releasePage(siteOf(22), '1.0.0').tones).toEqual(['breaks', 'risk']);
  expect(releasePage(siteOf(1), '1.0.0').tones).toEqual([]);
});

test('a service of which nothing was found has its row: what others share is not all there is to tell of it', () => {
  const site = siteOf(22);
  const nothing = { breaking: 0, dangerous: 0, safe: 0, docs: 0, wire: 0 };
  const store: Site['store'] = {
    ...site.store,
    serviceReleases: () =>
      site.store.serviceReleases().map((entry) => (entry.service === 's21' ? { ...entry, counts: nothing } : entry)),
    changes: (service, id) => (service === 's21' ? [] : site.store.changes(service, id)),
  };
  const { rows } = releasePage({ ...site, store, memory: new Memory() }, '1.0.0');
  expect(rows.map(({ service, total }) => [service, total])).toContainEqual(['s21', 'no changes found']);
});

test('what fewer services share stands in the row of each', () => {
  const page = releasePage(siteOf(19), '1.0.0');
  expect(page.rows).toHaveLength(19);
  expect(page.saidAnchors.size).toBe(0);
  expect(page.jump).toHaveLength(19);
});
