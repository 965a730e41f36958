/** `npm run screenshots`: one page of each kind of a built site, at three widths, light and dark, printed and in forced colours. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { serveFolder } from '../test/browser/serve-folder.ts';
import { scriptArguments } from './arguments.ts';
import { pageKind } from './page-kind.ts';

const { values } = scriptArguments({
  usage: 'npm run screenshots -- [--site <folder>] [--out <folder>] [--page <path>]…',
  positionals: [0, 0],
  options: {
    site: { type: 'string', default: 'dist' },
    out: { type: 'string', default: '.apidelta/screenshots' },
    page: { type: 'string', multiple: true },
  },
});

const variants: Readonly<Record<string, BrowserContextOptions & { readonly print?: boolean }>> = {
  'wide-light': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'wide-dark': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  'tablet-light': { viewport: { width: 900, height: 1200 }, colorScheme: 'light' },
  'tablet-dark': { viewport: { width: 900, height: 1200 }, colorScheme: 'dark' },
  'phone-light': { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  'phone-dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  print: { viewport: { width: 900, height: 1200 }, colorScheme: 'light', print: true },
  'forced-colors': { viewport: { width: 1440, height: 900 }, forcedColors: 'active' },
};

const site = path.resolve(values.site);
if (!existsSync(path.join(site, 'index.html'))) {
  process.stderr.write(`There is no site in ${values.site}: build one, or name it with --site.\n`);
  process.exit(2);
}
const served = await serveFolder(site, '/');
const browser = await chromium.launch({
  executablePath: process.env.APIDELTA_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
mkdirSync(values.out, { recursive: true });
let count = 0;
for (const page of values.page ?? onePageOfEachKind()) {
  for (const [name, { print, ...options }] of Object.entries(variants)) {
    await shoot(browser, page, name, options, print === true);
    count += 1;
  }
}
await browser.close();
await served.close();
process.stdout.write(`${count} screenshots in ${values.out}\n`);

async function shoot(
  on: Browser,
  address: string,
  name: string,
  options: BrowserContextOptions,
  print: boolean,
): Promise<void> {
  const context = await on.newContext(options);
  const page = await context.newPage();
  if (print) await page.emulateMedia({ media: 'print' });
  await page.goto(new URL(address, served.url).href);
  const file = `${address.replace(/[^A-Za-z0-9.-]+/g, '_').replace(/_$/, '') || 'home'}-${name}.png`;
  await page.screenshot({ path: path.join(values.out, file) });
  await context.close();
}

/** The page of each kind with the longest name. */
function onePageOfEachKind(): readonly string[] {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .map((file) => file.slice(0, -'index.html'.length).split(path.sep).join('/'));
  const kinds = Map.groupBy(pages, pageKind);
  return [...kinds.values()].map((all) => all.toSorted((a, b) => b.length - a.length)[0] ?? '');
}
