/** The list of a service's changes: its feeds, its counts, and a sentence for each of the newest 150 releases. */
import { expect, test } from 'vitest';
import { serviceChangesPage } from '../../../src/view/pages/service-changes-page.ts';
import { servicePage } from '../../../src/view/pages/service-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { changeOf } from '../../changes-by-hand.ts';
import { releaseOf, serviceRelease } from '../../feed/feeds-by-hand.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite('/docs/');

test('feeds are those of the service, by its title', () => {
  const { feeds, service } = serviceChangesPage(site, 'elbv2');
  expect(service.title).not.toBe('elbv2');
  expect(feeds.map(({ title, url }) => [title, url])).toEqual([
    [`${service.title}: API changes (RSS)`, '/docs/services/elbv2/feed.xml'],
    [`${service.title}: API changes (Atom)`, '/docs/services/elbv2/atom.xml'],
    [`${service.title}: API changes (JSON Feed)`, '/docs/services/elbv2/feed.json'],
  ]);
  const page = servicePage(site, 'elbv2');
  expect(page.feeds).toEqual(feeds);
  expect(page.breaking.map(({ about }) => about)).toEqual(feeds.map(() => `breaking API changes of ${service.title}`));
});

test('older releases than the newest 150 are counted and not told', () => {
  const releases = Array.from({ length: 151 }, (_, at) =>
    serviceRelease(releaseOf(`1.${500 - at} 2025-01-01`), 'elbv2'),
  );
  const store = {
    ...site.store,
    serviceReleases: () => releases,
    changes: () => [changeOf('operation-added', 'Brew')],
  };
  const { years, entriesTitle, head } = serviceChangesPage({ ...site, store, memory: new Memory() }, 'elbv2');
  const lines = years.flatMap(({ rows }) => rows).map((entry) => entry.lines.length);
  expect([lines.length, lines[149], lines[150]]).toEqual([151, lines[0], 0]);
  expect(lines[0]).toBeGreaterThan(0);
  expect(entriesTitle).toBe('151 releases');
  expect(head.title).toMatch(/^Changes of /);
});
