/**
 * Measures search: main-thread time of each key in a browser that is slowed four times, and requests and bytes of each
 * query.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { find } from '../../src/components/client/search/find.ts';
import { Library } from '../../src/components/client/search/library.ts';
import { operationsName } from '../../src/view/search/search-format.ts';
import { serveFolder } from '../../test/browser/serve-folder.ts';
import { readQueries } from '../../test/search/queries.ts';

const executable = process.env.APIDELTA_CHROMIUM ?? '/usr/bin/chromium';

/**
 * The table of a site. Times are CPU times of the thread, so other work on the machine has little effect; an idle
 * machine is still better.
 */
export async function benchSearch(folder: string): Promise<string> {
  const lines = [await queryWeights(folder)];
  if (!existsSync(executable)) return [...lines, `no browser at ${executable}: keystrokes are not measured`].join('\n');
  const served = await serveFolder(folder, '/');
  const browser = await chromium.launch({ executablePath: executable, args: ['--headless', '--no-sandbox'] });
  try {
    const times: number[] = [];
    for (const typed of typedQueries) times.push(...(await keystrokes(browser, served.url, typed)));
    times.sort((a, b) => a - b);
    const at = (share: number): string =>
      `${(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0)} ms`;
    lines.push(
      `keystrokes, slowed 4 times: ${times.length}, p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} of the main thread (goal 50 ms)`,
    );
  } finally {
    await browser.close();
    await served.close();
  }
  return lines.join('\n');
}

/** Types a query letter by letter; returns for each letter the milliseconds until its results are painted. */
async function keystrokes(browser: Browser, site: string, typed: string): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(new URL('rules/', site).href);
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').waitFor();
  await page.waitForTimeout(500);
  const idle = await worked(client, () => page.waitForTimeout(wait));
  const times: number[] = [];
  for (const letter of typed) {
    const all = await worked(client, async () => {
      await client.send('Input.dispatchKeyEvent', { type: 'char', text: letter });
      await page.waitForTimeout(wait);
    });
    // The page's own work in that time does not belong to the letter.
    times.push(Math.max(0, all - idle));
  }
  await context.close();
  return times;
}

/** The milliseconds that the main thread works during an action. */
async function worked(client: CDPSession, during: () => Promise<void>): Promise<number> {
  const taken = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const before = await taken();
  await during();
  return ((await taken()) - before) * 1000;
}

/** Requests and bytes beside the list of operations: for the committed queries, and for any one word. */
async function queryWeights(folder: string): Promise<string> {
  const search = path.join(folder, 'search');
  const sizes = new Map<string, number>();
  const sizeOf = (file: string): number => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(path.join(search, file))).length;
    sizes.set(file, known);
    return known;
  };
  const ask = async (typed: string): Promise<{ readonly requests: number; readonly bytes: number }> => {
    const asked: string[] = [];
    const library = new Library(async (file) => {
      if (file !== operationsName) asked.push(file);
      return JSON.parse(readFileSync(path.join(search, file), 'utf8'));
    });
    await find(library, { typed, mine: new Set() }).catch(() => null);
    return { requests: asked.length, bytes: asked.reduce((sum, file) => sum + sizeOf(file), 0) };
  };
  const table = async (name: string, queries: readonly string[]): Promise<string> => {
    const all = [];
    for (const typed of queries) all.push(await ask(typed));
    const bytes = all.map((one) => one.bytes).sort((a, b) => a - b);
    const at = (share: number): string =>
      ((bytes[Math.min(bytes.length - 1, Math.floor(bytes.length * share))] ?? 0) / 1024).toFixed(1);
    const most = Math.max(...all.map(({ requests }) => requests));
    return `${name}: ${all.length}, at most ${most} requests, p50 ${at(0.5)} KB, p95 ${at(0.95)} KB, max ${at(1)} KB beyond the operations (${(sizeOf(operationsName) / 1024).toFixed(1)} KB)`;
  };
  return [
    await table(
      'queries of the test',
      readQueries('queries.txt').map(({ typed }) => typed),
    ),
    await table('any one word', await someWords(search)),
    `files of services: ${servicesLine(search)}`,
  ].join('\n');
}

/** Some names of every file, and words that many names contain. */
async function someWords(search: string): Promise<readonly string[]> {
  const words = ['request', 'response', 'list', 'name', 'type', 'id', 'key', 'status', 'configuration', 'output'];
  const library = new Library(async (file) => JSON.parse(readFileSync(path.join(search, file), 'utf8')));
  for (const file of readdirSync(path.join(search, 'words')).sort()) {
    const { index } = await library.names(`words/${file}`);
    for (let at = 0; at < index.count; at += 400) words.push(index.nameAt(at).replace(/[^A-Za-z0-9]/g, ''));
  }
  return words.filter((word) => word.length > 1).map((word) => `field:${word}`);
}

function servicesLine(search: string): string {
  const folder = path.join(search, 'services');
  const files = readdirSync(folder).sort(
    (a, b) => statSync(path.join(folder, b)).size - statSync(path.join(folder, a)).size,
  );
  const largest = files.slice(0, 3).map((file) => {
    const bytes = gzipSync(readFileSync(path.join(folder, file))).length;
    return `${file.replace('.json', '')} ${(bytes / 1024).toFixed(1)} KB`;
  });
  return `${files.length}, the largest ${largest.join(', ')}`;
}

const typedQueries = [
  ...['KmsEncryptionKey', 'put_object', 'request', 'list', 'HttpTokens', 'TCP_QUIC'],
  ...['s3 kms key', 'ec2 instance', 'field:QuicServerId', 'name'],
];

/** Milliseconds after a letter until its results are complete. */
const wait = 400;
