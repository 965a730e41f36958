/** The filter of a list keeps what is typed in the address: it can be shared, and nothing moves when it is opened. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBrowser, launch, layoutShift, open } from '../chromium.ts';

describeBrowser('filters of lists', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const named = (page: Page) =>
    page.locator('[data-name]:visible').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.name));

  test.for([
    ['rules/', 'enum value'],
    ['services/', 'load'],
  ] as const)('%s filtered by %s', async ([path, typed]) => {
    const { page, problems, close } = await open(browser, path);
    const all = await named(page);
    await page.locator('.list-filter input').fill(typed);
    const some = await named(page);
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(typed);
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await expect.poll(() => named(page)).toEqual(some);
    expect(await page.locator('.list-filter input').inputValue()).toBe(typed);
    expect(await layoutShift(page)).toBeLessThan(0.02);
    // An empty filter leaves the address as it was.
    await page.locator('.list-filter input').press('Escape');
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(await named(page)).toEqual(all);
    expect(problems).toEqual([]);
    await close();
  });

  test('rules are found by what they say and by their severity, and the best name comes first', async () => {
    const { page, close } = await open(browser, 'rules/');
    const type = (typed: string) => page.locator('.list-filter input').fill(typed);
    await type('may break');
    const risky = page.locator('[data-name]:visible');
    expect(await risky.count()).toBeGreaterThan(10);
    for (const text of await risky.allTextContents()) expect(text).toContain('may break');
    await type('breaking');
    for (const text of await risky.allTextContents()) expect(text).toContain('breaks callers');
    await type('outgoing traffic');
    expect(await named(page)).toContain('endpoint-changed');
    await type('enum value');
    expect(await page.locator('.chosen').getAttribute('data-name')).toBe('enum-value-added');
    await close();
  });
});
