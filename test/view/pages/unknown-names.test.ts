/** A page is only made of what the site has: of anything else it says what was unexpected, and what is there. */
import { expect, test } from 'vitest';
import { releaseJson } from '../../../src/view/api/release-json.ts';
import { rulePage } from '../../../src/view/pages/about/rules-page.ts';
import { indexPage } from '../../../src/view/pages/index-page.ts';
import { operationPage } from '../../../src/view/pages/operation-page.ts';
import { shapePage } from '../../../src/view/pages/part-page.ts';
import { releasePage } from '../../../src/view/pages/release-page.ts';
import { servicePage } from '../../../src/view/pages/service-page.ts';
import { serviceReleasePage } from '../../../src/view/pages/service-release-page.ts';
import { shapeListPage } from '../../../src/view/pages/shape-list-page.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite();

test.each<[string, () => unknown]>([
  ['Unexpected release `9.9.9`, expected one that the store has', () => releasePage(site, '9.9.9')],
  ['Unexpected release `9.9.9`, expected one that the store has', () => releaseJson(site, '9.9.9')],
  ['Unexpected release `9.9.9`, expected one of `elbv2`', () => serviceReleasePage(site, '9.9.9', 'elbv2')],
  ['Unexpected service `tea`, expected one that the store has', () => servicePage(site, 'tea')],
  ['Unexpected operation `Brew`, expected one of `elbv2`', () => operationPage(site, 'elbv2', 'Brew')],
  ['Unexpected list of shapes `Q`, expected one of `elbv2`', () => shapeListPage(site, 'elbv2', 'Q')],
  ['Unexpected part `Tea`, expected one with a page', () => shapePage(site, 'elbv2', 'Tea')],
  ['Unexpected beginning `q`, expected one with a page', () => indexPage(site, 'q')],
  ['Unexpected kind `brewed`, expected one of the catalogue', () => rulePage(site, 'brewed')],
])('%s', (sentence, make) => {
  expect(make).toThrow(new Error(sentence));
});
