/** Search where something does not load: it is said, nothing wrong is left, and there is a way around. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBrowser, launch } from '../chromium.ts';
import { field, openSoon as open, options } from './search-field.ts';

describeBrowser('search that does not load', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('what does not load is said, can be asked for again, and has a way around', async () => {
    const { page, close } = await open(browser, '');
    await page.route('**/search/words/*.json', (route) => route.abort());
    await page.keyboard.press('/');
    await field(page).fill('target');
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    expect(await page.getByRole('status').last().textContent()).toContain('did not load');
    expect(await page.getByRole('link', { name: 'Services and operations from A to Z' }).getAttribute('href')).toBe(
      '/docs/index/',
    );
    await page.unroute('**/search/words/*.json');
    await again.click();
    await page.getByRole('group', { name: 'Fields' }).waitFor();
    expect(await again.count()).toBe(0);
    await close();
  });

  test('where it does not load, nothing of another text is left to be opened', async () => {
    const { page, close } = await open(browser, 'search/?q=put_item');
    await options(page).first().waitFor();
    await page.route('**/search/**.json', (route) => route.abort());
    await field(page).fill('dynamodb:attr');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await options(page).count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toMatch(/\/search\/$/);
    await close();
  });

  test('who is offline keeps the page', async () => {
    const { page, close } = await open(browser, 'rules/');
    await page.context().setOffline(true);
    await page.keyboard.press('/');
    const link = page.locator('.bar-search');
    await expect.poll(() => link.textContent()).toBe('No connection');
    expect(new URL(page.url()).pathname).toMatch(/\/rules\/$/);
    await page.context().setOffline(false);
    await expect.poll(() => link.textContent()).toBe('Search');
    await page.keyboard.press('/');
    await field(page).waitFor();
    await close();
  });

  test('where its script does not load, the link leads to its page', async () => {
    const { page, close } = await open(browser, '');
    // The machine of the test may have no network for a moment: the page would say so, and stay.
    await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { value: true }));
    await page.route('**/_astro/main-*.js', (route) => route.abort());
    await expect
      .poll(
        async () => {
          // Who sees nothing happen presses it again.
          if (!page.url().endsWith('/search/')) await page.keyboard.press('/');
          return page.url();
        },
        { timeout: 15_000, interval: 1000 },
      )
      .toMatch(/\/search\/$/);
    await expect.poll(() => page.locator('.letters a').count()).toBeGreaterThan(3);
    await close();
  });
});
