/** Long lists of changes of the real history: a filter by severity with an address, links to years, and nothing moves. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { describeBrowser, launch, layoutShift } from '../chromium.ts';
import { testHistory } from './test-history.ts';

const paths = ['services/lambda/changes/', 'services/lambda/CreateFunction/history/', 'services/elbv2/changes/'];

describeBrowser('long lists of changes', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const opened = async (path: string, width = 1280): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(new URL(path, inject('history') ?? '').href);
    await page.locator('[name=sev]').first().waitFor({ state: 'attached' });
    return page;
  };
  const rows = (page: Page) => page.locator('[data-row]:visible');

  for (const path of paths) {
    testHistory(`${path}: the address keeps what is shown`, async () => {
      const page = await opened(path);
      // Some are in folded years.
      const all = await page.locator('[data-row]').count();
      const boxes = page.locator('[name=sev]');
      expect(await boxes.count()).toBeGreaterThan(1);
      await boxes.first().evaluate((one) => (one as HTMLInputElement).click());
      const some = await rows(page).count();
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(all);
      expect(await page.locator('.filter-status').textContent()).toMatch(new RegExp(`^${some} of ${all} `));
      await expect.poll(() => page.url()).toMatch(/\?sev=\w+$/);
      await page.reload();
      await expect.poll(() => rows(page).count()).toBe(some);
      // What has no row left is not there, and no link leads to it.
      for (const group of await page.locator('[data-group]:visible').all())
        expect(await group.locator('[data-row]:visible').count()).toBeGreaterThan(0);
      const links = await page.locator('nav[aria-label=Years] a:visible').all();
      expect(links.length).toBeGreaterThan(0);
      for (const link of links)
        expect(await page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`).isVisible()).toBe(true);
      await page.close();
    });

    testHistory(
      `${path}: years are folded, a link opens one, also without a script, and so does a filter`,
      async () => {
        const page = await opened(path, 390);
        const years = page.locator('details.year');
        const closed = page.locator('details.year:not([open])');
        const folded = await closed.count();
        expect(folded).toBeGreaterThan(0);
        expect(await years.first().evaluate((one) => (one as HTMLDetailsElement).open)).toBe(true);
        const last = page.locator('nav[aria-label=Years] a').last();
        const id = (await last.getAttribute('href'))?.slice(1) ?? '';
        const whole = await page.evaluate(() => document.documentElement.scrollHeight);
        expect(whole).toBeLessThan(12_000);
        await last.click();
        expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
        await expect.poll(() => closed.count()).toBe(folded - 1);
        // The name of the year is in sight, and not behind the bar.
        await expect
          .poll(async () => (await page.locator(`details:has([id="${id}"]) > summary`).boundingBox())?.y ?? 0)
          .toBeGreaterThan(48);
        const box = page.locator('[name=sev]').first();
        await box.evaluate((one) => (one as HTMLInputElement).click());
        expect(await page.locator('details.year:not([open]):visible').count()).toBe(0);
        await box.evaluate((one) => (one as HTMLInputElement).click());
        expect(await closed.count()).toBe(folded - 1);
        await page.close();
        const plain = await browser.newPage({ javaScriptEnabled: false });
        await plain.goto(new URL(`${path}#${id}`, inject('history') ?? '').href);
        expect(await plain.locator(`[id="${id}"]`).isVisible()).toBe(true);
        await plain.close();
      },
    );

    testHistory(`${path}: every year is linked`, async () => {
      const html = await (await fetch(new URL(path, inject('history') ?? ''))).text();
      const years = new Set([...html.matchAll(/<time datetime="?(\d{4})/g)].map(([, year]) => year));
      expect(years.size).toBeGreaterThan(2);
      const links = [...html.matchAll(/href="?#y(\d{4})/g)].map(([, year]) => year);
      expect(new Set(links)).toEqual(years);
      for (const year of links) expect(html).toMatch(new RegExp(`id="?y${year}\\b`));
    });

    testHistory(`${path}: nothing moves while it loads`, async () => {
      for (const [width, query] of [360, 390, 600, 1280].flatMap((one) => [
        [one, ''] as const,
        [one, '?sev=breaking'] as const,
      ])) {
        const page = await opened(path + query, width);
        expect(await layoutShift(page), `${width} ${query}`).toBeLessThan(0.02);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        await page.close();
      }
    });
  }
});
