/** Filtered rows lead with what was asked for, and with what they led before when nothing is asked any more. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBrowser, launch, open } from './chromium.ts';

const signs: Readonly<Record<string, RegExp>> = {
  breaking: /^!|^\d+ changes? breaking callers/,
  dangerous: /^\?|^\d+ changes? that may break/,
  safe: /^[+~-]|^\d+ changes? new or looser/,
  docs: /^≈|^\d+ changes? of words only/,
  wire: /^·|^\d+ changes? on the wire only/,
};

describeBrowser('filtered rows', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const leads = (page: Page) =>
    page
      .locator('[data-row]:visible :is(summary, div.entry-lead > p)')
      .evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ''));

  test.for([
    ['', '.day'],
    [
      'mine/#apigatewayv2,bedrock-runtime,dsql,dynamodb,ec2,elbv2,kinesis,lambda,lex-models,s3vectors',
      '.mine-days [data-row]',
    ],
  ] as const)('each row of %s leads with a mark that was chosen', async ([path, done]) => {
    const { page, problems, close } = await open(browser, path);
    await page.locator(done).first().waitFor();
    const usual = await leads(page);
    let changed = 0;
    for (const [value, sign] of Object.entries(signs)) {
      const box = page.locator(`[name=sev][value=${value}]`);
      await box.evaluate((one) => (one as HTMLInputElement).click());
      const told = await leads(page);
      for (const lead of told) expect(lead).toMatch(sign);
      changed += told.filter((lead) => !usual.includes(lead)).length;
      await box.evaluate((one) => (one as HTMLInputElement).click());
      expect(await leads(page)).toEqual(usual);
    }
    expect(changed).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('what a row led with stays among its lines, and what it counts leads to its details', async () => {
    const { page, close } = await open(browser, '?sev=docs');
    const row = page.locator('[data-row]:visible:has(summary)').first();
    await row.locator('summary').click();
    expect(await row.locator('.lines > li').count()).toBeGreaterThan(1);
    expect(await row.locator('summary a').count()).toBe(0);
    await row.locator('.lines a[href$="#words"]').click();
    await page.locator('#words').waitFor();
    await close();
  });

  test('a filter without a choice leaves the rows as they are', async () => {
    const { page, close } = await open(browser, 'license/');
    await page.addInitScript(() => {
      const seen: string[] = [];
      new MutationObserver((all) => {
        for (const { target, removedNodes } of all) if (removedNodes.length > 0) seen.push(target.nodeName);
      }).observe(document, { childList: true, subtree: true });
      Object.assign(globalThis, { seen });
    });
    await page.goto(new URL('.', new URL('..', page.url())).href);
    await page.locator('[data-row]').first().waitFor();
    const seen = () => page.evaluate(() => (globalThis as unknown as { seen: readonly string[] }).seen);
    expect((await seen()).filter((name) => name === 'SUMMARY' || name === 'UL')).toEqual([]);
    // The observer sees what a choice changes.
    await page.locator('[name=sev][value=docs]').evaluate((one) => (one as HTMLInputElement).click());
    expect(await seen()).toContain('SUMMARY');
    await close();
  });
});
