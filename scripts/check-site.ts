/** Checks a built site: every page is valid HTML, every link in it resolves, every feed passes with two readers. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { feedFormats, opmlFile } from '../src/view/site/urls.ts';
import { scriptArguments, wantPath } from './arguments.ts';
import { findFeedProblems } from './check-feeds.ts';
import { findDeadLinks } from './check-links.ts';

const shown = 50;
/** A list without items, which a screen reader announces. One that a script fills has an attribute of data. */
const emptyList = /<(ul|ol|dl)(?: class=(?:"[^"]*"|[^\s>"]+))?><\/\1>/gu;
const feedNames = [...Object.keys(feedFormats), opmlFile];
const usage = 'npm run check:site, or node scripts/check-site.ts [<folder>]';
const [named = 'dist'] = scriptArguments({ usage, options: {}, positionals: [0, 1] }).positionals;
wantPath(named, usage);
const site = path.resolve(named);
const base = `/${(process.env.APIDELTA_BASE ?? '').replace(/^\/+|\/+$/gu, '')}/`.replace('//', '/');

const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  .sort();
const pages = files.filter((file) => file.endsWith('.html'));
const feeds = files.filter((file) => feedNames.includes(path.basename(file)));

const known = new Set(files);
const problems = [
  ...(pages.includes('index.html') ? [] : ['Unexpected site without `index.html`, expected a home page']),
  ...(feeds.length > 0 ? [] : ['Unexpected site without feeds, expected `feed.xml`']),
  ...(await findInvalidPages()),
  ...findDeadLinks(site, pages, base),
  ...feeds.flatMap((file) => findFeedProblems(file, readFileSync(path.join(site, file), 'utf8'), known, base)),
];

for (const problem of problems.slice(0, shown)) process.stdout.write(`${problem}\n`);
if (problems.length > shown) process.stdout.write(`and ${problems.length - shown} more\n`);
process.stdout.write(`site: ${pages.length} pages, ${feeds.length} feeds, ${problems.length} problems\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function findInvalidPages(): Promise<string[]> {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard'],
    // Rules of style, not of validity: pages leave out quotes and end tags that HTML does not need.
    rules: {
      ...{ 'no-trailing-whitespace': 'off', 'attribute-boolean-style': 'off', 'attribute-empty-style': 'off' },
      ...{ 'attr-quotes': 'off', 'no-implicit-close': 'off' },
    },
  });
  const found: string[] = [];
  for (const page of pages) {
    const html = readFileSync(path.join(site, page), 'utf8');
    for (const [list] of html.matchAll(emptyList))
      found.push(`${page}: Unexpected \`${list}\`, expected items or no list`);
    const report = await validator.validateString(html, page);
    for (const { messages } of report.results) {
      for (const { line, column, message, ruleId } of messages)
        found.push(`${page}:${line}:${column}: ${message} (${ruleId})`);
    }
  }
  return found;
}
