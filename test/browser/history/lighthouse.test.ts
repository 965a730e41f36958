/** Lighthouse on pages of the real history: everything that can be right is right; speed is the bench's. */
import { existsSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { expect, inject } from 'vitest';
import { describeBrowser } from '../chromium.ts';
import { testHistory } from './test-history.ts';

const pages = [
  '',
  'services/',
  'services/s3/',
  'services/s3/PutObject/',
  'releases/1.40.73/',
  'releases/1.40.73/elbv2/',
  'search/?q=bucket',
  'compare/?s=lambda&from=1.34.0&to=1.40.73',
  'mine/#lambda,s3',
];
/** What a finding says of an element: which it is and what is wrong with it. */
const saying = /"(?:snippet|explanation)":"(?:[^"\\]|\\.)*"/g;
const categories = ['accessibility', 'best-practices', 'seo'] as const;

describeBrowser('lighthouse', () => {
  testHistory('gives 100 for accessibility, best practices and search engines', async () => {
    const chromePath = process.env.APIDELTA_CHROMIUM ?? '/usr/bin/chromium';
    expect(existsSync(chromePath)).toBe(true);
    const chrome = await launch({ chromePath, chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'] });
    try {
      const problems: string[] = [];
      for (const page of pages) {
        const url = new URL(page, inject('history') ?? '').href;
        const result = await lighthouse(url, {
          port: chrome.port,
          onlyCategories: [...categories],
          logLevel: 'silent',
        });
        const report = result?.lhr;
        for (const name of categories) {
          const category = report?.categories[name];
          if (category?.score === 1) continue;
          const failed = (category?.auditRefs ?? [])
            .filter(({ id, weight }) => weight > 0 && (report?.audits[id]?.score ?? 1) < 1)
            .map(
              ({ id }) =>
                `${id}: ${(JSON.stringify(report?.audits[id]?.details ?? null).match(saying) ?? []).join(' ')}`,
            );
          problems.push(`/${page} ${name} ${String(category?.score)} ${failed.join('; ')}`);
        }
      }
      expect(problems).toEqual([]);
    } finally {
      chrome.kill();
    }
  });
});
