/** The diff of the syntax around a change, in a browser: marks without colour, scrolled inside itself, legible as text. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { describeBrowser, launch, open } from './chromium.ts';

describeBrowser('the syntax around a change', () => {
  let browser: Browser;
  const path = 'releases/1.40.73/elbv2/';
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('is open where there are few, and works without scripts', async () => {
    expect(inject('pages')).toContain(path);
    const { page, close } = await open(browser, path, { javaScriptEnabled: false });
    const diff = page.locator('.syntax-diff', { hasText: 'QuicServerId' });
    expect(await diff.locator('ins').allTextContents()).toEqual(['+     "QuicServerId": "string",\n']);
    // What is copied is the diff itself: a mark on each line, and no line between the lines.
    await diff.locator('pre').evaluate((pre) => getSelection()?.selectAllChildren(pre));
    const lines = (await page.evaluate(() => String(getSelection()))).trimEnd().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['  DeregisterTargets request {', '  }']);
    for (const line of lines) expect(line).toMatch(/^[+ -] /);
    await diff.locator('summary').click();
    expect(await diff.locator('pre').isVisible()).toBe(false);
    await close();
  });

  test('is scrolled inside itself on a phone, and its ground goes along', async () => {
    const { page, problems, close } = await open(browser, path, { viewport: { width: 320, height: 700 } });
    const sizes = await page.locator('.syntax-diff pre').evaluateAll((all) =>
      all.map((pre) => ({
        inside: pre.scrollWidth,
        ground: pre.querySelector('ins')?.getBoundingClientRect().width ?? 0,
        width: pre.clientWidth,
      })),
    );
    expect(sizes.some(({ inside, width }) => inside > width)).toBe(true);
    for (const { inside, ground } of sizes) expect(Math.abs(inside - ground)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
    await close();
  });

  test.for(['light', 'dark'] as const)('has enough contrast in %s', async (colorScheme) => {
    const { page, close } = await open(browser, path, { colorScheme, bypassCSP: true });
    const { violations } = await new AxeBuilder({ page }).include('.syntax-diff').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await close();
  });
});
