/** A release whose month alone is known: every page names the month, and none a day. */
import { expect, test } from 'vitest';
import { homePage } from '../../../src/view/pages/home-page.ts';
import { minePage } from '../../../src/view/pages/mine-page.ts';
import { breakingPage } from '../../../src/view/pages/releases/breaking-page.ts';
import { releaseYearPage } from '../../../src/view/pages/releases/release-year-page.ts';
import { releaseMonthPage, releasesPage } from '../../../src/view/pages/releases-page.ts';
import { servicePage } from '../../../src/view/pages/service-page.ts';
import { servicesPage } from '../../../src/view/pages/services-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { dayWords, weekdayWords } from '../../../src/view/site/words.ts';
import { changeOf } from '../../changes-by-hand.ts';
import { releaseOf, serviceRelease, siteWith } from '../../feed/feeds-by-hand.ts';

const [newer, older] = [releaseOf('1.2 2026-08'), releaseOf('1.1 2026-07-30')];
const counts = { breaking: 1, dangerous: 0, safe: 0, docs: 0, wire: 0 };
const entries = [newer, older].map((release) => serviceRelease(release, 'elbv2', { counts }));
const broken = changeOf('type-changed', 'integer>string', { severity: 'breaking', before: 'integer', after: 'string' });
const site = { ...siteWith([newer, older], entries, () => [broken]), memory: new Memory() };

test('the month stands where a day would', () => {
  expect([dayWords('2026-08'), weekdayWords('2026-08')]).toEqual(['Aug 2026', 'Aug 2026']);
  const home = homePage(site);
  expect(home.days.map(({ date }) => date)).toEqual(['2026-08', '2026-07-30']);
  expect(JSON.stringify(home)).toContain('2 releases from 30 Jul 2026 to Aug 2026');
  expect(releasesPage(site).months.map(({ title }) => title)).toEqual(['August 2026', 'July 2026']);
  expect(releaseMonthPage(site, '2026-08').month.releases.map(({ id }) => id)).toEqual(['1.2']);
  expect(releaseYearPage(site, '2026').months.map(({ label }) => label)).toEqual(['August', 'July']);
  expect(breakingPage(site).months.map(({ title }) => title)).toEqual(['August 2026', 'July 2026']);
  expect(breakingPage(site).summary).toBe('1 service in 2 releases, 30 Jul 2026 to Aug 2026');
  expect(servicePage(site, 'elbv2').latest.map(({ date }) => date)).toEqual(['2026-08', '2026-07-30']);
  expect(servicesPage(site).services.find(({ id }) => id === 'elbv2')?.spark?.words).toMatch(/^2 releases/);
});

test('the ninety days of followed services begin before its first day', () => {
  expect(minePage(site)).toMatchObject({
    from: '2026-05-03',
    months: [expect.stringContaining('2026-08'), expect.stringContaining('2026-07')],
  });
});
