/** What readers meet on long pages of the real history: fields on pages of their own, code that is cut, a long history. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { describeBrowser, launch } from '../chromium.ts';
import { testHistory } from './test-history.ts';

describeBrowser('a reader of a long page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function opened(path: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(new URL(path, inject('history') ?? '').href);
    return page;
  }

  testHistory(
    'the filter of fields finds names on pages of their own, and says where no field is called so',
    async () => {
      const page = await opened('services/dynamodb/CreateTable/');
      const said = page.locator('.summary-bar > p');
      await page.getByLabel('Filter fields').fill('LastUpdateDateTime');
      const found = said.getByRole('link', { name: 'LastUpdateDateTime' });
      expect(await found.getAttribute('href')).toMatch(/\/#fields\.LastUpdateDateTime$/);
      await page.getByLabel('Filter fields').fill('nobody calls a field so');
      expect(await said.textContent()).toBe('No field of this page is called so. ');
      await page.getByLabel('Filter fields').press('Escape');
      expect(await said.textContent()).toBe('');
      await page.close();
    },
  );

  testHistory('a long list of paginators is folded, and opens for its tab and for a link to one of it', async () => {
    const page = await opened('services/cloudfront/');
    const rows = page.locator('section:has(> #paginators) .helpers > li');
    expect(await rows.first().isVisible()).toBe(false);
    await page.locator('.tabs').getByRole('link', { name: 'Paginators' }).click();
    expect(await rows.first().isVisible()).toBe(true);
    const id = await rows.nth(3).getAttribute('id');
    await page.close();
    const silent = await browser.newPage({ javaScriptEnabled: false });
    await silent.goto(new URL(`services/cloudfront/#${id}`, inject('history') ?? '').href);
    expect(await silent.locator(`[id="${id}"]`).isVisible()).toBe(true);
    await silent.close();
    const errors = await opened('services/cloudfront/#errors');
    await expect.poll(() => errors.locator('section:has(> #errors) .helpers > li').first().isVisible()).toBe(true);
    await errors.close();
  });

  testHistory('many operations are folded by resource on a phone, and in sight on a wide page', async () => {
    const listed = await (await fetch(new URL('api/v1/services.json', inject('history') ?? ''))).json();
    // The site wrote the file.
    const { services } = listed as {
      readonly services: readonly { readonly id: string; readonly operations: number }[];
    };
    const [most] = services.toSorted((a, b) => b.operations - a.operations);
    const address = new URL(`services/${most?.id}/`, inject('history') ?? '').href;
    const opened = async (width: number, javaScriptEnabled: boolean) => {
      const page = await browser.newPage({ viewport: { width, height: 844 }, javaScriptEnabled });
      await page.goto(address);
      return page;
    };
    const folds = (page: Page) => page.locator('#operation-list > details');
    const first = (page: Page) => folds(page).first().locator('li').first();

    for (const script of [false, true]) {
      const wide = await opened(1280, script);
      expect(await first(wide).isVisible()).toBe(true);
      if (script) await folds(wide).first().locator('summary').click();
      expect(await first(wide).isVisible()).toBe(!script);
      await wide.close();
      const narrow = await opened(390, script);
      expect(await narrow.locator('#operation-list li:visible').count()).toBe(0);
      const size = await narrow.locator('#operation-list').boundingBox();
      expect((size?.height ?? 0) / (await folds(narrow).count())).toBeLessThan(40);
      await folds(narrow).first().locator('summary').click();
      expect(await first(narrow).isVisible()).toBe(true);
      await narrow.close();
    }

    const page = await opened(390, true);
    const last = page.locator('#operation-list li').last();
    const name = (await last.getAttribute('data-name')) ?? '';
    const filter = page.locator('[data-list-filter=operation-list] input');
    await filter.fill(name);
    expect(await last.isVisible()).toBe(true);
    await filter.press('Escape');
    expect(await page.locator('#operation-list li:visible').count()).toBe(0);
    // A link to what is in a fold opens it.
    await last.evaluate((one) => {
      one.id = 'far';
      location.hash = '#far';
    });
    await expect.poll(() => last.isVisible()).toBe(true);
    await page.close();
  });

  testHistory('what broke is folded by month below the newest, and a link to a release opens its month', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const address = new URL('breaking/', inject('history') ?? '').href;
    await page.goto(address);
    const months = page.locator('details.year');
    expect(await months.first().getAttribute('open')).not.toBe(null);
    const closed = page.locator('details.year:not([open])');
    expect(await closed.count()).toBeGreaterThan(0);
    for (const words of await months.locator(':scope > summary').allTextContents())
      expect(words).toMatch(/^\w+ \d{4}\s*\d+ services? in \d+ releases?$/);
    expect(await page.evaluate(() => document.documentElement.scrollHeight / innerHeight)).toBeLessThan(12);
    const id = await closed.last().locator('h3').last().getAttribute('id');
    for (const javaScriptEnabled of [false, true]) {
      const there = await browser.newPage({ javaScriptEnabled });
      await there.goto(`${address}#${id}`);
      await expect.poll(() => there.locator(`[id="${id}"]`).isVisible()).toBe(true);
      await there.close();
    }
    await page.close();
  });

  testHistory('a shape is found from the page of all shapes, also where its letter is split', async () => {
    const name = 'CaCertificatesBundleSource';
    const page = await opened(`services/cloudfront/shapes/#${name}`);
    await page.waitForURL(new RegExp(`/shapes/C/#${name}$`));
    await page.locator(`#${name} > a`).click();
    await page.waitForURL(new RegExp(`/shapes/Ca/#${name}$`));
    expect(await page.locator(`#${name} h2`).textContent()).toContain(name);
    await page.close();
  });
});
