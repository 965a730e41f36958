/** What strangers could not read: code cut through a line, a bar of three rows, names cut in two, a list that is not the reader's. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { describeBrowser, launch, open } from './chromium.ts';

const operation = 'services/lambda/CreateFunction/';

describeBrowser('what strangers could not read', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test.for([390, 1280])('at %i pixels code ends with a whole line, and all of it can be shown', async (width) => {
    const { page, problems, close } = await open(browser, operation, { viewport: { width, height: 800 } });
    if (width < 768) await page.locator('.code-fold').click();
    const response = page.locator('.code-inner > .block');
    const code = response.locator('pre');
    const lines = await code.evaluate((pre) => {
      const { lineHeight, paddingTop } = getComputedStyle(pre);
      return (pre.clientHeight - Number.parseFloat(paddingTop)) / Number.parseFloat(lineHeight);
    });
    expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.1);
    const button = response.getByRole('button', { name: /^Show all \d+ lines$/ });
    await button.click();
    expect(await code.evaluate((pre) => pre.scrollHeight - pre.clientHeight)).toBeLessThanOrEqual(1);
    await expect.poll(() => button.count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('on paper no code is cut, and nothing asks for more', async () => {
    const { page, close } = await open(browser, operation);
    const code = page.locator('.code-inner > .block pre');
    await page.locator('.show-lines').first().waitFor();
    expect(await code.evaluate((pre) => pre.scrollHeight - pre.clientHeight)).toBeGreaterThan(20);
    await page.emulateMedia({ media: 'print' });
    expect(await code.evaluate((pre) => pre.scrollHeight - pre.clientHeight)).toBeLessThanOrEqual(1);
    expect(await page.locator('.show-lines').first().isVisible()).toBe(false);
    await close();
  });

  test('on paper there is nothing to click that paper has no use for', async () => {
    const { page, close } = await open(browser, '');
    await page.emulateMedia({ media: 'print' });
    const seen: string[] = [];
    const idle = 'form, .change-filter, .tabs, .jump, .page-head .feed-of, .pager, .bar';
    for (const path of [
      '',
      'releases/2025/',
      'breaking/',
      'services/ec2/',
      'services/lambda/changes/',
      'mine/',
      'compare/',
    ]) {
      await page.goto(new URL(path, inject('site')).href);
      const all = page.locator(idle);
      expect(await all.count(), path).toBeGreaterThan(1);
      for (const one of await all.all())
        if (await one.isVisible()) seen.push(`${path}: ${await one.getAttribute('class')}`);
    }
    expect(seen).toEqual([]);
    await close();
  });

  test('code that is seen whole has no such button', async () => {
    const { page, close } = await open(browser, operation);
    await page.locator('.code-inner > .block .show-lines').waitFor();
    expect(await page.locator('.code-tab.python .few ~ .show-lines, .code-tab.python .few .show-lines').count()).toBe(
      0,
    );
    await close();
  });

  test.for([390, 768, 900, 1280])('at %i pixels no cell of the rules runs into the next one', async (width) => {
    const { page, close } = await open(browser, 'rules/', { viewport: { width, height: 800 } });
    const cells = page.locator('.rules tbody :is(th, td)');
    expect(await cells.count()).toBeGreaterThan(100);
    const wider = await cells.evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent),
    );
    expect(wider).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await close();
  });

  test('the bar beside the code is one row', async () => {
    const { page, close } = await open(browser, operation);
    const { height } = (await page.locator('.summary-bar').boundingBox()) ?? { height: 0 };
    expect(height).toBeGreaterThan(20);
    expect(height).toBeLessThan(48);
    await close();
  });

  test.for([768, 1280])('at %i pixels the filter of fields shows what it is', async (width) => {
    const { page, close } = await open(browser, operation, { viewport: { width, height: 900 } });
    const input = page.getByLabel('Filter fields');
    const room = await input.evaluate((element) => {
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    });
    expect(room).toBeGreaterThan(80);
    await close();
  });

  test('all operations of a service can be listed at the side', async () => {
    const { page, problems, close } = await open(browser, 'services/s3vectors/QueryVectors/');
    const links = page.locator('#side-list li > a:not(.all)');
    const few = await links.count();
    await page.getByRole('button', { name: 'Show them here' }).click();
    await expect.poll(() => links.count(), { timeout: 10_000 }).toBeGreaterThan(few);
    const current = page.locator('#side-list [aria-current]');
    expect(await current.textContent()).toBe('QueryVectors');
    expect(await current.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await links.first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/QueryVectors/'));
    expect(await page.locator('h1').count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  test('the types of a shape’s members lead to these shapes', async () => {
    const lists = inject('pages').filter((path) => /^services\/bedrock-runtime\/shapes\/[A-Z]\/$/.test(path));
    let followed = 0;
    for (const path of lists) {
      // A page takes seconds on a busy machine, and all of them are made by one function.
      if (followed >= 5) break;
      const { page, close } = await open(browser, path);
      for (const link of (await page.locator('.shapes dl i > a').all()).slice(0, 5)) {
        const [address, name] = [await link.evaluate((one: HTMLAnchorElement) => one.href), await link.textContent()];
        const answer = await page.request.get(address);
        expect(answer.status(), address).toBe(200);
        expect(await answer.text(), address).toMatch(new RegExp(`id="?${name}\\b`));
        followed += 1;
      }
      await close();
    }
    expect(followed).toBeGreaterThan(0);
  });

  test('on a phone the button of operations stands beside the crumbs', async () => {
    const { page, close } = await open(browser, operation, { viewport: { width: 390, height: 800 } });
    const [button, crumbs] = [
      await page.locator('.side-fold').boundingBox(),
      await page.locator('.crumbs').boundingBox(),
    ];
    if (button === null || crumbs === null) throw new Error('expected both');
    expect(Math.abs(button.y + button.height / 2 - (crumbs.y + crumbs.height / 2))).toBeLessThan(12);
    expect(
      await page
        .locator('.crumbs a')
        .last()
        .evaluate((link) => link.getBoundingClientRect().right),
    ).toBeLessThan(button.x);
    await close();
  });

  test.for([390, 768, 1280])(
    'at %i pixels an id of a service stands in one line, and words say the number',
    async (width) => {
      const { page, close } = await open(browser, 'services/', { viewport: { width, height: 800 } });
      // As long as AWS has one without a place to break.
      const lines = await page
        .locator('#services > li > a:first-of-type')
        .first()
        .evaluate((link) => {
          link.textContent = 'applicationcostprofiler';
          return link.getClientRects().length;
        });
      expect(lines).toBe(1);
      const words = page.locator('#services > li').first().locator('span > .vh').first();
      expect(((await words.boundingBox())?.width ?? 0) > 20).toBe(width === 390);
      await close();
    },
  );

  test('a list that came with an address says that it is not the reader’s, and is added to the own one', async () => {
    const { page, problems, close } = await open(browser, 'mine/');
    await page.evaluate(() => localStorage.setItem('apidelta-mine', 'elbv2'));
    await page.goto(`${page.url()}#lambda,dsql`);
    await page.reload();
    await page.getByRole('heading', { name: 'A shared list of 2 services' }).waitFor();
    expect(await page.textContent('[data-mine-whose]')).toBe(
      'This list came with the address; your own has one service.',
    );
    await page.getByRole('button', { name: 'Follow these, too' }).click();
    await page.getByRole('heading', { name: 'My services' }).waitFor();
    expect(await page.evaluate(() => localStorage.getItem('apidelta-mine'))).toBe('elbv2,lambda,dsql');
    expect(problems).toEqual([]);
    await close();
  });

  test('a shared list says which of its ids are no services here', async () => {
    const { page, problems, close } = await open(browser, 'mine/#nonsense,lambda');
    await expect
      .poll(() => page.textContent('[data-mine-said]'), { timeout: 10_000 })
      .toBe('Not among the services here: “nonsense”.');
    // It is neither counted nor offered, and the address stays as it was shared.
    await page.getByRole('heading', { name: 'A shared list of one service' }).waitFor();
    expect(await page.locator('[data-mine-chips] > li').allTextContents()).toEqual(['☆ lambda']);
    expect(await page.locator('#mine-ids').inputValue()).toBe('lambda');
    expect(new URL(page.url()).hash).toBe('#nonsense,lambda');
    await page.goto('about:blank');
    await page.goto(new URL('mine/#nonsense', inject('site')).href);
    await page.getByText('The address names no service of this site.').waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test.for([
    [390, 0],
    [900, 1],
    [1100, 1],
    [1280, 2],
  ] as const)('at %i pixels, each of the columns of services has its heads (%i)', async ([width, heads]) => {
    const { page, close } = await open(browser, 'services/', { viewport: { width, height: 900 } });
    const shown = page.locator('.service-heads > p:visible');
    expect(await shown.count()).toBe(heads);
    const lefts = (of: string) =>
      page.locator(of).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
    if (heads > 0)
      expect(await lefts('.service-heads > p:visible')).toEqual([...new Set(await lefts('#services > li'))]);
    await close();
  });

  test('a mark stays with the name that it is about', async () => {
    const { page, close } = await open(browser, 'releases/2026/07/');
    const marked = page.locator('p.entry-lead > .marked');
    expect(await marked.count()).toBeGreaterThan(0);
    expect(await marked.first().evaluate((one) => getComputedStyle(one).whiteSpace)).toBe('nowrap');
    await close();
  });
});
