/** Types lists of services as people write them: names, other names, and some that are not here. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBrowser, launch, open } from '../chromium.ts';

describeBrowser('a typed list of services', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const visible = (page: Page) => page.locator('.feed-picker .feed-list > li:visible code').allTextContents();

  test('is followed as it is meant, and nothing else is', async () => {
    const { page, problems, close } = await open(browser, 'mine/');
    await page.fill('#mine-ids', 'Lambda, AWS DynamoDB, lex model building, application load balancer, s3, nosuch');
    await page.click('[data-mine-form] [type=submit]');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('apidelta-mine'))).not.toBe(null);
    const kept = await page.evaluate(() => localStorage.getItem('apidelta-mine'));
    expect(kept).toBe('lambda,dynamodb,lex-models,elbv2');
    await expect
      .poll(() => page.locator('[data-mine-said]').textContent())
      .toBe('Not among the services here: “s3” (similar: s3vectors), “nosuch”.');
    expect(problems).toEqual([]);
    await close();
  });

  test('is compared by its names', async () => {
    const { page, problems, close } = await open(browser, 'compare/');
    await page.fill('#compare-s', 'Aurora DSQL, EC2');
    await page.click('[data-compare-form] [type=submit]');
    await page.locator('.compare-service').first().waitFor();
    expect((await page.locator('.compare-service h2 a').allTextContents()).toSorted()).toEqual(['dsql', 'ec2']);
    expect(problems).toEqual([]);
    await close();
  });

  test('shows what it names so far where feeds are chosen', async () => {
    const { page, problems, close } = await open(browser, 'feeds/');
    const input = page.getByLabel('Find a service (by id or name, several separated by commas');
    await input.fill('dynamodb, application load balancer');
    expect(await visible(page)).toEqual(['dynamodb', 'elbv2']);
    await input.fill('dynamodb, lam');
    expect(await visible(page)).toEqual(['dynamodb', 'lambda']);
    await input.fill('dynamodb lambda');
    expect(await visible(page)).toEqual(['dynamodb', 'lambda']);
    await input.fill('nosuch');
    expect(await visible(page)).toEqual([]);
    expect(await page.locator('[data-strange]').textContent()).toBe('No service here fits.');
    await input.fill('lambda');
    expect(await page.locator('[data-strange]').textContent()).toBe('');
    expect(problems).toEqual([]);
    await close();
  });

  test.for([360, 1280])('names whole what was not found, at %i pixels', async (width) => {
    const { page, close } = await open(browser, 'feeds/', { viewport: { width, height: 800 } });
    const strange = ['nosuch thing at all', 'another thing that is not here', 'lamda'];
    await page.getByLabel('Find a service').fill(['ec2', 'dsql', 'lambda', 'kinesis', ...strange].join(', '));
    await page.getByLabel('Find a service').press('Enter');
    const said = page.locator('[data-strange]');
    // Whoever looks for them by hand sees what there is.
    expect((await visible(page)).length).toBeGreaterThan(5);
    expect(await said.textContent()).toBe(
      'Not found: “nosuch thing at all”, “another thing that is not here”, “lamda” (similar: lambda).',
    );
    expect(await page.getByLabel('Find a service').inputValue()).toBe(strange.join(', '));
    expect(await said.evaluate((one) => [one.scrollWidth > one.clientWidth, getComputedStyle(one).overflow])).toEqual([
      false,
      'visible',
    ]);
    await close();
  });

  test('what breaks callers of them has feeds, too', async () => {
    const { page, close } = await open(browser, 'mine/#dsql,lambda');
    const feeds = page.locator('[data-mine-feeds]');
    await expect.poll(() => feeds.getAttribute('href')).toMatch(/#dsql,lambda$/);
    await page.locator('label', { hasText: '! breaks' }).first().click();
    expect(await feeds.getAttribute('href')).toMatch(/#dsql,lambda;breaking$/);
    await page.locator('label', { hasText: 'may break' }).first().click();
    expect(await feeds.getAttribute('href')).toMatch(/#dsql,lambda$/);
    await page.locator('label', { hasText: 'may break' }).first().click();
    await page.reload();
    await expect.poll(() => feeds.getAttribute('href')).toMatch(/#dsql,lambda;breaking$/);
    await feeds.click();
    await page.locator('[data-chosen]', { hasText: '2 chosen' }).waitFor();
    expect(await page.getByLabel('Breaking only', { exact: true }).isChecked()).toBe(true);
    await close();
  });
});
