/**
 * What readers come for, done in a browser on the site of the real history, each within its goal. `APIDELTA_TEST_HISTORY` names a site that
 * stands: of all of AWS it is asked for what the thirteen services of the bundle do not have, too.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { describeBrowser, launch } from '../chromium.ts';
import { testHistory } from './test-history.ts';

const screen = { width: 1440, height: 900 };
const folder = inject('historyFolder') ?? '';
const hasAll = existsSync(path.join(folder, 'services', 'ec2'));
const weigh = (file: string): number => gzipSync(readFileSync(path.join(folder, file))).length;

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

  testHistory(
    'takes the choice of the first page along to older months, where those that may break stand first',
    async () => {
      const { page, close } = await opened('');
      await page.getByLabel('may break').check();
      const month = page.locator('.archive a').first();
      expect(await month.getAttribute('href')).toMatch(/\/releases\/\d{4}\/\d\d\/\?sev=dangerous$/);
      await month.click();
      expect(await page.getByLabel('may break').isChecked()).toBe(true);
      for (const row of await page.locator('[data-row]:visible .counts').allTextContents())
        expect(row).toMatch(/\? \d/);
      await page.getByLabel('may break').uncheck();
      expect(await page.locator('.pager a').first().getAttribute('href')).not.toContain('sev');
      await close();
    },
  );

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
    const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
    expect(mean * 215).toBeLessThanOrEqual(8 * screen.height);
    await page.getByLabel('Filter services').fill('load balancer');
    await page.keyboard.press('Enter');
    // Both have load balancers; the bundle has the newer one.
    await page.waitForURL(hasAll ? /\/services\/elb(?:v2)?\/$/ : /\/services\/elbv2\/$/);
    await close();
  });

  const word = hasAll ? 'KmsEncryptionKey' : 'SSEKMSKeyId';
  testHistory(`finds ${word} without knowing the service: two requests, 50 KB, one page`, async () => {
    const { page, pages, close } = await opened('');
    const files: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.json')) files.push(pathname);
    });
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: /^Search/ }).waitFor();
    await page.keyboard.insertText(word);
    await page.locator('[role=option]', { hasText: word }).first().waitFor();
    const beyond = files.filter((file) => !file.endsWith('/operations.json'));
    expect(beyond.length).toBeLessThanOrEqual(2);
    expect(beyond.reduce((sum, file) => sum + weigh(file), 0)).toBeLessThanOrEqual(50 * 1024);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/services\/[^/]+\/.*#/);
    expect(await page.locator(':target').first().textContent()).toMatch(new RegExp(word, 'i'));
    // The page that one stands on, and the field's.
    expect(pages()).toBe(2);
    await close();
  });

  const field = hasAll
    ? { typed: 'MetadataOptions.HttpTokens', name: 'HttpTokens', way: 'MetadataOptions', service: 'ec2' }
    : { typed: 'SnapStart.ApplyOn', name: 'ApplyOn', way: 'SnapStart', service: 'lambda' };
  testHistory(`tells since when ${field.name} exists: search and one page, with day and boto3’s number`, async () => {
    const { page, pages, close } = await opened('');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: /^Search/ }).waitFor();
    await page.keyboard.insertText(field.typed);
    await page.locator('[role=option]', { hasText: field.way }).first().click();
    await page.waitForURL(new RegExp(`/services/${field.service}/.*#.*${field.way}.*${field.name}$`));
    const row = page.locator(':target').first();
    await row.waitFor({ state: 'visible' });
    // Its own age, or that of what it came with.
    const age = page.locator('li:has(:target) > p:first-child > .age, :target > p:first-child > .age').last();
    expect(await age.getAttribute('title')).toMatch(/^botocore \S+, boto3 \S+, \d+ \w+ \d{4}$/);
    expect(pages()).toBe(2);
    await close();
  });

  testHistory('compares lambda 1.34.0 with 1.43.67 on one page, with 100 KB of data', async () => {
    const { page, pages, close } = await opened('compare/?s=lambda&from=1.34.0&to=1.43.67');
    await page.locator('.compare-service .card').first().waitFor();
    expect(weigh('api/v1/history/lambda.json')).toBeLessThanOrEqual(100 * 1024);
    expect(pages()).toBe(1);
    await close();
  });

  if (hasAll) {
    testHistory('reads RunInstances: 200 KB, the first required field on the first screen', async () => {
      const { page, close } = await opened('services/ec2/RunInstances/', false);
      const box = await page.locator('#request .fields > li', { hasText: 'required' }).first().boundingBox();
      expect((box?.y ?? 9999) + 30).toBeLessThanOrEqual(screen.height);
      expect(readFileSync(path.join(folder, 'services/ec2/RunInstances/index.html')).length).toBeLessThanOrEqual(
        200 * 1024,
      );
      await close();
    });

    testHistory('sees one sentence about 222 services as one block', async () => {
      const { page, close } = await opened('releases/1.31.54/', false);
      expect(await page.locator('.common').first().textContent()).toMatch(/2\d\d services/);
      const block = await page.locator('.common').first().boundingBox();
      expect(block?.height).toBeLessThan(screen.height);
      await close();
    });

    testHistory(
      'sees on two screens that the migration of sagemaker’s model changed nothing for callers, in 200 KB',
      async () => {
        const { page, close } = await opened('releases/1.38.14/sagemaker/', false);
        expect(await page.locator('.page-head .counts').textContent()).not.toMatch(/[!?]/);
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2 * screen.height);
        expect(readFileSync(path.join(folder, 'releases/1.38.14/sagemaker/index.html')).length).toBeLessThanOrEqual(
          200 * 1024,
        );
        await close();
      },
    );

    testHistory('lists all services on eight screens', async () => {
      const { page, close } = await opened('services/', false);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(8.5 * screen.height);
      await close();
    });
  }

  testHistory('comes from a field to the change that brought it', async () => {
    const { page, close } = await opened('services/lambda/CreateFunction/');
    const age = page.locator('#request .fields .age').first();
    expect(await age.getAttribute('title')).toMatch(/^botocore \S+, boto3 \S+, \d+ \w+ \d{4}$/);
    await age.click();
    await page.locator(':target').first().waitFor({ state: 'attached' });
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/releases\/[^/]+\/lambda\/$/);
    await close();
  });
});
