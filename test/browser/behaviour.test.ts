/** Uses the site as a reader does: deep links, filters, theme, copying, and all of it without scripts where it can be. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { describeBrowser, launch, open } from './chromium.ts';

describeBrowser('a reader', () => {
  let browser: Browser;
  /** A page with fields inside of fields that have a syntax to copy and something to open. */
  let operation: string;
  beforeAll(async () => {
    browser = await launch();
    operation = await nestedOperation();
  });
  afterAll(() => browser.close());

  /** The anchor of the field that is hidden deepest. */
  async function deepField(): Promise<string> {
    const { page, close } = await open(browser, operation, { javaScriptEnabled: false });
    const anchor = await page.locator('details.inside details.inside .fields > li').first().getAttribute('id');
    await close();
    if (anchor === null) throw new Error('expected a nested field');
    return anchor;
  }

  test.for([true, false])('finds a deep field by its address (scripts: %s)', async (javaScriptEnabled) => {
    const anchor = await deepField();
    const { page, problems, close } = await open(browser, `${operation}#${encodeURI(anchor)}`, { javaScriptEnabled });
    const field = page.locator(`[id="${anchor}"]`);
    await field.waitFor({ state: 'visible' });
    await expect.poll(() => field.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(900);
    expect(problems).toEqual([]);
    await close();
  });

  test('opens and closes all fields of a section', async () => {
    const { page, close } = await open(browser, operation);
    const button = page.locator('#request [data-expand]');
    const closed = page.locator('#request details.inside:not([open])');
    if ((await button.textContent()) === 'Collapse all') await button.click();
    await expect.poll(() => button.textContent()).toBe('Expand all');
    await button.click();
    expect(await closed.count()).toBe(0);
    await expect.poll(() => button.textContent()).toBe('Collapse all');
    await button.click();
    expect(await page.locator('#request details.inside[open]').count()).toBe(0);
    await close();
  });

  test('narrows a list while typing', async () => {
    const { page, close } = await open(browser, 'services/');
    const rows = page.locator('#services > li:visible');
    const all = await rows.count();
    await page.getByLabel('Filter services').fill('elbv2');
    expect(await rows.count()).toBeLessThan(all);
    expect(await page.getByRole('status').textContent()).toBe(`${await rows.count()} of ${all} services`);
    await page.getByLabel('Filter services').press('Escape');
    expect(await rows.count()).toBe(all);
    await close();
  });

  test('chooses a theme once, for every page, and follows the system again', async () => {
    const { page, close } = await open(browser, '', { colorScheme: 'light' });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const theme = page.getByLabel('Theme').first();
    const light = await paper();
    await theme.selectOption('dark');
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.goto(new URL('services/', inject('site')).href);
    expect(await paper()).toBe(dark);
    expect(await theme.inputValue()).toBe('dark');
    await theme.selectOption('auto');
    expect(await paper()).toBe(light);
    await close();
  });

  test('finds a service by another name, and Enter opens it', async () => {
    const { page, close } = await open(browser, 'services/');
    await page.keyboard.press('f');
    await page.keyboard.type('alb');
    expect(await page.locator('#services .chosen').getAttribute('data-name')).toBe('elbv2');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/services\/elbv2\/$/);
    await close();
  });

  test('filters the first page by what breaks, and the address keeps the choice', async () => {
    const { page, problems, close } = await open(browser, '');
    const rows = page.locator('[data-row]:visible');
    const all = await rows.count();
    await page.locator('label', { hasText: 'breaks' }).first().click();
    const breaking = await rows.count();
    expect([breaking > 0, breaking < all]).toEqual([true, true]);
    await expect.poll(() => new URL(page.url()).search).toBe('?sev=breaking');
    await page.reload();
    expect(await rows.count()).toBe(breaking);
    expect(problems).toEqual([]);
    await close();
  });

  test('follows services: a star, the page of what changed in them, and an address to share', async () => {
    const { page, problems, close } = await open(browser, 'services/');
    await page.getByRole('button', { name: 'Follow dsql' }).click();
    await page.getByRole('button', { name: 'Follow lambda' }).click();
    expect(await page.locator('[data-mine-count]').first().textContent()).toBe('2');
    await page.getByRole('link', { name: 'Mine 2' }).click();
    await page.locator('.mine-days [data-row]').first().waitFor();
    expect(await page.locator('.mine-days .entry-name').allTextContents()).toContain('lambda');
    await page.getByLabel('Services, by id or name').fill('dynamodb nonsense DynamoDB');
    await page.getByRole('button', { name: 'Save this list' }).click();
    const said = page.locator('[data-mine-said]');
    await expect.poll(() => said.textContent()).toBe('Not among the services here: “nonsense”.');
    await expect.poll(() => new URL(page.url()).hash).toBe('#dynamodb');
    await expect.poll(() => page.locator('.mine-days .entry-name').allTextContents()).toEqual(['dynamodb']);
    await page.getByLabel('Services, by id or name').fill('nothing');
    await page.getByRole('button', { name: 'Save this list' }).click();
    await expect.poll(() => said.textContent()).toBe('Not among the services here: “nothing”.');
    expect(await page.evaluate(() => localStorage.getItem('apidelta-mine'))).toBe('dynamodb');
    expect(await page.getByLabel('Services, by id or name').inputValue()).toBe('nothing');
    expect(problems).toEqual([]);
    await close();
  });

  test('is told when the changes do not come, and can try again', async () => {
    const { page, close } = await open(browser, 'mine/');
    await page.route('**/api/v1/months/*.json', (route) => route.abort());
    await page.evaluate(() => {
      location.hash = '#lambda';
    });
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.unroute('**/api/v1/months/*.json');
    await again.click();
    await page.locator('.mine-days [data-row]').first().waitFor();
    await close();
  });

  test('lists the keys, and can switch them off', async () => {
    const { page, close } = await open(browser, 'services/');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.getByLabel(/Single keys/).uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('input');
    await close();
  });

  test('copies a release as Markdown', async () => {
    const { page, close } = await open(browser, 'releases/1.38.19/dsql/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^# .+ in 1\.38\.19\n/);
    expect(copied).toContain('## Breaks callers 6');
    expect(copied).toContain('- breaks callers: `GetCluster` no longer returns `linkedClusterArns`');
    await close();
  });

  test('is led on from an address that leads nowhere', async () => {
    const { page, close } = await open(browser, '404.html');
    // Nothing is typed yet, so nothing is asked for, and the names are not in the way.
    expect(await page.locator('[data-missing]').inputValue()).toBe('');
    expect(await page.getByRole('searchbox').count()).toBe(1);
    expect(await page.locator('[data-nearest] a:visible').count()).toBe(0);
    await page.getByText(/^All \d+ services$/).click();
    expect(await page.locator('[data-nearest] a:visible').count()).toBeGreaterThan(3);
    await close();
    // A slip in the name of an operation leads to its service, and to a search in it.
    const slip = await open(browser, 'services/elbv2/RegisterTarget/');
    expect(await slip.page.locator('[data-missing]').inputValue()).toBe('elbv2:RegisterTarget');
    expect(await slip.page.locator('[data-like] a').allTextContents()).toEqual(['elbv2']);
    await slip.close();
  });

  test('reads everything without scripts', async () => {
    const { page, close } = await open(browser, operation, { javaScriptEnabled: false });
    expect(await page.locator('#request .fields > li').first().isVisible()).toBe(true);
    // Nothing that only a script can do is offered.
    expect(await page.locator('button:visible:not([popovertarget])').count()).toBe(0);
    await page.locator('#request details.inside:not([open]) > summary').first().click();
    await close();
    const services = await open(browser, 'services/', { javaScriptEnabled: false });
    expect(await services.page.locator('#services > li:visible').count()).toBeGreaterThan(0);
    await services.close();
  });

  test('copies the call, in the language that was chosen, which it remembers', async () => {
    const { page, close } = await open(browser, operation, { permissions: ['clipboard-read', 'clipboard-write'] });
    const copied = async () => {
      await page.locator('.code-tab .copy:visible').first().click();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied()).toMatch(/^client\.\w+\(/);
    await page.getByLabel('JSON', { exact: true }).check();
    expect(await copied()).toMatch(/^\{/);
    await page.reload();
    expect(await page.getByLabel('JSON', { exact: true }).isChecked()).toBe(true);
    await close();
  });

  test('marks the line of a field in the code, under the pointer and by keys, and the text stays what it was', async () => {
    const { page, problems, close } = await open(browser, operation);
    await page.getByLabel('JSON', { exact: true }).check();
    const everything = page.locator('#code-everything');
    if ((await everything.count()) > 0) await everything.check();
    const shown = page.locator('.code-tab pre:visible').first();
    const before = await shown.textContent();
    const names = page.locator('#request > .fields > li > p:first-child > a:first-child');
    const mark = page.locator('.code-panel mark');
    await names.first().hover();
    expect(await mark.textContent()).toContain(`"${await names.first().textContent()}":`);
    await names.nth(1).focus();
    expect(await mark.count()).toBe(1);
    expect(await mark.textContent()).toContain(`"${await names.nth(1).textContent()}":`);
    await page.locator('h1').hover();
    expect(await mark.count()).toBe(0);
    expect(await shown.textContent()).toBe(before);
    expect(problems).toEqual([]);
    await close();
  });

  test('switches the language of the code without scripts', async () => {
    const { page, close } = await open(browser, operation, { javaScriptEnabled: false });
    const shown = page.locator('.code-tab pre:visible').first();
    expect(await shown.textContent()).toMatch(/^client\./);
    await page.getByLabel('JSON', { exact: true }).check();
    expect(await shown.textContent()).toMatch(/^\{/);
    await close();
  });

  test('finds a field that is folded away, and folds it again', async () => {
    const name = (await deepField()).split('.').at(-1) ?? '';
    const { page, close } = await open(browser, operation);
    const all = await page.locator('.fields > li:visible').count();
    await page.getByLabel('Filter fields').fill(name);
    await page.locator('.fields > li > p:first-child > a:first-child:visible', { hasText: name }).first().waitFor();
    expect(await page.locator('.field-filter [role=status]').textContent()).toMatch(/^\d+ fields?$/);
    await page.getByLabel('Filter fields').press('Escape');
    expect(await page.locator('.fields > li:visible').count()).toBe(all);
    await close();
  });

  test('comes from a change to the field, and back', async () => {
    const releases = inject('pages').filter((path) => /^releases\/[^/]+\/elbv2\/$/.test(path));
    let followed = 0;
    for (const path of releases) {
      const { page, close } = await open(browser, path);
      const place = page.locator('.card > div:last-child li > :is(a, a + b) + a').first();
      if ((await place.count()) > 0) {
        followed += 1;
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        await place.click();
        await page.locator(':target').first().waitFor({ state: 'visible' });
      }
      await close();
    }
    expect(followed).toBeGreaterThan(0);
  });

  test('without a script a place leads to the page of its operation', async () => {
    const path = inject('pages').find((one) => /^releases\/1\.40\.73\/elbv2\/$/.test(one)) ?? '';
    const { page, close } = await open(browser, path, { javaScriptEnabled: false });
    await page.locator('.card > div:last-child li > a:visible').first().click();
    await page.waitForURL(/\/services\/elbv2\/\w+\/$/);
    await close();
  });

  test('reaches the content first by keyboard', async () => {
    const { page, close } = await open(browser, operation);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#main');
    await close();
  });
});

/** The first operation whose request has nested fields and whose page has fields two levels deep. */
async function nestedOperation(): Promise<string> {
  const operations = inject('pages').filter((path) => /^services\/[^/]+\/[A-Z][^/]*\/$/.test(path));
  for (const path of operations) {
    const html = await (await fetch(new URL(path, inject('site')))).text();
    const [request = '', rest = ''] = html.split('<section id=response');
    if (request.includes('<details class=inside') && isNested(request + rest)) return path;
  }
  throw new Error('expected an operation with nested fields');
}

function isNested(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(/<details class=inside|<details|<\/details>/g)) {
    depth += tag === '</details>' ? -1 : 1;
    if (depth > 1 && tag === '<details class=inside') return true;
  }
  return false;
}
