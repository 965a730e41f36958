/** Comparing two versions, and an operation as of one, in a browser: by address, by form, by phone, when a file does not come. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { describeBrowser, launch, open } from './chromium.ts';

const address = 'compare/?s=dsql&from=1.38.14&to=1.38.19';

describeBrowser('compare', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const compared = (page: Page) => page.waitForSelector('.compare-service');

  test('an address tells what changed on the whole', async () => {
    const { page, problems, close } = await open(browser, address);
    await compared(page);
    expect(await page.textContent('.compare-service > h2')).toBe('dsql: 1.38.14 to 1.38.19');
    expect(await page.inputValue('[name=s]')).toBe('dsql');
    expect(await page.inputValue('[name=from]')).toBe('1.38.14');
    expect(await page.inputValue('[name=to]')).toBe('1.38.19');
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
    expect(await page.textContent('[data-compare-said]')).toBe('Compared: 2 releases changed dsql.');
    expect(problems).toEqual([]);
    await close();
  });

  test('who has asked nothing sees examples, and one of them is a question', async () => {
    const { page, problems, close } = await open(browser, 'compare/');
    const examples = page.locator('.compare-example');
    expect(await examples.isVisible()).toBe(true);
    await examples.locator('a').first().click();
    await compared(page);
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
    expect(await examples.isVisible()).toBe(false);
    expect(problems).toEqual([]);
    await close();
  });

  test('only releases that changed it are suggested; swapped is the way back; the address follows', async () => {
    const { page, close } = await open(browser, address);
    await compared(page);
    const releases = await page
      .locator('#compare-releases option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    expect(releases).toEqual(['1.38.19', '1.38.15', '1.38.14']);
    await page.click('[data-swap]');
    await page.waitForFunction(
      () => document.querySelector('.compare-service > h2')?.textContent === 'dsql: 1.38.19 to 1.38.14',
    );
    await expect.poll(() => new URL(page.url()).search).toBe('?s=dsql&from=1.38.19&to=1.38.14');
    expect(await page.textContent('[data-compare-said]')).toMatch(
      /^This is the way back, from 1\.38\.19 to 1\.38\.14\./,
    );
    await page.goBack();
    await page.waitForFunction(
      () => document.querySelector('.compare-service > h2')?.textContent === 'dsql: 1.38.14 to 1.38.19',
    );
    await close();
  });

  test('what the address leaves open is in it once the answer is shown, so that it stays the same answer', async () => {
    const { page, close } = await open(browser, 'compare/?s=dsql&from=1.38.14');
    const chosen = (page: Page) =>
      page.evaluate(() =>
        [...new FormData(document.querySelector('form[data-compare-form]') as HTMLFormElement)].map(String),
      );
    await compared(page);
    const [, , to = ''] = await chosen(page);
    expect(to).toMatch(/^to,\d/);
    expect(new URL(page.url()).search).toBe(`?s=dsql&from=1.38.14&to=${to.slice(3)}`);
    // The step back leads to the page before, and not to the same page without its version.
    const before = await page.evaluate(() => history.length);
    await page.fill('[name=from]', '');
    await page.fill('[name=to]', '');
    await page.click('[type=submit]');
    await expect.poll(() => new URL(page.url()).search).toMatch(/^\?s=dsql&from=[\d.]+&to=[\d.]+$/);
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    await page.goBack();
    await expect.poll(() => chosen(page)).toEqual(['s,dsql', 'from,1.38.14', to]);
    await close();
  });

  test('the address of an answer names the services that the reader follows, and keeps the section', async () => {
    const { page, close } = await open(browser, 'compare/');
    await page.evaluate(() => localStorage.setItem('apidelta-mine', 'dsql,lex-models'));
    await page.goto(new URL('compare/?s=mine,dsql&from=1.38.14#lex-models:', inject('site')).href);
    await compared(page);
    const { searchParams, hash } = new URL(page.url());
    expect(searchParams.get('s')).toBe('dsql,lex-models');
    expect(searchParams.get('to')).toBe(await page.inputValue('[name=to]'));
    expect(hash).toBe('#lex-models:');
    expect(await page.inputValue('[name=s]')).toBe('mine,dsql');
    await close();
  });

  test('an address that gets no answer stays as it is', async () => {
    const { page, close } = await open(browser, 'compare/?s=dsql&from=hello');
    await page.waitForFunction(() =>
      document.querySelector('[data-compare-said]')?.textContent?.includes('is no version'),
    );
    expect(new URL(page.url()).search).toBe('?s=dsql&from=hello');
    await close();
  });

  test('any version can be typed, as people write it', async () => {
    const { page, problems, close } = await open(browser, 'compare/?s=dsql&from=boto3%201.38.16&to=v1.38.19');
    await compared(page);
    expect(await page.textContent('.compare-service > h2')).toBe('dsql: 1.38.15 to 1.38.19');
    expect(await page.textContent('[data-compare-said]')).toContain(
      'No release 1.38.16 is known: compared as 1.38.15.',
    );
    await page.fill('[name=from]', 'boto3 1.38.14');
    await page.click('[type=submit]');
    await page.waitForFunction(
      () => document.querySelector('.compare-service > h2')?.textContent === 'dsql: 1.38.14 to 1.38.19',
    );
    expect(problems).toEqual([]);
    await close();
  });

  test.for([
    ['hello', '“hello” is no version'],
    ['999.9.9', '999.9.9 is not known yet'],
  ] as const)('%s is refused, and nothing is compared', async ([version, words]) => {
    const { page, close } = await open(browser, `compare/?s=dsql&from=${version}&to=1.38.19`);
    await page.waitForFunction(
      (said) => document.querySelector('[data-compare-said]')?.textContent?.includes(said),
      words,
    );
    expect(await page.locator('.compare-service').count()).toBe(0);
    await close();
  });

  test('a version that never was is compared as the one before it, and that is said', async () => {
    const { page, close } = await open(browser, 'compare/?s=dsql&from=1.38.14&to=1.38.20000');
    await page.waitForFunction(() =>
      document.querySelector('[data-compare-said]')?.textContent?.includes('No release'),
    );
    expect(await page.textContent('.compare-service > h2')).not.toContain('20000');
    expect(await page.textContent('[data-compare-said]')).toMatch(
      /No release 1\.38\.20000 is known: compared as 1\.38\./,
    );
    await close();
  });

  test('versions can be chosen when a service is', async () => {
    const { page, close } = await open(browser, 'compare/');
    expect(await page.isDisabled('[name=from]')).toBe(true);
    expect(await page.getAttribute('[name=to]', 'placeholder')).toBe('choose a service first');
    await page.fill('[name=s]', 'dsql');
    expect(await page.isDisabled('[name=from]')).toBe(false);
    expect(await page.getAttribute('[name=to]', 'placeholder')).toBe('newest');
    await close();
  });

  test('the verdict says how bad it is, and each part leads to its section', async () => {
    const { page, close } = await open(browser, address);
    await compared(page);
    const parts = await page.locator('.verdict li').allTextContents();
    expect(parts.slice(0, 2).map((part) => part.replace(/\d+/, 'n'))).toEqual([
      expect.stringMatching(/n breaks?$/),
      expect.stringMatching(/n may break$/),
    ]);
    const jump = page.locator('.verdict a').first();
    await jump.click();
    await expect.poll(() => jumpedTo(page)).toBe('h3');
    // The jump asks for nothing anew: what was shown stays, with the sections where they were.
    expect(await page.locator('.verdict').count()).toBe(1);
    await close();
  });

  test('no version is marked where the address names none', async () => {
    const { page, close } = await open(browser, 'services/dsql/CreateCluster/?as-of=hello');
    await page.waitForFunction(() => document.querySelector('.as-of')?.textContent?.includes('is no version'));
    expect(await page.locator('.not-yet').count()).toBe(0);
    await close();
  });

  test('a version newer than the newest release is refused', async () => {
    const { page, close } = await open(browser, 'services/dsql/CreateCluster/?as-of=999.0.0');
    await page.waitForFunction(() =>
      /^999\.0\.0 is not known yet: the newest release here is \d/.test(
        document.querySelector('.as-of')?.textContent ?? '',
      ),
    );
    expect(await page.locator('.not-yet').count()).toBe(0);
    await close();
  });

  test('an id in capital letters is the service all the same, and counts once', async () => {
    const { page, close } = await open(browser, 'compare/?s=DSQL,dsql&from=1.38.14&to=1.38.19');
    await compared(page);
    expect(await page.locator('.compare-service > h2').allTextContents()).toEqual(['dsql: 1.38.14 to 1.38.19']);
    await page.fill('[name=s]', 'NONE-SUCH');
    await page.press('[name=s]', 'Tab');
    await page.waitForFunction(() =>
      document.querySelector('[data-compare-said]')?.textContent?.startsWith('No service here is called “NONE-SUCH”.'),
    );
    await close();
  });

  test('several services, and the reader’s own', async () => {
    const { page, close } = await open(browser, 'compare/');
    await page.evaluate(() => localStorage.setItem('apidelta-mine', 'dsql,lex-models'));
    await page.goto(new URL('compare/?s=mine&from=1.38.14&to=1.38.19', inject('site')).href);
    await compared(page);
    expect(await page.locator('.compare-service').count()).toBe(2);
    const jumps = page.locator('.over-all a');
    expect(await jumps.allTextContents()).toEqual(await page.locator('.compare-service > h2 > a').allTextContents());
    await jumps.last().click();
    await expect.poll(() => jumpedTo(page)).toBe('h2');
    await close();
  });

  test('a file that does not come is said, tried again, and has a static way', async () => {
    const { page, close } = await open(browser, 'compare/');
    await page.route('**/history/dsql.json', (route) => route.abort());
    await page.goto(new URL(address, inject('site')).href);
    await page.waitForSelector('[data-compare] button');
    expect(await page.textContent('[data-compare-said]')).toBe('The histories did not come.');
    expect(await page.getAttribute('[data-compare] a', 'href')).toMatch(/\/services\/dsql\/changes\/$/);
    await page.unroute('**/history/dsql.json');
    await page.click('[data-compare] button');
    await compared(page);
    await close();
  });

  test('a service that nobody knows is said', async () => {
    const { page, close } = await open(browser, 'compare/?s=%3Cimg%20src%3Dx%3E');
    await page.waitForFunction(() =>
      document.querySelector('[data-compare-said]')?.textContent?.startsWith('No service here is called'),
    );
    expect(await page.locator('main img').count()).toBe(0);
    await page.fill('[name=s]', 'dslq');
    await page.press('[name=s]', 'Enter');
    await expect
      .poll(() => page.textContent('[data-compare-said]'))
      .toBe('No service here is called “dslq” (similar: dsql).');
    await close();
  });

  test('without a script the page says what there is', async () => {
    const { page, close } = await open(browser, address, { javaScriptEnabled: false });
    expect(await page.textContent('main')).toContain('has a page of all its changes');
    await close();
  });

  test.for(['light', 'dark'] as const)('axe finds nothing in %s, and nothing is too wide', async (colorScheme) => {
    for (const width of [360, 1280]) {
      const options = { colorScheme, bypassCSP: true, viewport: { width, height: 800 } };
      const { page, close } = await open(browser, address, options);
      await compared(page);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await close();
    }
  });
});

/** The name of the element that the address leads to; undefined until the browser has followed the link. */
function jumpedTo(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.localName);
}
