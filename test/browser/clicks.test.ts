/** Goes from page to page by clicks, as no `goto` does: only then browsers make a transition from one page to the next. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBrowser, launch, open } from './chromium.ts';

/** Links on the way, each on the page that the one before leads to. */
const way = [
  '#menu a[href$="services/"]',
  '#services a',
  '.operation-groups a',
  'footer a',
  '#menu a[href$="compare/"]',
  '#menu a[href$="feeds/"]',
  '#menu a[href$="rules/"]',
  '#menu a[href$="releases/"]',
  '.month a',
  '.brand',
  '.entry-name',
  '.bar-mine',
];

describeBrowser('a reader who clicks', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test.for(['early-*.js', '*.css'])(
    'finds no error on any page, however late %s comes',
    { timeout: 180_000 },
    async (late) => {
      const { page, problems, close } = await open(browser, '');
      await page.route(`**/_astro/${late}`, async (route) => {
        await new Promise((done) => setTimeout(done, 200));
        await route.continue();
      });
      const seen = new Set<string>();
      for (const link of way) {
        const target = page.locator(link).first();
        const address = await target.evaluate((one) => (one as HTMLAnchorElement).href);
        await Promise.all([page.waitForURL(address), target.click()]);
        seen.add(address);
      }
      expect(seen.size).toBeGreaterThan(8);
      expect(problems).toEqual([]);
      await close();
    },
  );
});
