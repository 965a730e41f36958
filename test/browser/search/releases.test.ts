/** A version in the search: it opens the release, in the dialog and on the page of search, and says if there is none. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBrowser, launch } from '../chromium.ts';
import { field, openSoon as open, options } from './search-field.ts';

describeBrowser('search for releases', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test.for(['1.43.62', 'v1.43.62', 'botocore 1.43.62', 'boto3==1.43.62'])('%s and Enter open it', async (typed) => {
    const { page, problems, close } = await open(browser, '');
    await page.keyboard.press('/');
    await field(page).waitFor();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/releases\/1\.43\.62\/$/);
    expect(await page.locator('h1').textContent()).toBe('1.43.62');
    expect(problems).toEqual([]);
    await close();
  });

  test('a version that is not there is said, with the one before it', async () => {
    const { page, problems, close } = await open(browser, 'search/?q=1.43.58');
    const row = options(page).first();
    await row.waitFor();
    expect(await page.locator('.search-status').textContent()).toBe(
      'No release 1.43.58 is known: the one before it is 1.43.3.',
    );
    expect(await row.getAttribute('href')).toBe('/docs/releases/1.43.3/');
    expect(await options(page).count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });
});
