/** Names in a browser: long ones go on in the next line between their words, and what stands beside them is apart. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { historyOf } from '../../view/compare/tiny-history.ts';
import { describeBrowser, launch, open } from '../chromium.ts';

/** The names that go on in the next line in the middle of a word. */
function brokenNames(page: Page, selector: string): Promise<readonly string[]> {
  return page.locator(selector).evaluateAll((names) =>
    names.flatMap((name) => {
      const text = name.textContent ?? '';
      const walker = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const inside = node.textContent ?? '';
        const topAt = (at: number): number => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect().top;
        };
        // Between its words a name is several texts: a line that ends inside of one breaks a word.
        for (let at = 1; at < inside.length; at += 1)
          if (/^[a-z][a-z]$/i.test(inside.slice(at - 1, at + 1)) && Math.abs(topAt(at) - topAt(at - 1)) > 4)
            return [`${text} before ${inside.slice(at)}`];
      }
      return [];
    }),
  );
}

describeBrowser('names', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test.for([360, 390, 1280])('no name of a shape or an operation is broken in a word at %i pixels', async (width) => {
    const viewport = { width, height: 900 };
    const parts = inject('pages').filter((page) => /^services\/bedrock-runtime\/shapes\/..+\/$/.test(page));
    const longest = parts.toSorted((a, b) => b.length - a.length)[0] ?? '';
    const operation = 'services/lex-models/DeleteBotChannelAssociation/';
    const lists = ['services/bedrock-runtime/shapes/', 'services/bedrock-runtime/shapes/G/'];
    for (const path of [...lists, longest, operation]) {
      const { page, close } = await open(browser, path, { viewport });
      expect(await brokenNames(page, 'main .columns a, .shapes > section > h2 > a, .uses a, h1'), path).toEqual([]);
      await close();
    }
  });

  test('each operation that uses a shape is a link to its page, and each place to itself', async () => {
    const { page, close } = await open(browser, 'services/bedrock-runtime/shapes/GuardrailImageCoverage/');
    const operation = page.locator('.uses > dt > a').first();
    const name = await operation.textContent();
    expect(await operation.getAttribute('href')).toBe(`../../${name}/`);
    expect(await page.locator('.uses > dd').first().textContent()).toMatch(/^response \S+$/);
    await close();
  });

  test('compared places go on between words', async () => {
    const { page, close } = await open(browser, 'compare/', { viewport: { width: 360, height: 900 } });
    const field = 'AmazonManagedKafkaEventSourceConfigSchemaRegistryConfigAccessConfigs';
    await page.route('**/api/v1/history/*.json', (route) =>
      route.fulfill({
        json: { ...historyOf(['Brew request Leaf string', `Brew request ${field} string`]), id: 'tea' },
      }),
    );
    await page.fill('[data-compare-form] input', 'tea');
    await page.fill('[name=from]', '1.0.0');
    await page.fill('[name=to]', '1.0.1');
    await page.click('[type=submit]');
    await page.waitForSelector('.compare-service code wbr', { state: 'attached' });
    expect(await page.textContent('.compare-service')).toContain(field);
    expect(await brokenNames(page, '.compare-service code')).toEqual([]);
    await close();
  });

  test('of nothing that is followed there is a link to choose some, and no link to feeds', async () => {
    const compare = await open(browser, 'compare/?s=mine');
    await compare.page.getByRole('link', { name: 'choose some' }).click();
    await compare.page.waitForURL(/\/mine\/$/);
    await compare.page.getByText(/^You follow no service yet/).waitFor();
    expect(await compare.page.locator('[data-mine-feeds]').isVisible()).toBe(false);
    const list = compare.page.locator('[data-mine-days]').getByRole('link', { name: 'the list of services' });
    expect(new URL(await list.evaluate((one) => (one as HTMLAnchorElement).href)).pathname).toMatch(/\/services\/$/);
    await compare.page.fill('#mine-ids', 'elbv2');
    await compare.page.click('[data-mine-form] [type=submit]');
    await compare.page.locator('.mine-chips > *').first().waitFor();
    expect(await compare.page.locator('[data-mine-feeds]').isVisible()).toBe(true);
    await compare.close();
  });

  test('a change of a service leads to all its changes', async () => {
    const { page, close } = await open(browser, 'services/elbv2/changes/');
    await page.locator('.entries .entry-name').first().click();
    await page.getByRole('link', { name: 'All changes of elbv2' }).click();
    await page.waitForURL(/\/services\/elbv2\/changes\/$/);
    await close();
  });

  test('what a rule needs is one sentence', async () => {
    const { page, close } = await open(browser, 'rules/required-added/');
    expect(await page.locator('.rule').first().textContent()).toContain(
      'Reported only where both versions state all of the fields and which fields a request must carry.',
    );
    await close();
  });

  test('tags stand apart from names, and a version of a history leads to its release', async () => {
    const service = await open(browser, 'services/dsql/');
    expect(await service.page.locator('#operation-list li', { hasText: 'removed' }).first().textContent()).toMatch(
      /^\w+ deprecated removed$/,
    );
    await service.close();
    const { page, close } = await open(browser, 'services/ec2/CreateClientVpnEndpoint/');
    const head = page.locator('.history > li > p').first();
    expect(await head.textContent()).toBe('1.35.98 · 13 Jan 2025');
    await head.getByRole('link').click();
    await page.waitForURL(/\/releases\/1\.35\.98\/ec2\/$/);
    await close();
  });

  test('the button that shows all lines lies in the box of the code', async () => {
    const { page, close } = await open(browser, 'services/dynamodb/CreateTable/');
    await page.locator('#code-everything').check();
    const button = await page.locator('.code-tab .show-lines:visible').first().boundingBox();
    const code = await page.locator('.code-tab pre:visible').first().boundingBox();
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual((code?.y ?? 0) + (code?.height ?? 0));
    expect((button?.x ?? 0) + (button?.width ?? 0)).toBeGreaterThan((code?.x ?? 0) + (code?.width ?? 0) - 20);
    await close();
  });
});
