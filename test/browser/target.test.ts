/** The field that a link leads to says since when it exists, also where the page leaves that out because its parent says it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBrowser, launch, open } from './chromium.ts';

describeBrowser('the target of a link', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const saidAt = async (anchor: string) => {
    const { page, problems, close } = await open(browser, `services/dsql/CreateCluster/#${anchor}`);
    await page.waitForFunction((id) => document.getElementById(id)?.matches(':target'), anchor);
    const said = await page.locator('.age-of-target').allTextContents();
    expect(problems).toEqual([]);
    await close();
    return said.map((one) => one.trim());
  };

  test('a field as old as its operation', async () => {
    expect(await saidAt('request.deletionProtectionEnabled')).toEqual([
      expect.stringMatching(/^since .+, with CreateCluster$/),
    ]);
  });

  test('a field that came by itself has its age already', async () => {
    expect(await saidAt('request.multiRegionProperties')).toEqual([]);
  });

  test('a field that came with the structure around it', async () => {
    expect(await saidAt('request.multiRegionProperties.witnessRegion')).toEqual([
      expect.stringMatching(/^since 1\.\d+\.\d+ · \w+ \d{4}, with multiRegionProperties$/),
    ]);
  });
});
