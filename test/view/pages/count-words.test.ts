/** What is counted is said: a release counts changes, and many new operations of a service are one. */
import { expect, test } from 'vitest';
import { totalWords } from '../../../src/view/changes/severity-view.ts';
import { releasePage } from '../../../src/view/pages/release-page.ts';
import { serviceChangesPage } from '../../../src/view/pages/service-changes-page.ts';
import { serviceReleasePage } from '../../../src/view/pages/service-release-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite('/docs/');

/** The page of a release that adds operations. */
function added(...names: readonly string[]) {
  const changes = names.map((name) =>
    changeOf('operation-added', name, { key: name, places: [placeOf(name, '', { direction: null })] }),
  );
  const [entry] = site.store.serviceReleases({ service: 'elbv2' });
  if (entry === undefined) throw new Error('expected a release');
  const counts = { breaking: 0, dangerous: 0, safe: 1, docs: 0, wire: 0 };
  const store = { ...site.store, serviceReleases: () => [{ ...entry, counts }], changes: () => changes };
  return serviceReleasePage({ ...site, store, memory: new Memory() }, entry.release.id, 'elbv2');
}

test('new operations say that they are counted as one change', () => {
  expect(added('Brew', 'Grind', 'Pour').sections.operationsCount).toBe('3, counted as one change');
  expect(added('Brew').sections.operationsCount).toBe('1');
  expect(added('Brew', 'Grind').total).toBe('1 change');
});

test('heads say what their numbers count', () => {
  expect(totalWords([])).toBe('');
  const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
  for (const page of [releasePage(site, '1.40.73'), serviceChangesPage(site, 'elbv2')]) {
    expect(sum(page.counts)).toBeGreaterThan(1);
    expect(page.total).toBe(`${sum(page.counts)} changes`);
  }
});
