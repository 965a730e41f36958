/** One page of every kind, whole, as a golden: its data over `content/`, or over the fixtures where the content has none of the kind. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { licencePage } from '../../src/view/pages/about/licence-page.ts';
import { notFoundPage } from '../../src/view/pages/about/not-found-page.ts';
import { type KindView, rulePage, rulesPage } from '../../src/view/pages/about/rules-page.ts';
import { comparePage } from '../../src/view/pages/compare-page.ts';
import { feedsPage } from '../../src/view/pages/feeds-page.ts';
import { homePage } from '../../src/view/pages/home-page.ts';
import { indexPage } from '../../src/view/pages/index-page.ts';
import { minePage } from '../../src/view/pages/mine-page.ts';
import { operationHistoryPage } from '../../src/view/pages/operation-history-page.ts';
import { operationPage } from '../../src/view/pages/operation-page.ts';
import { type PartPageView, shapePage, subtreePage } from '../../src/view/pages/part-page.ts';
import { releasePage } from '../../src/view/pages/release-page.ts';
import { breakingPage } from '../../src/view/pages/releases/breaking-page.ts';
import { releaseYearPage } from '../../src/view/pages/releases/release-year-page.ts';
import { releaseMonthPage, releasesPage } from '../../src/view/pages/releases-page.ts';
import { searchPage } from '../../src/view/pages/search-page.ts';
import { serviceChangesPage } from '../../src/view/pages/service-changes-page.ts';
import { servicePage } from '../../src/view/pages/service-page.ts';
import { serviceReleasePage } from '../../src/view/pages/service-release-page.ts';
import { servicesPage } from '../../src/view/pages/services-page.ts';
import { shapeListPage, shapesPage } from '../../src/view/pages/shape-list-page.ts';
import type { Site } from '../../src/view/site/site.ts';
import { type ContentSite, contentSite } from '../content-site.ts';
import { fixtureSite } from '../fixture-site.ts';
import { outlineOf } from './outline.ts';

let content: ContentSite;
beforeAll(async () => {
  content = await contentSite();
});
afterAll(() => content.close());

const fixtures = fixtureSite('/docs/');
const nameless = { operation: 'DescribeHuge', direction: 'response', path: 'Body' } as const;

test.each<[string, (site: Site) => object]>([
  ['home', homePage],
  ['services', servicesPage],
  ['service', (site) => servicePage(site, 'elbv2')],
  ['operation', (site) => operationPage(site, 'elbv2', 'RegisterTargets')],
  ['releases', releasesPage],
  ['releases-of-month', (site) => releaseMonthPage(site, '2025-11')],
  ['releases-of-year', (site) => releaseYearPage(site, '2025')],
  ['breaking', breakingPage],
  ['release', (site) => releasePage(site, '1.40.73')],
  ['service-in-release', (site) => serviceReleasePage(site, '1.40.73', 'elbv2')],
  ['service-changes', (site) => serviceChangesPage(site, 'ec2')],
  ['rules', firstRules],
  ['rule', (site) => rulePage(site, 'required-added')],
  ['feeds', (site) => ({ ...feedsPage(site), services: namedFeeds(site) })],
  ['not-found', notFoundPage],
  ['mine', minePage],
  ['compare', comparePage],
  ['licence', (site) => licencePage(site, { 'Apache-2.0': 'The words of the licence.' })],
  ['search/search', searchPage],
  ['search/index', (site) => indexPage(site, '')],
  ['search/index-of-letter', (site) => indexPage(site, 'u')],
])('the page %s over the content', async (name, page) => {
  await expect(outlineOf(page(content.site))).toMatchFileSnapshot(`__snapshots__/${name}.txt`);
});

test.each<[string, (site: Site) => object]>([
  ['operation-with-everything', (site) => operationPage(site, 'elbv2', 'CreateListener')],
  ['reference/operation-history', (site) => operationHistoryPage(site, 'elbv2', 'CreateListener')],
  ['reference/shapes', (site) => shapesPage(site, 'elbv2')],
  ['reference/shape-list', (site) => shapeListPage(site, 'elbv2', 'C')],
  ['service-with-everything', (site) => servicePage(site, 'elbv2')],
  ['shape', (site) => firstFields(shapePage(site, 'elbv2', 'Large'))],
  ['part', (site) => firstFields(subtreePage(site, 'elbv2', nameless))],
])('the page %s over the fixtures', async (name, page) => {
  await expect(outlineOf(page(fixtures))).toMatchFileSnapshot(`__snapshots__/${name}.txt`);
});

/** All rules would be two thousand lines. */
function firstRules(site: Site): object {
  const page = rulesPage(site);
  return {
    ...page,
    subjects: page.subjects.map(({ kinds, ...subject }) => {
      const [{ rules, ...first } = {}] = kinds as readonly Partial<KindView>[];
      return { ...subject, ...first, rules: rules?.length };
    }),
  };
}

/** A part has a page because it has many fields. */
function firstFields(page: PartPageView): object {
  return { ...page, fields: page.fields.slice(0, 2) };
}

function namedFeeds(site: Site): object {
  return feedsPage(site).services.map(({ feeds, ...service }) => ({ ...service, own: feeds }));
}
