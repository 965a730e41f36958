/** What readers come for, done in a browser on the site of the real history, each within its goal. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { describeBrowser, launch } from '../chromium.ts';
import { testHistory } from './test-history.ts';

const screen = { width: 1440, height: 900 };

describeBrowser('a reader of the real history', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  /** Opens a page, and gives how many pages were asked for since. */
  async function opened(
    path: string,
    javaScriptEnabled = true,
  ): Promise<{ page: Page; pages: () => number; close: () => Promise<void> }> {
    const context = await browser.newContext({ viewport: screen, javaScriptEnabled });
    const page = await context.newPage();
    let count = 0;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) count += 1;
    });
    await page.goto(new URL(path, inject('history') ?? '').href);
    return { page, pages: () => count, close: () => context.close() };
  }

  testHistory('sees what changed in s3 in three months on the first screen of one page, without scripts', async () => {
    const { page, close } = await opened('services/s3/', false);
    const rows = page.locator('.entries > li');
    const days = await rows
      .locator('time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    const recent = days.filter((day) => day > '2026-05-07').length;
    expect(recent).toBeGreaterThan(2);
    const box = await rows.nth(recent - 1).boundingBox();
    expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(screen.height);
    await close();
  });

  testHistory('sees what broke in three months in twelve services, on one page with an address', async () => {
    const ids = 'apigatewayv2,athena,bedrock-runtime,cloudfront,codebuild,dynamodb,elbv2,kms,lambda,s3,sns,sqs';
    const { page, pages, close } = await opened(`mine/?sev=breaking,dangerous#${ids}`);
    await page.locator('.mine-days [data-row]:visible').first().waitFor();
    const glyphs = page.locator('.mine-days [data-row]:visible .counts');
    for (const text of await glyphs.allTextContents()) expect(text).toMatch(/[!?] \d/);
    expect(pages()).toBe(1);
    await close();
  });

  testHistory(
    'reads a large operation: what it requires is on the first screen, in 200 KB, history apart',
    async () => {
      const { page, close } = await opened('services/lambda/CreateFunction/', false);
      const box = await page.locator('#request .fields > li', { hasText: 'required' }).first().boundingBox();
      expect((box?.y ?? 9999) + 30).toBeLessThanOrEqual(screen.height);
      expect(Buffer.byteLength(await page.content())).toBeLessThanOrEqual(200 * 1024);
      await page.getByRole('link', { name: /^All \d+ changes$/ }).click();
      await page.waitForURL(/\/CreateFunction\/history\/$/);
      await close();
    },
  );

  testHistory('finds a service by another name in the list, and Enter opens it', async () => {
    const { page, close } = await opened('services/');
    const heights = await page
      .locator('#services > li')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    // 429 services that live stand two in a row, on 8 screens.
    expect(Math.max(...heights) * 215).toBeLessThanOrEqual(8 * screen.height);
    await page.getByLabel('Filter services').fill('load balancer');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/services\/elbv2\/$/);
    await close();
  });

  testHistory('comes from a field to the change that brought it', async () => {
    const { page, close } = await opened('services/lambda/CreateFunction/');
    const age = page.locator('#request .fields .age').first();
    expect(await age.getAttribute('title')).toMatch(/^botocore \S+, boto3 \S+, \d+ \w+ \d{4}$/);
    await age.click();
    await page.locator(':target').first().waitFor({ state: 'attached' });
    expect(new URL(page.url()).pathname).toMatch(/^\/releases\/[^/]+\/lambda\/$/);
    await close();
  });
});
