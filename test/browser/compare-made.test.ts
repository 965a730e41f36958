/** Compare in a browser with histories made for it: long lists fold, a renamed service says so, Markdown has all to decide. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostOpenChips } from '../../src/view/compare/chips.ts';
import { historyOf } from '../view/compare/tiny-history.ts';
import { describeBrowser, launch, open } from './chromium.ts';

describeBrowser('compare of made histories', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  /** Opens the comparison of 1.0.0 and 1.0.1 of services, whose histories come from here. */
  async function compared(histories: Readonly<Record<string, ReturnType<typeof historyOf>>>) {
    const opened = await open(browser, 'compare/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = opened;
    const asked: string[] = [];
    await page.route('**/api/v1/history/*.json', (route) => {
      const id = new URL(route.request().url()).pathname.split('/').at(-1)?.replace('.json', '') ?? '';
      asked.push(id);
      return route.fulfill({ json: { ...histories[id], id } });
    });
    await page.fill('[data-compare-form] input', Object.keys(histories).join(','));
    await page.fill('[name=from]', '1.0.0');
    await page.fill('[name=to]', '1.0.1');
    await page.click('[type=submit]');
    await page.waitForSelector('.compare-service');
    return { ...opened, asked };
  }
  const enumOf = (count: number) =>
    `Brew request Leaf string optional ${Array.from({ length: count }, (_, at) => `V${at}`).join('|')}`;
  const folds = (page: Page) =>
    page
      .locator('.card > details.rest')
      .evaluateAll((all) =>
        all.map((one) => [(one as HTMLDetailsElement).open, one.querySelector('summary')?.textContent]),
      );

  test('as many names as are open elsewhere are open, one more and they fold', async () => {
    for (const [count, expected] of [
      [mostOpenChips, []],
      [mostOpenChips + 1, [[false, `all ${mostOpenChips + 1}`]]],
    ] as const) {
      const { page, problems, close } = await compared({ tea: historyOf([enumOf(2), enumOf(count + 2)]) });
      expect(await folds(page)).toEqual(expected);
      const chips = page.locator('.card .chips li');
      expect(await chips.count()).toBe(count);
      expect(await chips.first().isVisible()).toBe(expected.length === 0);
      if (expected.length > 0) await page.click('.card > details.rest > summary');
      expect(await chips.last().isVisible()).toBe(true);
      expect(problems).toEqual([]);
      await close();
    }
  });

  test('a service that was renamed says its name of today, alone and among several', async () => {
    const gone = { ...historyOf(['Brew request Leaf string', '']), renamed: { service: 'chai', release: '1.0.1' } };
    const { page, close } = await compared({
      tea: gone,
      mate: historyOf(['Brew request Leaf string', 'Brew request Leaf string\nPour request Leaf string']),
    });
    expect(await page.locator('.over-all li').allTextContents()).toEqual([
      'tea is chai now: see below',
      'mate !0 breaks ?0 may break',
    ]);
    expect(await page.textContent('.compare-service:has(h2:has-text("tea"))')).toContain(
      'tea was renamed in 1.0.1, and is chai now: compare chai.',
    );
    await close();
  });

  test('what is copied begins with the verdict, says where each change is, has all values, and names the releases', async () => {
    const limit = (place: string, most: string) => ({
      ...{ kind: 'constraint-tightened', severity: 'dangerous' as const, audience: 'sdk' as const },
      ...{ sentence: `\`Leaf\` may have at most ${most} characters`, places: [[place, 'request', 'Leaf'] as never] },
    });
    const loose = { kind: 'constraint-loosened', severity: 'safe' as const, audience: 'sdk' as const };
    const steps = [
      limit('Brew', '10,000'),
      limit('Pour', '2,048'),
      { ...loose, sentence: '`Cup` may be longer' },
      { ...loose, severity: 'docs' as const, sentence: '`Cup` must match another pattern' },
    ];
    const states = [2, 9].map((count) => `${enumOf(count)}\nPour request Leaf string optional`);
    const { page, close } = await compared({ tea: historyOf(states, [{}, { date: '2025-11-13', steps }]) });
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = copied.split('\n').filter(Boolean);
    expect(lines.slice(0, 2)).toEqual(['# tea: 1.0.0 to 1.0.1', '0 breaks, 2 may break, 1 new, 1 other']);
    expect(lines[3]).toBe(page.url());
    expect(lines.filter((line) => line.includes('at most'))).toEqual([
      '- may break: `Leaf` may have at most 10,000 characters · in 1.0.1 of 13 Nov 2025 · `Brew` `request.Leaf`',
      '- may break: `Leaf` may have at most 2,048 characters · in 1.0.1 of 13 Nov 2025 · `Pour` `request.Leaf`',
    ]);
    expect(copied).toContain('All 7: `V2`, `V3`, `V4`, `V5`, `V6`, `V7`, `V8`');
    expect(lines.slice(lines.indexOf('## Limits and the rest, release by release: 1 change'))).toEqual([
      '## Limits and the rest, release by release: 1 change',
      '- 1.0.1 of 13 Nov 2025',
      '  - changed: `Cup` may be longer',
      '## Words and the wire, release by release',
      '- 1.0.1 of 13 Nov 2025',
      '  - words only: `Cup` must match another pattern',
      '## One release changed tea',
      '1.0.1 of 13 Nov 2025',
    ]);
    await close();
  });
});
