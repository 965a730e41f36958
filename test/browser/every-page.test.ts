/** Looks at every kind of page in a browser: no errors, no overflow on a phone, nothing that axe finds. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { pageKind } from '../../scripts/page-kind.ts';
import { describeBrowser, launch, open } from './chromium.ts';

/** One page of each kind is enough for axe, which takes a second a page: the first, and the one with the longest name. */
function samplePages(): readonly string[] {
  const kinds = Map.groupBy(inject('pages'), pageKind);
  return [...kinds.values()].flatMap((pages) => {
    const longest = pages.toSorted((a, b) => b.length - a.length)[0] ?? '';
    return [...new Set([pages[0] ?? '', longest])];
  });
}

describeBrowser('every kind of page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('there is at least one of each', () => {
    for (const start of ['', 'services/', 'releases/', 'rules/', 'feeds/', 'search/', 'index/'])
      expect(inject('pages')).toContain(start);
    expect(samplePages().length).toBeGreaterThan(8);
  });

  test.for(['light', 'dark'] as const)('axe finds nothing in %s', { timeout: 300_000 }, async (colorScheme) => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const found: unknown[] = [];
    for (const path of samplePages()) {
      const { page, close } = await open(browser, path, { colorScheme, bypassCSP: true });
      await openDetails(page);
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      for (const { id, nodes } of violations) {
        for (const { target, failureSummary } of nodes) found.push({ path, id, target, failureSummary });
      }
      await close();
    }
    expect(found.slice(0, 5)).toEqual([]);
  });

  test.for([360, 390, 1280])('nothing is wider than %i pixels or goes wrong', { timeout: 300_000 }, async (width) => {
    for (const path of samplePages()) {
      const { page, problems, close } = await open(browser, path, { viewport: { width, height: 800 } });
      await openDetails(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, `${path} at ${width}`).toBeLessThanOrEqual(0);
      expect(problems, path).toEqual([]);
      await close();
    }
  });
});

/** What is folded away is judged too. */
async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
