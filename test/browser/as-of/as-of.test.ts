/** A reference page as of a version: what was not there yet is struck, and its number leads to it; removed names, too. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBrowser, launch, open } from '../chromium.ts';

describeBrowser('as of a version', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('an operation as of a version', async () => {
    const { page, problems, close } = await open(browser, 'services/dsql/CreateCluster/?as-of=1.38.14', {
      bypassCSP: true,
    });
    await page.waitForFunction(() => document.querySelector('.as-of')?.textContent?.includes('As of 1.38.14'));
    expect(await page.locator('.not-yet').count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.click('.as-of a');
    await page.waitForFunction(() => document.querySelector('.as-of') === null);
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await close();
  });

  const asOf = async (path: string, version = '1.38.14') => {
    const opened = await open(browser, `${path}?as-of=${version}`);
    await opened.page.waitForFunction(
      (said) => document.querySelector('.as-of')?.textContent?.includes(said),
      `As of ${version}`,
    );
    return opened;
  };
  const lineOf = (element: Element): string => getComputedStyle(element).textDecorationLine;

  test('the names of what was not there yet are struck, and the code is said to be the newest', async () => {
    const { page, close } = await asOf('services/dsql/CreateCluster/');
    const names = page.locator('.fields > .not-yet > p:first-child > a:first-child');
    expect(await names.count()).toBeGreaterThan(0);
    expect(new Set(await Promise.all((await names.all()).map((name) => name.evaluate(lineOf))))).toEqual(
      new Set(['line-through']),
    );
    expect(await page.textContent('.code-panel')).toContain('This code is of the newest version.');
    await close();
  });

  test('the number of what is marked leads to the first of it, then to the next, and begins again', async () => {
    const { page, close } = await asOf('services/dsql/CreateCluster/');
    const marked = page.locator('.not-yet');
    const count = await page.locator('.not-yet:not(.not-yet .not-yet)').count();
    const next = page.locator('.as-of button');
    expect(await next.textContent()).toBe('Go to the first');
    await next.click();
    await expect.poll(() => page.locator(':focus').evaluate((one) => one.classList.contains('not-yet'))).toBe(true);
    expect(await marked.first().evaluate((one) => one === document.activeElement)).toBe(true);
    // What it leads to is in sight: not below the bar, not behind the banner.
    const seen = async () => {
      const [at, banner] = [await page.locator(':focus').boundingBox(), await page.locator('.as-of').boundingBox()];
      return (at?.y ?? 0) > 48 && (at?.y ?? 0) < (banner?.y ?? 0);
    };
    await expect.poll(seen).toBe(true);
    expect(await next.textContent()).toBe(count === 1 ? 'Go to the first' : `Next (1 of ${count})`);
    for (let at = 1; at < count; at += 1) await next.click();
    await expect.poll(seen).toBe(true);
    if (count > 1) await next.click();
    expect(await marked.first().evaluate((one) => one === document.activeElement)).toBe(true);
    await close();
  });

  test('a service leads from the number of its removed operations to the first, and its filter finds them', async () => {
    const { page, problems, close } = await open(browser, 'services/dsql/', { javaScriptEnabled: false });
    await page.click('.page-head a:has-text("2 removed")');
    expect(await page.locator(':target').getAttribute('data-name')).toBe('CreateMultiRegionClusters');
    await close();
    const filtered = await open(browser, 'services/dsql/?q=removed');
    await expect
      .poll(() => filtered.page.locator('[data-name]:visible').evaluateAll((all) => all.map((one) => one.dataset.name)))
      .toEqual(['CreateMultiRegionClusters', 'DeleteMultiRegionClusters']);
    expect([...problems, ...filtered.problems]).toEqual([]);
    await filtered.close();
  });

  test('a service as of a version has its operations marked', async () => {
    const { page, problems, close } = await asOf('services/dsql/');
    expect(await page.textContent('.as-of')).toContain(
      'all operations of today were there, and 2 more that are gone since',
    );
    const gone = page.locator('.operation-groups li:has(> .then)');
    expect(await gone.evaluateAll((all) => all.map((one) => one.dataset.name))).toEqual([
      'CreateMultiRegionClusters',
      'DeleteMultiRegionClusters',
    ]);
    expect(problems).toEqual([]);
    await close();
  });

  test('a list of shapes as of a version has shapes and members marked', async () => {
    const { page, problems, close } = await asOf('services/dsql/shapes/C/');
    const struck = page.locator('#ClusterStatus .plain-values > .not-yet');
    expect(await struck.evaluateAll((all) => all.map((one) => one.firstChild?.textContent))).toEqual([
      ...['IDLE', 'INACTIVE', 'PENDING_SETUP', 'PENDING_DELETE'],
    ]);
    expect(await struck.first().evaluate(lineOf)).toBe('line-through');
    expect(problems).toEqual([]);
    await close();
  });

  test.for(['services/dsql/', 'services/dsql/CreateCluster/', 'services/dsql/shapes/C/'])(
    'the form at the head of %s asks for a version; without a script it is said what it would do',
    async (path) => {
      const { page, close } = await open(browser, path);
      await page.fill('main header .as-of-form input', '1.38.14');
      await page.click('main header .as-of-form button');
      await page.waitForFunction(() => document.querySelector('.as-of')?.textContent?.includes('As of 1.38.14'));
      await close();
      const silent = await open(browser, path, { javaScriptEnabled: false });
      const said = await silent.page
        .locator('.as-of-form')
        .evaluate((form) => getComputedStyle(form, '::before').content);
      expect(said).toContain('A script would mark here');
      await silent.close();
    },
  );
});
