/** Uses the page of feeds as somebody does who follows some services: choosing, the file for the reader, the address of the choice. */
import { readFile } from 'node:fs/promises';
import { parseOpml } from 'feedsmith';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { describeBrowser, launch, layoutShift, open } from './chromium.ts';

describeBrowser('somebody who follows some services', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const chosen = (page: Page) => page.locator('[data-chosen]').textContent();
  const shown = (page: Page) => page.locator('.feed-picker .feed-list > li:visible').count();

  async function addressesIn(page: Page): Promise<readonly (string | undefined)[]> {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const file = await (await download).path();
    const list = parseOpml(await readFile(file, 'utf8'));
    return list.body?.outlines?.map(({ xmlUrl }) => xmlUrl?.replace(inject('site'), '')) ?? [];
  }

  test('finds them by typing, and gets one file', async () => {
    const { page, problems, close } = await open(browser, 'feeds/');
    const all = await shown(page);
    expect(await page.getByRole('button', { name: 'Download' }).isDisabled()).toBe(true);
    await page.getByLabel('Find a service').fill('elbv');
    expect(await shown(page)).toBe(1);
    await page.getByLabel('Find a service').press('Enter');
    expect(await shown(page)).toBe(all);
    await page.getByRole('checkbox', { name: 'ec2' }).check();
    expect(await chosen(page)).toBe('2 chosen: ec2, elbv2');
    await expect.poll(() => page.url()).toBe(`${inject('site')}feeds/#ec2,elbv2`);
    expect(await addressesIn(page)).toEqual(['services/ec2/feed.xml', 'services/elbv2/feed.xml']);
    await page.getByLabel('Breaking only', { exact: true }).check();
    await expect.poll(() => page.url()).toBe(`${inject('site')}feeds/#ec2,elbv2;breaking`);
    expect(await addressesIn(page)).toEqual(['services/ec2/breaking/feed.xml', 'services/elbv2/breaking/feed.xml']);
    await page.getByText('The addresses of the chosen feeds').click();
    expect(await page.getByLabel('Addresses of the chosen feeds').inputValue()).toBe(
      ['ec2', 'elbv2'].map((id) => `${inject('site')}services/${id}/breaking/feed.xml`).join('\n'),
    );
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await chosen(page)).toBe('No service chosen');
    await expect.poll(() => page.url()).toBe(`${inject('site')}feeds/`);
    expect(problems).toEqual([]);
    await close();
  });

  test('adds their own services to the choice, where they follow any', async () => {
    const { page, close } = await open(browser, 'feeds/#ec2');
    await expect.poll(() => chosen(page)).toBe('1 chosen: ec2');
    expect(await page.getByRole('button', { name: 'Choose mine' }).isDisabled()).toBe(true);
    await page.evaluate(() => localStorage.setItem('apidelta-mine', 'elbv2'));
    await page.reload();
    await page.getByRole('button', { name: 'Choose mine' }).click();
    expect(await chosen(page)).toBe('2 chosen: ec2, elbv2');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download 2 feeds (OPML)' }).click();
    expect((await download).suggestedFilename()).toBe('apidelta-2-services.opml');
    await close();
  });

  test('opens the address of a choice', async () => {
    const { page, close } = await open(browser, 'feeds/#ec2,nothing,%e0,elbv2;breaking');
    await expect.poll(() => chosen(page)).toBe('2 chosen: ec2, elbv2');
    expect(await page.getByLabel('Breaking only', { exact: true }).isChecked()).toBe(true);
    await close();
  });

  test.for([360, 1280])('sees nothing move at %i pixels', async (width) => {
    const { page, close } = await open(browser, 'feeds/#ec2,elbv2', { viewport: { width, height: 800 } });
    await expect.poll(() => chosen(page)).toContain('2 chosen');
    expect(await layoutShift(page)).toBe(0);
    await close();
  });

  test('reads without scripts: every feed has its address, and nothing is offered that does not work', async () => {
    const { page, close } = await open(browser, 'feeds/', { javaScriptEnabled: false });
    expect(await page.getByRole('link', { name: 'Feed of ec2' }).getAttribute('href')).toMatch(
      /services\/ec2\/feed\.xml$/,
    );
    expect(await page.getByRole('button', { name: 'Download' }).isVisible()).toBe(false);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(await page.getByText('Choosing needs scripts').isVisible()).toBe(true);
    await close();
  });
});
