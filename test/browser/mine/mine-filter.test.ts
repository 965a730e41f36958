/** Only the services that a reader follows, on every list of releases; links to other lists keep the choice. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { describeBrowser, launch, layoutShift, open } from '../chromium.ts';

describeBrowser('the filter of followed services', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const names = (page: Page) => page.locator('[data-row]:visible .entry-name').allTextContents();

  /** Opens a page as somebody who follows services. */
  async function openAs(followed: string, path: string, width = 1280) {
    const opened = await open(browser, 'license/', { viewport: { width, height: 800 } });
    await opened.page.evaluate((ids) => localStorage.setItem('apidelta-mine', ids), followed);
    await opened.page.goto(new URL(path, inject('site')).href);
    return opened;
  }

  test('goes along from the first page to a month, and to its neighbours', async () => {
    const { page, problems, close } = await openAs('lambda', '');
    // The first page of a small site has no older months.
    await page
      .locator('main')
      .evaluate((main) =>
        main.insertAdjacentHTML('beforeend', '<nav class="archive"><a href="releases/2026/07/">July</a></nav>'),
      );
    await page.locator('label', { hasText: '★ mine' }).click();
    await page.locator('label', { hasText: '! breaks' }).first().click();
    const month = page.locator('.archive a').first();
    expect(new URL(await month.evaluate((one) => (one as HTMLAnchorElement).href)).search).toBe('?s=mine&sev=breaking');
    await page.locator('label', { hasText: '! breaks' }).first().click();
    const broke = page.getByRole('link', { name: 'What broke callers' });
    expect(await broke.evaluate((one) => (one as HTMLAnchorElement).search)).toBe('?s=mine');
    await month.click();
    await page.waitForURL(/\/releases\/2026\/07\/\?s=mine$/);
    expect(await names(page)).toEqual(['1.43.60']);
    const crumb = page.locator('.crumbs a', { hasText: '2026' });
    expect(await crumb.evaluate((one) => (one as HTMLAnchorElement).search)).toBe('?s=mine');
    await page.locator('.pager a').first().click();
    await page.waitForURL(/\/releases\/2026\/05\/\?s=mine$/);
    expect(await names(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  test('a month of a year has to have the mark in a followed service', async () => {
    const { page, problems, close } = await openAs('kinesis', 'releases/2025/?s=mine');
    expect(await names(page)).toEqual(['May']);
    expect(await page.locator('[data-row]:visible').textContent()).toMatch(/★ kinesis$/);
    const may = page.locator('.entry-name', { hasText: 'May' });
    expect(await may.evaluate((one) => (one as HTMLAnchorElement).search)).toBe('?s=mine');
    // Others of May have looser fields, but not this one.
    await page.locator('label', { hasText: 'new or looser' }).click();
    expect(await names(page)).toEqual([]);
    await page.locator('label', { hasText: 'new or looser' }).click();
    await page.locator('label', { hasText: '★ mine' }).click();
    expect((await names(page)).length).toBeGreaterThan(1);
    expect(await page.locator('[data-row] .yours').count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('counts are those of the followed services, in the rows of a year and above them', async () => {
    const { page, close } = await openAs('kinesis', 'releases/2025/');
    const told = async () =>
      (await page.locator('.page-head .meta, [data-row]:visible').allInnerTexts()).map((text) =>
        text.replace(/\s+/g, ' ').trim(),
      );
    const titles = () =>
      page.locator('.counts > :visible').evaluateAll((all) => all.map((one) => (one as HTMLElement).title));
    const [whole, wholeTitles] = [await told(), await titles()];
    await page.locator('label', { hasText: '★ mine' }).click();
    expect(await told()).toEqual([
      '6 releases, 1 of 5 services 3 of 40 changes ! 3',
      'May ! 3 3 releases, 1 of 2 services ★ kinesis',
    ]);
    expect(await titles()).toEqual(['3 break callers', '3 break callers']);
    await page.locator('label', { hasText: '★ mine' }).click();
    expect([await told(), await titles()]).toEqual([whole, wholeTitles]);
    await close();
  });

  test('a release of many services tells the followed ones', async () => {
    const { page, close } = await openAs('dsql,kinesis,lambda', 'releases/2025/05/');
    const row = page.locator('[data-row]', { hasText: '1.38.19' });
    await row.evaluate((one) => {
      one.querySelector('p.entry-lead')?.insertAdjacentHTML('beforeend', ', <a href="#">ec2</a>');
      Object.assign((one as HTMLElement).dataset, { s: 'dsql ec2 kinesis lambda', m: '1 1 ..1 1' });
      one.insertAdjacentHTML('beforeend', '<ul class="lines"><li data-s="ec2">a</li><li data-s="dsql">b</li></ul>');
    });
    await page.locator('label', { hasText: '★ mine' }).click();
    await page.locator('label', { hasText: '! breaks' }).first().click();
    expect(await row.locator('.entry-lead .dim').allTextContents()).toEqual(['ec2']);
    expect(await row.locator('.entry-lead').textContent()).toMatch(/ec2 ★ lambda$/);
    expect(await row.locator('li[data-s]:visible').evaluateAll((all) => all.map((one) => one.dataset.s))).not.toContain(
      'ec2',
    );
    await page.locator('label', { hasText: '★ mine' }).click();
    await page.locator('label', { hasText: '! breaks' }).first().click();
    expect(await row.locator('.dim').count()).toBe(0);
    expect(await row.locator('li[data-s=ec2]:visible').count()).toBe(1);
    await close();
  });

  test('works where the page tells only what broke, below its months', async () => {
    const { page, problems, close } = await openAs('kinesis', 'breaking/');
    expect(await page.locator('main h2').allTextContents()).toEqual(['December 2025', 'May 2025']);
    expect(await names(page)).toEqual(['s3vectors', 'dsql', 'kinesis']);
    await page.locator('label', { hasText: '★ mine' }).click();
    expect(await names(page)).toEqual(['kinesis']);
    expect(await page.locator('main h2:visible').allTextContents()).toEqual(['May 2025']);
    await expect.poll(() => new URL(page.url()).search).toBe('?s=mine');
    expect(problems).toEqual([]);
    await close();
  });

  test.for(
    ['releases/2025/?s=mine', 'releases/2025/05/?s=mine', 'breaking/?s=mine'].flatMap((path) =>
      [390, 1280].map((width) => ({ path, width })),
    ),
  )('$path at $width pixels: nothing moves', async ({ path, width }) => {
    const { page, close } = await openAs('kinesis', path, width);
    await page.locator('[data-row]:visible').first().waitFor();
    expect(await names(page)).not.toEqual([]);
    expect(await layoutShift(page)).toBeLessThan(0.02);
    await close();
  });
});
