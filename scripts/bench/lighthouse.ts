/**
 * Lighthouse's performance of a built site: it depends on the machine as much as on the pages, so no test checks it.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serveFolder } from '../../test/browser/serve-folder.ts';

/** A line for each kind of page; the goal is 95 on an idle machine. */
export async function benchPages(folder: string): Promise<string> {
  const chromePath = process.env.APIDELTA_CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(chromePath)) return `no browser at ${chromePath}: Lighthouse is not asked`;
  const served = await serveFolder(folder, '/');
  const chrome = await launch({ chromePath, chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    const lines = [
      'Lighthouse, as a phone: performance (goal 95), first and largest paint, blocking time, layout shift',
    ];
    for (const page of pages.filter((one) => existsSync(path.join(folder, one, 'index.html')))) {
      const url = new URL(page, served.url).href;
      const result = await lighthouse(url, { port: chrome.port, onlyCategories: ['performance'], logLevel: 'silent' });
      const { audits, categories } = result?.lhr ?? {};
      const shown = [
        'first-contentful-paint',
        'largest-contentful-paint',
        'total-blocking-time',
        'cumulative-layout-shift',
      ];
      const figures = shown.map((id) => (audits?.[id]?.displayValue ?? '?').replaceAll(' ', ' ').padStart(10));
      lines.push(
        `${`/${page}`.padEnd(36)}${String(Math.round((categories?.performance?.score ?? 0) * 100)).padStart(4)}${figures.join('')}`,
      );
    }
    return lines.join('\n');
  } finally {
    chrome.kill();
    await served.close();
  }
}

const pages = [
  ...['', 'services/', 'services/ec2/', 'services/s3/', 'services/ec2/RunInstances/', 'services/s3/PutObject/'],
  ...['releases/1.40.73/', 'releases/1.40.73/elbv2/'],
];
