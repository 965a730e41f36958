/** Chromium for the tests: found where Debian puts it, quiet, and pointed at the built site. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';

const executable = process.env.APIDELTA_CHROMIUM ?? '/usr/bin/chromium';

/** A suite in a browser. Without one it is skipped and says so; where `CI` is set it fails instead. */
export function describeBrowser(name: string, suite: () => void): void {
  if (existsSync(executable)) {
    describe(name, suite);
    return;
  }
  const reason = `no browser at ${executable}: apt-get install chromium, or set APIDELTA_CHROMIUM`;
  if (process.env.CI) test(name, () => expect.fail(reason));
  else test(`${name} (${reason})`, (context) => context.skip(reason));
}

/** Starts the browser. */
export function launch(): Promise<Browser> {
  const quiet = ['background-networking', 'component-update', 'sync'].map((feature) => `--disable-${feature}`);
  return chromium.launch({
    executablePath: executable,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet],
  });
}

/** A page that was opened, with everything that went wrong on it. */
export interface OpenPage {
  readonly page: Page;
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Opens a page of the site in a context of its own. */
export async function open(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('requestfailed', (request) => {
    // A test that goes on to another page ends what the first one still loads.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`${request.url()} failed`);
  });
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (request.url().startsWith('http') && origin !== new URL(inject('site')).origin)
      problems.push(`${origin} was asked`);
  });
  await page.goto(new URL(path, inject('site')).href);
  return { page, problems, close: () => context.close() };
}

/** How far the page moved until now (Cumulative Layout Shift); with `unasked`, without moves just after an input. */
export function layoutShift(page: Page, { unasked = false } = {}): Promise<number> {
  return page.evaluate(
    (leavesOut) =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            // The type of an entry of this kind is in no library of types yet.
            const shift = entry as PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
            if (!leavesOut || !shift.hadRecentInput) sum += shift.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
      }),
    unasked,
  );
}
