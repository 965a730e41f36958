/** The room of the page of search: no hole below few results, and nothing that is seen moves when they come. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBrowser, launch, layoutShift } from '../chromium.ts';
import { field, openSoon as open, options } from './search-field.ts';

describeBrowser('the room of the page of search', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const shifted = (page: Page) => layoutShift(page, { unasked: true });
  /** Holds back what the search reads. */
  const slow = (page: Page) =>
    page.route('**/search/**.json', async (route) => {
      await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
  const gap = async (page: Page): Promise<number> => {
    const last = await page.locator('.search-results').boundingBox();
    const below = await page.locator('#letters').boundingBox();
    return (below?.y ?? 0) - (last?.y ?? 0) - (last?.height ?? 0);
  };

  test.for([
    [1280, 'CreateTargetGroup'],
    [1280, 'target'],
    [1280, 'nothing has this'],
    [390, 'CreateTargetGroup'],
  ] as const)('%i pixels, %s: no hole and no shift', async ([width, typed]) => {
    const { page, problems, close } = await open(browser, 'index/', { viewport: { width, height: 800 } });
    await slow(page);
    await page.goto(new URL(`../search/?q=${encodeURIComponent(typed)}`, page.url()).href);
    await page.locator('.search-status:not(:empty)').waitFor();
    await page.locator('#letters').waitFor();
    expect(await gap(page)).toBeLessThan(48);
    expect(await page.locator('body > footer').isVisible()).toBe(true);
    expect(await shifted(page)).toBeLessThan(0.02);
    expect(problems).toEqual([]);
    await close();
  });

  test('typing, where results come late', async () => {
    const { page, close } = await open(browser, 'search/', { viewport: { width: 1280, height: 800 } });
    await slow(page);
    await field(page).waitFor();
    await page.keyboard.type('CreateTargetGroup');
    await options(page).first().waitFor();
    await page.locator('#letters').waitFor();
    expect(await gap(page)).toBeLessThan(48);
    expect(await shifted(page)).toBeLessThan(0.02);
    await close();
  });

  test('where its script does not load, what stands below is there', async () => {
    const { page, close } = await open(browser, 'index/');
    await page.route('**/_astro/main-*.js', (route) => route.abort());
    await page.goto(new URL('../search/?q=CreateTargetGroup', page.url()).href);
    await page.locator('#letters').waitFor();
    expect(await page.locator('body > footer').isVisible()).toBe(true);
    await close();
  });
});
