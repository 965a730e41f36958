/** Searches as a reader does: by key and by typing, on every page and by address; and without a script. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { describeBrowser, launch } from '../chromium.ts';
import { field, openSoon as open, options } from './search-field.ts';

describeBrowser('search', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('loads nothing before it is asked for', async () => {
    const { page, close } = await open(browser, '');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.keyboard.press('/');
    await field(page).waitFor();
    expect(asked.filter((path) => path.endsWith('.json'))).toEqual([]);
    // The worker runs the same script.
    expect(new Set(asked.filter((path) => path.endsWith('.js'))).size).toBe(1);
    await page.keyboard.type('f');
    await page.waitForTimeout(200);
    expect(asked.filter((path) => path.endsWith('.json'))).toEqual([]);
    await field(page).fill('field:QuicServerId');
    await options(page).first().waitFor();
    expect(asked.filter((path) => path.endsWith('.json')).map((path) => path.replace(/words\/\w+/, 'words/…'))).toEqual(
      ['/docs/search/words.json', '/docs/search/words/….json'],
    );
    await close();
  });

  test.for(['/', 's', 'Control+k'])(
    '%s opens it, Enter opens the first result, and the field is in sight',
    async (key) => {
      const { page, problems, close } = await open(browser, 'services/');
      await page.keyboard.press(key);
      await field(page).waitFor();
      await page.keyboard.type('field:QuicServerId');
      // Faster than the index: it is opened when it is there.
      await page.keyboard.press('Enter');
      await page.waitForURL(/services\/elbv2\/\w+\/#request\./);
      const target = page.locator(`[id="${decodeURI(new URL(page.url()).hash.slice(1))}"]`);
      await target.waitFor({ state: 'visible' });
      expect(await target.textContent()).toContain('QuicServerId');
      await expect.poll(() => target.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(900);
      expect(problems).toEqual([]);
      await close();
    },
  );

  test('what is typed while its script loads is not lost', async () => {
    const { page, problems, close } = await open(browser, 'rules/');
    await page.route('**/_astro/main-*.js', async (route) => {
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
    for (const key of ['/', 'f', 'i', 's', 'Backspace', 'e', 'l', 'd', ':', 'Q']) await page.keyboard.press(key);
    await field(page).waitFor();
    await page.keyboard.type('uic');
    expect(await field(page).inputValue()).toBe('field:Quic');
    await options(page).first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test('arrows choose, Escape closes, and the focus returns', async () => {
    const { page, close } = await open(browser, '');
    await page.locator('.bar-search').focus();
    await page.keyboard.press('Enter');
    await field(page).fill('target');
    await options(page).nth(2).waitFor();
    const chosen = () => page.locator('[role=option][aria-selected=true]');
    const first = await chosen().getAttribute('id');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await chosen().count()).toBe(1);
    expect(await chosen().getAttribute('id')).not.toBe(first);
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await chosen().getAttribute('id')).toBe(await options(page).last().getAttribute('id'));
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.classList.contains('bar-search'))).toBe(true);
    await close();
  });

  test.for(['scroll', 'ArrowUp'])('the dialog makes what is out of sight when somebody goes there: %s', async (way) => {
    const { page, close } = await open(browser, '');
    await page.keyboard.press('/');
    await field(page).fill('re');
    const shapes = page.getByRole('group', { name: 'Shapes' });
    await page.getByRole('group', { name: 'Values' }).waitFor();
    expect(await shapes.count()).toBe(0);
    if (way === 'scroll') {
      // What was made in sight can be scrolled already.
      await page.locator('.search-results').hover();
      await page.mouse.wheel(0, 60);
    } else await page.keyboard.press(way);
    await shapes.waitFor();
    if (way === 'ArrowUp') expect(await shapes.locator('[aria-selected=true]').count()).toBe(1);
    await close();
  });

  test('has an address that says what is looked for, and can be shared', async () => {
    const { page, problems, close } = await open(browser, 'search/?q=TCP_QUIC');
    await options(page).first().waitFor();
    expect(await field(page).inputValue()).toBe('TCP_QUIC');
    await field(page).fill('create_target_group');
    await expect.poll(() => options(page).first().textContent()).toContain('CreateTargetGroup');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=create_target_group');
    expect(problems).toEqual([]);
    await close();
  });

  test('what a result leads to has a way back: by the key of the browser, and by a button', async () => {
    const { page, problems, close } = await open(browser, 'search/?q=field:TargetGroupArn');
    const all = page.getByRole('option', { name: /^\d+ operations/ }).first();
    const wayBack = page.getByRole('button', { name: 'Back to the search for field:TargetGroupArn' });
    for (const goBack of [() => page.goBack(), () => wayBack.click()]) {
      await all.click();
      await expect.poll(() => page.getByRole('status').first().textContent()).toMatch(/^\d+ places found$/);
      await expect.poll(() => new URL(page.url()).searchParams.get('q')).toMatch(/^field:\w+:"TargetGroupArn"$/);
      // The list does not lead to itself.
      expect(await all.count()).toBe(0);
      // A link to a part of the page is no other search.
      await page.evaluate(() => {
        location.hash = 'main';
      });
      expect(await wayBack.count()).toBe(1);
      await page.goBack();
      await goBack();
      await expect.poll(() => field(page).inputValue()).toBe('field:TargetGroupArn');
      await all.waitFor();
      expect(await wayBack.count()).toBe(0);
      expect(await field(page).evaluate((input) => document.activeElement === input)).toBe(true);
    }
    expect(problems).toEqual([]);
    await close();
  });

  test('in the dialog, too, and one letter is said to be too few', async () => {
    const { page, close } = await open(browser, '');
    await page.keyboard.press('/');
    await field(page).fill('field:TargetGroupArn');
    await page
      .getByRole('option', { name: /^\d+ operations/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Back to the search for field:TargetGroupArn' }).click();
    expect(await field(page).inputValue()).toBe('field:TargetGroupArn');
    await field(page).fill('x');
    await expect.poll(() => page.locator('.search-status').textContent()).toBe('Type two letters or more.');
    await close();
  });

  test('a screen reader is told what each thing is', async () => {
    const { page, close } = await open(browser, 'search/?q=TCP_QUIC');
    await options(page).first().waitFor();
    expect(await page.getByRole('listbox', { name: 'Results' }).count()).toBe(1);
    expect(await page.getByRole('group', { name: 'Values' }).count()).toBe(1);
    const names = await page
      .getByRole('option', { name: /^TCP_QUIC elbv2 › CreateTargetGroup › request › Protocol(?: since \S+)?, value$/ })
      .count();
    expect(names).toBe(1);
    expect(await field(page).getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => page.getByRole('status').first().textContent()).toMatch(/^\d+ found$/);
    await close();
  });

  test.for(['light', 'dark'] as const)('axe finds nothing in the open dialog in %s', async (colorScheme) => {
    const { page, close } = await open(browser, '', { colorScheme, bypassCSP: true });
    await page.keyboard.press('/');
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    for (const typed of ['', 'target', 'nothing at all']) {
      await field(page).fill(typed);
      await page.waitForTimeout(400);
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map((node) => `${typed}: ${id} ${node.failureSummary}`)),
      ).toEqual([]);
    }
    await close();
  });

  test('texts of sources are texts', async () => {
    const { page, problems, close } = await open(
      browser,
      `search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    );
    await page.waitForTimeout(500);
    expect(await page.locator('.search-results img').count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('without a script the page leads to all names', async () => {
    const { page, close } = await open(browser, '', { javaScriptEnabled: false });
    await page.locator('.bar-search').click();
    await page.waitForURL(/\/search\/$/);
    expect(await page.getByText('Search needs a script').isVisible()).toBe(true);
    await page.locator('.letters a', { hasText: /^C/ }).click();
    await page.waitForURL(/\/index\/c\/$/);
    await page.locator('.index-names li', { hasText: 'CreateTargetGroup' }).getByRole('link').first().click();
    await page.waitForURL(/\/services\/elbv2\/CreateTargetGroup\/$/);
    await close();
  });

  test('the page of search has no hole before A to Z, and says once what can be typed', async () => {
    const { page, close } = await open(browser, 'search/', { viewport: { width: 1280, height: 800 } });
    await field(page).waitFor();
    const [above, below] = [await field(page).boundingBox(), await page.locator('#letters').boundingBox()];
    expect((below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0)).toBeLessThan(110);
    expect(await page.locator('.search-examples').isVisible()).toBe(false);
    await field(page).fill('target');
    await close();
  });

  test('a page that is not there offers to search for what its address names', async () => {
    for (const [address, asked] of [
      ['services/elbv2/CreateTarget/', 'elbv2:CreateTarget'],
      ['nowhere/QuicServerId/', 'QuicServerId'],
    ] as const) {
      const { page, close } = await open(browser, address);
      const missing = page.getByRole('searchbox', { name: /^Search for/ });
      expect(await missing.inputValue()).toBe(asked);
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await page.waitForURL((url) => url.pathname.endsWith('/search/') && url.searchParams.get('q') === asked);
      await options(page).first().waitFor();
      await close();
    }
  });

  test('a slip in the address of an operation is understood', async () => {
    const { page, close } = await open(browser, 'services/elbv2/CreateTargetGrup/');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.waitForSelector('.search-nearest');
    expect(await page.textContent('.search-nearest')).toContain('CreateTargetGroup');
    await close();
  });

  test.for(['compare', 'mine', 'services/elbv2/CreateTargetGroup/history'])(
    'it does not search for %s',
    async (folder) => {
      const { page, close } = await open(browser, `${folder}/nothing.html`);
      const missing = page.getByRole('searchbox', { name: /^Search for/ });
      expect(await missing.inputValue()).toBe(folder.includes('/') ? 'elbv2:CreateTargetGroup' : '');
      await close();
    },
  );

  test.for([360, 760, 900, 1280])('nothing is wider than %i pixels, and nothing shifts', async (width) => {
    const { page, close } = await open(browser, '', { viewport: { width, height: 800 } });
    const bar = await page.locator('.bar-search').boundingBox();
    expect(bar?.height).toBeGreaterThanOrEqual(24);
    if (width >= 768) expect(bar?.width).toBeGreaterThanOrEqual(width < 1152 ? 144 : 256);
    await page.keyboard.press('/');
    const before = await field(page).boundingBox();
    await field(page).fill('target');
    await options(page).nth(2).waitFor();
    expect(await field(page).boundingBox()).toEqual(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const inside = await page.locator('.search-dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
    expect(inside).toBeLessThanOrEqual(0);
    for (const row of await options(page).all()) expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await close();
  });

  test('all scripts together are at most 40 KB', async () => {
    const html = await (await fetch(inject('site'))).text();
    const names = [...html.matchAll(/(?:src|data-search)="?([^"\s>]+\.js)/g)].map(([, name]) => name ?? '');
    expect(names.length).toBe(3);
    const { gzipSync } = await import('node:zlib');
    let bytes = 0;
    for (const name of names) bytes += gzipSync(await (await fetch(new URL(name, inject('site')))).text()).length;
    expect(bytes).toBeLessThan(40 * 1024);
  });
});
