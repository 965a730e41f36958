/** A smoke run in Debian's Firefox: pages open without an error, and what scripts do works there too. */
import { existsSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';

const executablePath = process.env.APIDELTA_FIREFOX ?? '/usr/bin/firefox-esr';

test('Firefox opens pages, filters, switches the theme and the code', { timeout: 180_000 }, async (context) => {
  if (!existsSync(executablePath)) {
    const reason = `no Firefox at ${executablePath}: apt-get install firefox-esr, or set APIDELTA_FIREFOX`;
    if (process.env.CI) expect.fail(reason);
    context.skip(reason);
  }
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    const go = (path: string) => page.goto(new URL(path, inject('site')).href);
    await go('');
    expect(await page.$$eval('[data-row]', (rows) => rows.length)).toBeGreaterThan(3);
    await page.select('[data-theme-select]', 'dark');
    expect(await page.$eval('html', (root) => (root as HTMLElement).dataset.theme)).toBe('dark');
    await go('services/');
    await page.type('#services-filter', 'alb');
    expect(await page.$eval('#services .chosen', (row) => (row as HTMLElement).dataset.name)).toBe('elbv2');
    await go('services/lambda/CreateFunction/');
    const shown = () =>
      page.$$eval('pre', (blocks) =>
        blocks.filter((block) => block.checkVisibility()).map((block) => block.textContent),
      );
    expect((await shown()).join('\n')).toContain('client.create_function(');
    await page.$$eval('label', (labels) => labels.find((label) => label.textContent?.trim() === 'CLI')?.click());
    expect((await shown()).join('\n')).toContain('aws lambda create-function');
    await go('releases/1.38.19/dsql/');
    expect(await page.$$eval('.card', (cards) => cards.length)).toBeGreaterThan(5);
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
  }
});
