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
