/** Holds that addresses of the site as it was before go on working: pages, fields, values, changes and shapes. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject } from 'vitest';
import { describeBrowser, launch } from '../chromium.ts';
import { testHistory } from './test-history.ts';

const list = readFileSync(path.join(import.meta.dirname, 'old-addresses.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);

describeBrowser('old addresses', () => {
  testHistory('every old address opens the same thing, by itself or where a script follows it to', async () => {
    const folder = inject('historyFolder') ?? '';
    const ids = new Map<string, ReadonlySet<string>>();
    const moved: string[] = [];
    const lost: string[] = [];
    for (const address of list) {
      const [page = '', anchor] = address.split(/#(.*)/s);
      const file = path.join(folder, page, 'index.html');
      if (!existsSync(file)) {
        lost.push(address);
        continue;
      }
      const known = ids.get(page) ?? idsIn(readFileSync(file, 'utf8'));
      ids.set(page, known);
      if (anchor !== undefined && !known.has(anchor)) moved.push(address);
    }
    expect(list.length).toBeGreaterThan(2000);
    expect(lost).toEqual([]);
    // A few fields stand on pages of their own now; the whole list but these is there without a script.
    expect(moved.length).toBeLessThan(list.length / 50);
    expect(await notFollowed(moved)).toEqual([]);
  });
});

/** The addresses of which a browser does not get to something of that name. */
async function notFollowed(addresses: readonly string[]): Promise<readonly string[]> {
  const browser = await launch();
  const failed: string[] = [];
  try {
    const page = await browser.newPage();
    for (const address of addresses) {
      await page.goto('about:blank');
      await page.goto(new URL(address, inject('history') ?? '').href);
      const name = /([^.[\]{}]+)[[\]{}]*$/.exec(address.split('=')[0] ?? '')?.[1] ?? '';
      const found = page.locator(':target');
      const isThere = await found
        .waitFor({ state: 'visible', timeout: 5000 })
        .then(async () => (await found.first().getAttribute('id'))?.includes(name) === true)
        .catch(() => false);
      if (!isThere) failed.push(`${address}: ${page.url()}`);
    }
  } finally {
    await browser.close();
  }
  return failed;
}

function idsIn(html: string): ReadonlySet<string> {
  return new Set(
    [...html.matchAll(/ id=(?:"([^"]*)"|([^\s>]+))/g)].map(([, quoted, id = '']) => decoded(quoted ?? id)),
  );
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
