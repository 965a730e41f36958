/** Search, compare and my services where it is hard: forced colours, hostile names, a phone, the keyboard alone, no script; and nothing moves. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hostile } from '../fixture-services.ts';
import { describeBrowser, launch, open } from './chromium.ts';

interface Place {
  readonly name: string;
  readonly path: string;
  /** What is there when it has done its work. */
  readonly done: string;
  /** What a reader without a script is told. */
  readonly without: RegExp;
}

const places: readonly Place[] = [
  {
    ...{ name: 'search', path: 'search/?q=target', done: '[role=option]' },
    without: /Search needs a script.*services and operations from A to Z/s,
  },
  {
    ...{ name: 'compare', path: 'compare/?s=dsql&from=1.38.14&to=1.38.19', done: '.compare-service' },
    without: /Only a script can compare.*each service/s,
  },
  {
    ...{ name: 'my services', path: 'mine/#lambda,dsql', done: '.mine-days [data-row]' },
    without: /Only a script can keep your list.*feeds/s,
  },
];

/** As a name could be: markup, a text that runs from right to left, and one without a place to break. */
const names = ['<script>alert(1)</script>', '\u202eGnirtS\u202c שלום', 'Very'.repeat(80), hostile];

describeBrowser('finding and following', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const openDone = async (place: Place, options: Parameters<typeof open>[2] = {}) => {
    const opened = await open(browser, place.path, options);
    await opened.page.waitForSelector(place.done);
    return opened;
  };
  const wider = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  test.for(places)('$name in forced colours: axe finds nothing, and signs are text', async (place) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, problems, close } = await openDone(place, {
        ...{ forcedColors: 'active', colorScheme, bypassCSP: true },
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      // The chosen row and the signs are told apart without a colour.
      const signs = page.locator('.glyph, .search-title, b[role=img]');
      const texts = await signs.evaluateAll((all) =>
        all.slice(0, 20).map((one) => one.getAttribute('data-sign') ?? one.textContent),
      );
      for (const sign of texts) expect(sign?.trim()).not.toBe('');
      if (place.name === 'search') {
        const chosen = page.locator('[role=option][aria-selected=true]');
        const looks = (one: Element) => {
          const { outlineStyle, backgroundColor, borderInlineStartColor, color } = getComputedStyle(one);
          return [outlineStyle, backgroundColor, borderInlineStartColor, color].join();
        };
        expect(await chosen.evaluate(looks)).not.toBe(await page.locator('[role=option]').nth(1).evaluate(looks));
      }
      expect(problems).toEqual([]);
      await close();
    }
  });

  test.for(places)('$name on a phone: nothing is too wide, and what is touched is large enough', async (place) => {
    const { page, close } = await openDone(place, { viewport: { width: 360, height: 740 }, hasTouch: true });
    expect(await wider(page)).toBeLessThanOrEqual(0);
    const small = await page
      .locator('main :is(button, input:not([type=checkbox]), select):visible')
      .evaluateAll((all) =>
        all.flatMap((one) => {
          const { width, height } = one.getBoundingClientRect();
          return width >= 24 && height >= 24 ? [] : [`${one.outerHTML.slice(0, 80)} ${width}×${height}`];
        }),
      );
    expect(small).toEqual([]);
    await close();
  });

  const filtered = ['?sev=breaking', 'releases/?sev=breaking,dangerous', '?kind=field', 'releases/?sev=wire'].map(
    (path) => ({ name: `${path}, which filters its rows,`, path, done: '.filter-status:not(:empty)' }),
  );

  test.for([...places, ...filtered].flatMap((place) => [390, 1280].map((width) => ({ ...place, width }))))(
    '$name at $width pixels: nothing moves while it loads',
    async ({ width, ...place }) => {
      const { page, close } = await open(browser, '', { viewport: { width, height: 800 } });
      await page.addInitScript(() => {
        const moved: number[] = [];
        Object.assign(window, { moved });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moved.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(new URL(place.path, inject('site')).href);
      await page.waitForSelector(place.done);
      await page.waitForTimeout(500);
      const moved = await page.evaluate(() => (window as unknown as { moved: number[] }).moved);
      expect(moved.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.02);
      await close();
    },
  );

  test.for(places)('$name without a script says what there is, and where', async ({ path, without }) => {
    const { page, close } = await open(browser, path, { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).toMatch(without);
    expect(await page.locator('main a:visible').count()).toBeGreaterThan(0);
    // What only a script can do is not offered.
    expect(await page.locator('main .js-only :is(button, input):visible').count()).toBe(0);
    await close();
  });

  test('two versions are compared by keys alone', async () => {
    const { page, close } = await open(browser, 'compare/');
    await tabTo(page, '#compare-s');
    await page.keyboard.type('dsql');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelectorAll('#compare-releases option').length > 1);
    await tabTo(page, '#compare-from');
    await page.keyboard.type('1.38.14');
    await tabTo(page, '[data-compare-form] [type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.compare-service');
    // The first link of the result is reached, and the result is left again.
    await tabTo(page, '.compare-service a');
    await tabTo(page, 'footer a');
    await close();
  });

  test('services are followed by keys alone', async () => {
    const { page, close } = await open(browser, 'mine/');
    await tabTo(page, '#mine-ids');
    await page.keyboard.type('lambda dsql');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.mine-days [data-row]');
    await expect.poll(() => new URL(page.url()).hash).toBe('#lambda,dsql');
    await tabTo(page, '.mine-days a');
    await tabTo(page, 'footer a');
    await tabTo(page, '.mine-chips button');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).not.toBe('#lambda,dsql');
    // Who goes through the list goes on from there.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await close();
  });

  test('hostile names are texts in results of search, and fit', async () => {
    for (const width of [360, 1280]) {
      const { page, problems, close } = await open(browser, 'search/', { viewport: { width, height: 800 } });
      await page.route('**/search/words/*.json', (route) =>
        answer(route, {
          ...{ services: ['elbv2'], operations: names, versions: [names[2]] },
          ...{ ways: names.map((name) => `#>${name}`).sort(), names: names.toSorted().map((name) => `#target${name}`) },
          kinds: names.map((_, at) => [[0, 1, 1, [0, at, at, 0]]]),
        }),
      );
      await page.getByRole('combobox', { name: /^Search/ }).fill('field:target');
      await page.waitForSelector('[role=option]');
      expect(await page.locator('[role=option]').count()).toBe(names.length);
      expect(await page.locator('.search-results :is(script, img)').count()).toBe(0);
      expect(await page.locator('.search-results').evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThan(
        1,
      );
      expect(await wider(page)).toBeLessThanOrEqual(0);
      expect(problems).toEqual([]);
      await close();
    }
  });

  test('hostile names are texts in what was compared, and fit', async () => {
    const { page, problems, close } = await open(browser, 'compare/', { viewport: { width: 360, height: 740 } });
    await page.route('**/api/v1/history/dsql.json', async (route) => {
      const text = await (await route.fetch()).text();
      // Whatever stands in a sentence or a summary.
      await answer(
        route,
        JSON.parse(text.replace(/("(?:summary|sentence|title)":")(?:[^"\\]|\\.)*/g, `$1${inJson(names.join(' '))}`)),
      );
    });
    await page.goto(new URL('compare/?s=dsql&from=1.38.14&to=1.38.19', inject('site')).href);
    await page.waitForSelector('.compare-service');
    expect(await page.locator('main :is(script, img)').count()).toBe(0);
    expect(await wider(page)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('hostile names are texts among the changes of my services, and fit', async () => {
    const { page, problems, close } = await open(browser, 'mine/', { viewport: { width: 360, height: 740 } });
    await page.route('**/api/v1/months/*.json', async (route) => {
      const text = await (await route.fetch()).text();
      await answer(
        route,
        JSON.parse(text.replace(/("(?:sentence|title|note)":")(?:[^"\\]|\\.)*/g, `$1${inJson(names.join(' '))}`)),
      );
    });
    await page.evaluate(() => {
      location.hash = '#lambda,dsql';
    });
    await page.waitForSelector('.mine-days [data-row]');
    expect(await page.locator('main').textContent()).toContain('<script>alert(1)</script>');
    expect(await page.locator('main :is(script, img)').count()).toBe(0);
    expect(await wider(page)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
    await close();
  });
});

function answer(route: Route, json: unknown): Promise<void> {
  return route.fulfill({ contentType: 'application/json', body: JSON.stringify(json) });
}

/** A text between the quotes of JSON, and in the place of another by `replace`. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('$', '$$$$');
}

/** Presses Tab until something has the focus; each stop has to be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 200; press += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  expect.fail(`Tab does not reach ${selector}`);
}
